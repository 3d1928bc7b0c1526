import FinesseSSO
import FinesseSandbox
import Foundation
import Testing

@testable import FinesseCLI

/// What a doctor says as JSON.
private struct DoctorDocument: Decodable {
    struct Probe: Decodable {
        var probe: String
        var verdict: String
        var evidence: String
        var nextAction: String?
        var fault: String?
    }

    var server: String
    var verdict: String
    var probes: [Probe]

    subscript(probe: DoctorProbe) -> Probe? { probes.first { $0.probe == probe.rawValue } }

    /// The first probe that does not go well.
    var firstTrouble: Probe? { probes.first { $0.verdict == "failed" } ?? probes.first { $0.verdict == "warning" } }
}

extension SandboxContext {
    /// Runs the doctor with a password at hand, and reads what it says.
    fileprivate func examine(
        _ name: String = "sjefferson",
        _ options: String...
    ) async throws -> (Int32, DoctorDocument) {
        let words = ["doctor", "--json", "--user", name, "--password-file", try passwordFile(name)]
        let status = await FinesseProgram.run(words + options, in: test.context)
        return (status, try document())
    }

    fileprivate func document() throws -> DoctorDocument {
        try JSONDecoder().decode(DoctorDocument.self, from: Data(test.takeOutput().joined().utf8))
    }
}

/// One way in which the sandbox goes wrong, and the probe that must find it.
struct DoctorCase: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var probe: DoctorProbe
    var verdict = DoctorVerdict.failed
    var fault: String?
    var change: @Sendable (inout SandboxConfiguration) -> Void

    init(
        _ name: String,
        _ probe: DoctorProbe,
        _ verdict: DoctorVerdict = .failed,
        fault: String? = nil,
        _ change: @escaping @Sendable (inout SandboxConfiguration) -> Void
    ) {
        testDescription = name
        self.probe = probe
        self.verdict = verdict
        self.fault = fault
        self.change = change
    }

    init(
        _ failure: SandboxFailure,
        _ probe: DoctorProbe,
        _ verdict: DoctorVerdict = .failed,
        fault: String? = nil
    ) {
        self.init(failure.rawValue, probe, verdict, fault: fault) { $0.failures = [failure] }
    }

    /// The cases of Cisco document 200662, in its order.
    static let documented: [DoctorCase] = [
        DoctorCase(.invalidClient, .client, fault: "ids-invalid-client"),
        DoctorCase(.invalidRedirectURI, .client, fault: "ids-invalid-redirect-uri"),
        DoctorCase(.metadataNotInitialized, .client, fault: "ids-metadata-missing"),
        DoctorCase(.providerRejectsSignature, .page, fault: "adfs-msis0038"),
        DoctorCase(.providerKeyRolledOver, .ssoTest, fault: "ids-certificate-mismatch"),
        DoctorCase("clock of the identity provider", .clocks, fault: "ids-clock-skew") {
            $0.identityProvider.clockOffset = .seconds(600)
        },
        DoctorCase("clock of the identity service", .clocks, fault: "ids-clock-skew") {
            $0.identityService.clockOffset = .seconds(-600)
        },
        DoctorCase(.providerResponder, .ssoTest, fault: "ids-responder"),
        DoctorCase(.providerDetectsLoop, .page, fault: "adfs-msis7042"),
        DoctorCase(.providerRefusesNameID, .ssoTest, fault: "ids-name-id-policy"),
        DoctorCase(.providerSendsNoUID, .ssoTest, fault: "ids-no-user-identifier"),
        DoctorCase(.providerSendsNoPrincipal, .ssoTest, fault: "ids-no-user-principal"),
        DoctorCase(.providerSignsAssertionOnly, .ssoTest, fault: "ids-artifact-signature"),
        DoctorCase(.providerSendsNoAssertion, .ssoTest, fault: "ids-saml-failed"),
        DoctorCase(.providerErrorPage, .page, fault: "adfs-error-page"),
        DoctorCase(.tokenRedirectLoop, .redirect, fault: "redirect-loop"),
    ]

    /// The other documented cases.
    static let others: [DoctorCase] = [
        DoctorCase("UserAuthMode switched off", .userMode) {
            $0.authenticationMode = .hybrid
            $0.desktop.servesUserAuthMode = false
        },
        DoctorCase("somebody else's session", .signIn, fault: "other-user") {
            $0.identityProvider.session = .otherUser("mwitwicky")
        },
        DoctorCase(.finesseOutOfService, .redirect),
        DoctorCase(.finesseIsSecondary, .redirect),
        DoctorCase(.tooManyRequests, .systemInfo),
        DoctorCase(.clientBlocked, .systemInfo),
        DoctorCase(.tokensVoid, .signIn, fault: "tokens-void"),
        DoctorCase(.tokenAsHTML, .signIn),
        DoctorCase(.tokenTruncated, .signIn),
        DoctorCase("AUTH_ERROR", .ssoTest) { $0.desktop.testOutcome = .authError },
        DoctorCase("NO TOKEN", .ssoTest) { $0.desktop.testOutcome = .noToken },
        DoctorCase("a clock that is off", .clocks) { $0.desktop.clockOffset = .seconds(-400) },
        DoctorCase("a clock that is a little off", .clocks, .warning) { $0.desktop.clockOffset = .seconds(40) },
        DoctorCase("nobody at the other node", .otherNode, .warning) {
            $0.desktop.secondaryNode = "finesse2.invalid:8445"
        },
        DoctorCase("Finesse's certificate", .finesseTLS, fault: "expired") {
            $0.finesseNodes[0].certificate = .expired
        },
        DoctorCase("the identity service's certificate", .identityServiceTLS, fault: "unknown-issuer") {
            $0.identityServiceNodes[0].certificate = .selfSigned
        },
        DoctorCase("the identity provider's certificate", .identityProviderTLS, fault: "name-mismatch") {
            $0.identityProviderNodes[0].certificate = .wrongName
        },
        DoctorCase("a locked account", .ssoTest, fault: "refused") { configuration in
            for index in configuration.users.indices where configuration.users[index].loginName == "sjefferson" {
                configuration.users[index].isLocked = true
            }
        },
    ]
}

