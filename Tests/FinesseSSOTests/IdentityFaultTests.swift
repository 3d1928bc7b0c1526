import Finesse
import FinesseSSO
import Testing

/// Pages of our own writing around the words that each product shows.
private let pages: [(code: String, text: String)] = [
    ("ids-invalid-client", #"{"error":"invalid_client","error_description":"Invalid ClientId."}"#),
    ("ids-invalid-redirect-uri", #"{"error":"invalid_redirectUri","error_description":"Invlalid Redirect Uri"}"#),
    ("ids-invalid-redirect-uri", #"{ "error" : "invalid_redirect_uri" }"#),
    (
        "ids-metadata-missing",
        #"{"error":"service_unavailable","error_description":"SAML Metadata is not initialized"}"#
    ),
    ("ids-unavailable", #"{"error":"service_unavailable"}"#),
    ("adfs-msis0038", "<p>Details: MSIS0038: something about a signature</p>"),
    ("adfs-msis7042", "MSIS7042: the same client browser session has made '6' requests"),
    ("adfs-msis3200", "MSIS3200: this relying party trust takes no answer at that place"),
    ("entra-reply-url", "AADSTS50011: the place to answer to is not one of those registered"),
    ("desktop-cannot-refresh", "Header : Unable to refresh access token after 3 retries."),
    ("adfs-relying-party", "ids.log: Invalid Status code in Response"),
    ("adfs-msis1000", "Exception: MSIS1000: policy not met"),
    ("adfs-error-page", "<h1>There was a problem accessing the site.</h1><p>Reference number: 1234</p>"),
    (
        "ids-certificate-mismatch",
        "Error Code: invalidSignature Message: The signing certificate does not match what&#39;s defined in the entity metadata."
    ),
    ("ids-artifact-signature", "Error Code:invalidSignature Message:Invalid signature in ArtifactResponse."),
    ("ids-no-user-identifier", "<b>Could not retrieve user identifier\n from SAML response.</b>"),
    ("ids-no-user-principal", "Could not retrieve user principal from SAML response."),
    (
        "ids-name-id-policy",
        "SAML assertion failed from IdP with status code: urn:x:status:Requester/urn:x:status:InvalidNameIDPolicy."
    ),
    (
        "ids-clock-skew",
        "IdP configuration error : SAML processing failed. SAML assertion failed from IdP with status code: urn:x:status:Success."
    ),
    ("ids-clock-skew", "The time in SubjectConfirmationData is invalid"),
    ("ids-responder", "SAML assertion failed from IdP with status code: urn:x:status:Responder. Verify"),
    (
        "ids-cannot-process",
        "IdS was unable to process the SAML response even though, the authentication was successful"
    ),
    ("ids-saml-failed", "IdP configuration error :  SAML processing failed"),
    ("ids-invalid-signature", "Error Code: invalidSignature Message: other"),
]

@Suite("Documented faults of the identity service")
struct IdentityFaultTests {
    @Test("are known by their words", arguments: pages)
    func known(code: String, text: String) throws {
        let fault = try #require(IdentityFaults.recognise(text: text))
        #expect(fault.code == code)
    }

    @Test("are each produced by a page of these tests")
    func complete() {
        #expect(Set(IdentityFaults.all.map(\.code)) == Set(pages.map(\.code)))
    }

    @Test("are explained with host, step, cause and fix", arguments: IdentityFaults.all.map(\.code))
    func explained(code: String) throws {
        let fault = try #require(IdentityFaults.all.first { $0.code == code })
        let explanation = IdentityFaultReport(fault: fault, host: "ids.example:8553", status: 500).explanation
        #expect(explanation.host == "ids.example:8553" && !explanation.step.isEmpty)
        #expect(explanation.problem.contains(code) && explanation.nextAction.hasSuffix("."))
    }

    @Test("are told with the page's own words, and with no other line of the page")
    func quoted() throws {
        func report(_ text: String, body: String = "") throws -> IdentityFaultReport {
            let page = PageFacts(
                url: "https://ids.example:8553/ids/saml/response",
                origin: "https://ids.example:8553",
                host: "ids.example:8553",
                path: "/ids/saml/response",
                status: 500,
                text: text,
                body: Array(body.utf8)
            )
            return try #require(IdentityFaults.recognise(page))
        }
        let words = "Could not retrieve user identifier from SAML response."
        #expect(try report("Cisco Identity Service\n\(words)\nuser=sjefferson").says == words)
        #expect(try report("\(words)").explanation.problem.contains("; it says \"\(words)\""))
        #expect(try report("", body: words).says.isEmpty)
        #expect(try !report("", body: words).explanation.problem.contains("it says"))
        #expect(try report(words + String(repeating: "x", count: 500)).says.count == 240)
    }

    @Test(
        "are not seen where they are not",
        arguments: ["", "Sign in", #"{"error":"something_else"}"#, "status:Success"]
    )
    func unknown(text: String) {
        #expect(IdentityFaults.recognise(text: text) == nil)
    }
}
