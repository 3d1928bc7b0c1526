import Foundation
import HTTPTransport
import HTTPTransportTesting
import Synchronization
import TestSupport
import WebAgentCookies
import WebAgentURL

@testable import SignInTrace
@testable import WebAgent

/// Keeps what a recorder hands out.
final class KeptTraces: Sendable {
    private let files = Mutex<[[UInt8]]>([])

    var all: [[UInt8]] { files.withLock { $0 } }

    func add(_ file: [UInt8]) { files.withLock { $0.append(file) } }
}

/// A sign-in that never was: every message is made up, the clock moves 10 ms with each look.
struct SampleTrace {
    static let request = """
        <samlp:AuthnRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_request-4711" Version="2.0"
        IssueInstant="2026-01-31T08:00:00Z" Destination="https://idp.example/ls/" ForceAuthn="false">
        <saml:Issuer xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">ids.example</saml:Issuer></samlp:AuthnRequest>
        """
    static let response = """
        <samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"
        xmlns:ds="http://www.w3.org/2000/09/xmldsig#" ID="_response-4712" InResponseTo="_request-4711"
        Destination="https://ids.example:8553/ids/saml/response"><saml:Issuer>http://idp.example/trust</saml:Issuer>
        <ds:Signature><ds:SignedInfo><ds:SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"/>
        </ds:SignedInfo><ds:SignatureValue>c2lnbmF0dXJlLXRoYXQtaXMtc2VjcmV0</ds:SignatureValue></ds:Signature>
        <samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>
        <saml:Assertion ID="_assertion-4713"><saml:Subject><saml:NameID
        Format="urn:oasis:names:tc:SAML:2.0:nameid-format:transient">CORP-Person-Of-Secret-Name</saml:NameID></saml:Subject>
        <saml:Conditions NotBefore="2026-01-31T08:00:00Z" NotOnOrAfter="2026-01-31T09:00:00Z"><saml:AudienceRestriction>
        <saml:Audience>ids.example</saml:Audience></saml:AudienceRestriction></saml:Conditions><saml:AttributeStatement>
        <saml:Attribute Name="uid"><saml:AttributeValue>attribute-value-of-the-person</saml:AttributeValue></saml:Attribute>
        <saml:Attribute Name="user_principal"><saml:AttributeValue>person@secret.example</saml:AttributeValue></saml:Attribute>
        </saml:AttributeStatement></saml:Assertion></samlp:Response>
        """

    /// What may nowhere show.
    static let secrets = [
        Secret("the password", "Correct-Horse-Battery"), Secret("the token", "header.payload-of-the-token.signature"),
        Secret("the refresh token", "header.payload-of-the-refresh.signature"),
        Secret("the code", "code-0123456789abcdef"), Secret("the state", "state-fedcba9876543210"),
        Secret("a cookie", "cookie-value-0123456789"), Secret("another cookie", "cookie-value-9876543210"),
        Secret("the relay state", "relay-state-0123456789"),
        Secret("the SAML signature", "c2lnbmF0dXJlLXRoYXQtaXMtc2VjcmV0"),
        Secret("the name", "CORP-Person-Of-Secret-Name"), Secret("an attribute", "attribute-value-of-the-person"),
        Secret("the user's password of Basic", "c2ptLWplZmZlcnNvbjpwYXNz"), Secret("an id", "_response-4712"),
    ]

    let recorder: TraceRecorder
    let kept = KeptTraces()

    init() {
        let kept = kept
        let ticks = Ticks()
        recorder = TraceRecorder(
            TraceRecorder.Settings(
                creator: HARCreator(name: "finessectl", version: "0"),
                publicNames: ["cc_username", "redirect_uri", "SigAlg"],
                clock: TraceClock(now: { ticks.now() }, uptime: { ticks.uptime() })
            ),
            finesse: ["finesse.example:8445"],
            keep: { kept.add($0) }
        )
        recorder.name("login")
    }

    /// Time that passes when somebody looks.
    private final class Ticks: Sendable {
        private let count = Mutex(0)

        func now() -> Int64 { 1_769_846_400_000 + Int64(count.withLock { $0 } * 10) }

        func uptime() -> Duration {
            .milliseconds(
                count.withLock { count in
                    count += 1
                    return count * 10
                }
            )
        }
    }

    static func origin(_ host: String, _ port: UInt16? = nil) -> HTTPOrigin {
        HTTPOrigin(scheme: .https, host: host, port: port)
    }

    /// Makes the walk, up to a number of exchanges.
    func walk(_ count: Int = .max) async throws {
        let answers = try Self.exchanges()
        let scripted = ScriptedTransport { request throws(TransportError) in
            guard let answer = answers.first(where: { $0.request.target == request.target })?.answer else {
                throw TransportError.connectionRefused(request.origin)
            }
            return answer
        }
        let traced = recorder.transport(scripted)
        let (pages, observer) = recorder.pages(over: traced)
        for (place, exchange) in answers.prefix(count).enumerated() {
            let isPage = exchange.isPage
            if isPage, place == 2 {
                // The decision over a cookie that goes comes before its request.
                observer(.cookie(Self.event(2, "session", .sent)))
            }
            _ = try? await (isPage ? pages : traced).perform(exchange.request)
            if isPage, place == 1 {
                observer(.cookie(Self.event(1, "session", .stored)))
                observer(
                    .cookie(
                        Self.event(
                            1,
                            "foreign",
                            .refused(.domainMismatch(domain: "b.example", host: "finesse.example"))
                        )
                    )
                )
            }
            if isPage, place == 3 {
                let reason = WithholdReason.unsafeMethod(.lax, .initiator("https://idp.example"), method: "POST")
                observer(.cookie(Self.event(3, "ids", .withheld(reason))))
            }
        }
    }