@Suite("finessectl doctor", .timeLimit(.minutes(5)))
struct DoctorCommandTests {
    @Test("finds nothing wrong where nothing is, in either shape of the request")
    func healthy() async throws {
        for binding in SandboxIdentityServiceSettings.RequestBinding.allCases {
            var configuration = SandboxConfiguration()
            configuration.identityService.requestBinding = binding
            configuration.hasPlainHop = binding == .redirect
            try await SandboxContext.with(configuration) { (box: SandboxContext) async throws in
                let (status, document) = try await box.examine()
                #expect(status == 0 && document.verdict == "ok", "\(document.firstTrouble.debugDescription)")
                #expect(document.probes.map(\.probe) == DoctorProbe.allCases.map(\.rawValue))
                #expect(document[.tokens]?.evidence.contains("the two are a pair") == true)
                #expect(document[.loginID]?.evidence.contains("98411") == true)
                #expect(document[.ssoTest]?.evidence.contains("ssotest=true") == true)
            }
        }
    }

    @Test("names the probe, the fault and what to do", arguments: DoctorCase.documented + DoctorCase.others)
    func goesWrong(_ wrong: DoctorCase) async throws {
        var configuration = SandboxConfiguration()
        wrong.change(&configuration)
        try await SandboxContext.with(configuration) { (box: SandboxContext) async throws in
            let (status, document) = try await box.examine()
            let found = try #require(document[wrong.probe])
            #expect(found.verdict == wrong.verdict.rawValue, "\(document.firstTrouble.debugDescription)")
            #expect(found.fault == wrong.fault && found.nextAction != nil, "\(found)")
            #expect(status == (wrong.verdict == .failed ? 1 : ExitStatus.warned.rawValue))
            #expect(document.verdict == wrong.verdict.rawValue)
            for password in box.sandbox.configuration.users.map(\.password.characters) {
                #expect(!"\(document)".contains(password))
            }
        }
    }