    private static func event(_ hop: Int, _ name: String, _ decision: CookieEvent.Decision) -> CookieEvent {
        CookieEvent(
            hop: hop,
            party: .server,
            name: name,
            domain: "finesse.example",
            path: "/desktop",
            decision: decision
        )
    }

    private struct Exchange {
        var request: HTTPRequest
        var answer: HTTPResponse
        var isPage = true
    }

    private static func exchanges() throws -> [Exchange] {
        let deflated = Data(Deflate.stored(Array(request.utf8))).base64EncodedString()
        let posted = Data(response.utf8).base64EncodedString()
        func form(_ text: String) -> [UInt8] {
            Array(text.replacing("+", with: "%2B").replacing("/", with: "%2F").utf8)
        }
        func query(_ text: String) -> String { String(decoding: form(text), as: UTF8.self) }
        let tokens =
            #"{"token":"header.payload-of-the-token.signature","expires_in":300,"user_id":"sjefferson","#
            + #""refresh_token":"header.payload-of-the-refresh.signature"}"#
        let urlencoded = "application/x-www-form-urlencoded"
        return [
            Exchange(
                request: HTTPRequest(
                    origin: origin("finesse.example", 8445),
                    target: "/finesse/api/SystemInfo",
                    fields: ["Authorization": "Basic c2ptLWplZmZlcnNvbjpwYXNz"]
                ),
                answer: HTTPResponse(
                    status: 200,
                    fields: ["Content-Type": "application/xml"],
                    body: Array(
                        "<SystemInfo><systemAuthMode>SSO</systemAuthMode><other>cookie-value-9876543210</other></SystemInfo>"
                            .utf8
                    )
                ),
                isPage: false
            ),
            Exchange(
                request: HTTPRequest(
                    origin: origin("finesse.example", 8445),
                    target: "/desktop/sso/token?cc_username=sjefferson&state=state-fedcba9876543210"
                ),
                answer: HTTPResponse(
                    status: 302,
                    fields: [
                        "Location": "https://idp.example/ls/?SAMLRequest=x&RelayState=relay-state-0123456789",
                        "Set-Cookie": "session=cookie-value-0123456789; Path=/desktop; Secure; HttpOnly",
                        "Set-Cookie": "cookie-value-9876543210", "X-Token": "header.payload-of-the-token.signature",
                    ]
                )
            ),
            Exchange(
                request: HTTPRequest(
                    origin: origin("idp.example"),
                    target: "/ls/?SAMLRequest=\(query(deflated))&RelayState=relay-state-0123456789",
                    fields: ["Cookie": "session=cookie-value-0123456789; cookie-value-9876543210"]
                ),
                answer: HTTPResponse(
                    status: 200,
                    fields: ["Content-Type": "text/html"],
                    body: Array("<input name=p value='Correct-Horse-Battery'>".utf8)
                )
            ),
            Exchange(
                request: HTTPRequest(
                    method: "POST",
                    origin: origin("ids.example", 8553),
                    target: "/ids/saml/response",
                    fields: ["Content-Type": urlencoded],
                    body: form(
                        "SAMLResponse=\(posted)&RelayState=relay-state-0123456789&Password=Correct-Horse-Battery"
                    )
                ),
                answer: HTTPResponse(
                    status: 302,
                    fields: ["Location": "https://finesse.example:8445/desktop/sso/authcode?code=code-0123456789abcdef"]
                )
            ),
            Exchange(
                request: HTTPRequest(
                    origin: origin("finesse.example", 8445),
                    target: "/desktop/sso/authcode?code=code-0123456789abcdef"
                ),
                answer: HTTPResponse(
                    status: 200,
                    fields: ["Content-Type": "application/json"],
                    body: Array(tokens.utf8)
                )
            ),
            Exchange(
                request: HTTPRequest(
                    method: "PUT",
                    origin: origin("finesse.example", 8445),
                    target: "/finesse/api/User/98411",
                    fields: [
                        "Authorization": "Bearer header.payload-of-the-token.signature",
                        "Content-Type": "application/xml",
                    ],
                    body: Array("<User><state>LOGIN</state><password>Correct-Horse-Battery</password></User>".utf8)
                ),
                answer: HTTPResponse(status: 202),
                isPage: false
            ),
        ]
    }
}

/// DEFLATE of the simplest kind: one stored block.
///
/// Source: RFC 1951 §3.2.4.
enum Deflate {
    static func stored(_ bytes: [UInt8]) -> [UInt8] {
        let length = UInt16(bytes.count)
        return [1, UInt8(length & 0xFF), UInt8(length >> 8), UInt8(~length & 0xFF), UInt8(~length >> 8)] + bytes
    }
}

/// The files beside the tests.
enum Fixture {
    static func url(_ name: String) -> URL {
        URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/\(name)")
    }

    static func bytes(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: url(name))) }
}