    @Test("sends a wrong password once, and asks nothing more of the account")
    func wrongPassword() async throws {
        try await SandboxContext.with { (box: SandboxContext) async throws in
            let wrong = try box.test.file("wrong", "Wrong-1\n")
            let status = await box.test.run("doctor", "--json", "--user", "sjefferson", "--password-file", wrong)
            let document = try box.document()
            #expect(status == 1 && document[.ssoTest]?.fault == "refused" && document[.signIn]?.verdict == "skipped")
            let sent = box.sandbox.journal.entries.filter { $0.formNames.contains("Password") }
            #expect(sent.count == 1)
        }
    }

    @Test("sends a wrong password once to a system without single sign-on, too")
    func wrongBasicPassword() async throws {
        var configuration = SandboxConfiguration()
        configuration.authenticationMode = .nonSSO
        try await SandboxContext.with(configuration) { (box: SandboxContext) async throws in
            let wrong = try box.test.file("wrong", "Wrong-1\n")
            _ = await box.test.run("doctor", "--json", "--user", "sjefferson", "--password-file", wrong)
            let document = try box.document()
            #expect(document[.signIn]?.fault == "refused" && document[.redirect]?.verdict == "skipped")
            #expect(box.sandbox.journal.entries(path: "/finesse/api/User/sjefferson").count == 1)
        }
    }

    @Test("asks nobody where there is no terminal, and leaves what needs a password out")
    func noPassword() async throws {
        try await SandboxContext.with { (box: SandboxContext) async throws in
            #expect(await box.test.run("doctor", "--json", "--user", "sjefferson") == 0)
            let document = try box.document()
            #expect(document[.page]?.verdict == "ok" && document[.ssoTest]?.verdict == "skipped")
            #expect(document[.signIn]?.verdict == "skipped" && document[.walls]?.verdict == "ok")
        }
    }

    @Test("uses the session of an earlier sign-in, and leaves its tokens alone")
    func session() async throws {
        try await SandboxContext.with { (box: SandboxContext) async throws in
            #expect(try await box.login("sjefferson") == 0)
            _ = box.test.takeOutput()
            #expect(await box.test.run("token") == 0)
            let before = box.test.takeOutput()
            #expect(await box.test.run("doctor", "--json", "--user", "sjefferson") == 0)
            #expect(try box.document()[.signIn]?.verdict == "ok")
            #expect(await box.test.run("token") == 0)
            #expect(box.test.takeOutput() == before)
            #expect(await box.test.run("refresh") == 0)
        }
    }

    @Test("fits into the columns there are, and ends by saying where to begin", arguments: [80, 100])
    func columns(width: Int) async throws {
        var configuration = SandboxConfiguration()
        configuration.failures = [.invalidClient]
        try await SandboxContext.with(configuration) { (box: SandboxContext) async throws in
            var context = box.test.context
            context.environment["COLUMNS"] = "\(width)"
            let status = await FinesseProgram.run(["doctor", "--user", "sjefferson"], in: context)
            let lines = box.test.takeOutput()
            #expect(status == 1 && lines.allSatisfy { $0.count <= width })
            #expect(lines.contains { $0.hasPrefix("FAILED   client at the IdS") })
            #expect(lines.contains { $0.contains("→ Have the components registered") })
            #expect(box.test.takeTalk().last?.contains("Begin with the first that failed: client at the IdS.") == true)
        }
    }

    @Test("explains a saved page without any server")
    func explain() async throws {
        let test = try TestContext()
        let page = try test.file(
            "page.html",
            "<h1>Error</h1><p>Could not retrieve user identifier from SAML response.</p>"
        )
        #expect(await test.run("doctor", "--explain", page, "--json") == 0)
        #expect(test.takeOutput().joined().contains("ids-no-user-identifier"))
        let other = try test.file("other.html", "<p>Welcome</p>")
        #expect(await test.run("doctor", "--explain", other) == 1)
        #expect(test.takeTalk().last?.contains("No documented fault") == true)
    }
}
