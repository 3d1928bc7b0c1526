import FinesseSSO
import Foundation
import Testing

@testable import FinesseCLI
@testable import FinesseSandbox

/// Pages of real identity providers that somebody captured; they lie beside the package, never in it.
enum CapturedPages {
    private static let package = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// `CONFORMANCE_DATA`, or else the folder that lies beside the package.
    static let folder = URL(
        filePath: ProcessInfo.processInfo.environment["CONFORMANCE_DATA"]
            ?? package.appending(path: "../shared/conformance").standardizedFileURL.path
    ).appending(path: "idp-pages")

    static var areThere: Bool { FileManager.default.fileExists(atPath: folder.appending(path: "manifest.json").path) }

    struct Row: Decodable {
        var file: String
        var documentURL: String

        enum CodingKeys: String, CodingKey {
            case file
            case documentURL = "document_url"
        }
    }

    static func rows() throws -> [Row] {
        try JSONDecoder().decode([Row].self, from: Data(contentsOf: folder.appending(path: "manifest.json")))
    }

    /// What is decided on a page, its scripts run.
    static func decision(_ file: String, after password: Bool = false) async throws -> SavedPageDecision {
        let row = try #require(try rows().first { $0.file.hasSuffix(file) })
        let page = SavedPage(
            body: Array(try Data(contentsOf: folder.appending(path: row.file))),
            url: row.documentURL,
            rules: .builtIn,
            isAfterPassword: password,
            runsScripts: true
        )
        let test = try TestContext()
        return try await SignInPages.with(.inProcess, in: test.context) { try await page.decision($0) }
    }
}

/// What a captured page needs: one row for each.
struct CapturedExpectation: Sendable, CustomTestStringConvertible {
    var file: String
    var isAfterPassword = false
    var needs: [String: String]

    var testDescription: String { file }

    init(_ file: String, after password: Bool = false, _ needs: [String: String]) {
        self.file = file
        isAfterPassword = password
        self.needs = needs
    }

    private static func login(
        _ form: String,
        _ user: String?,
        _ password: String,
        _ button: String?
    ) -> [String: String] {
        var needs = ["decision": "fill", "form": form, "passwordField": password]
        needs["userNameField"] = user
        needs["button"] = button
        return needs
    }

    private static func code(_ form: String, _ field: String) -> [String: String] {
        ["decision": "fill", "form": form, "oneTimeCodeField": field]
    }

    static let all: [CapturedExpectation] = [
        .init("adfs2/example/loginpage.html", login("loginForm", "UserName", "Password", nil)),
        .init("keycloak/example/loginpage.html", login("kc-form-login", "username", "password", "Log in")),
        .init("keycloak/example/mfapage.html", code("kc-totp-login-form", "totp")),
        .init("keycloak/example/authError-invalidPassword.html", login("xx-login", "username", "password", "Login")),
        .init(
            "keycloak/example/authError-invalidPassword.html",
            after: true,
            ["decision": "refused", "refusal": "credentials"]
        ),
        .init(
            "keycloak/example/authError-invalidPassword_ja.html",
            after: true,
            ["decision": "refused", "refusal": "credentials"]
        ),
        .init(
            "keycloak/example/authError-accountDisabled.html",
            after: true,
            ["decision": "refused", "refusal": "accountDisabled"]
        ),
        // Captured under this name, but its words are those of a wrong password.
        .init(
            "keycloak/example/authError-accountDisabled_ja.html",
            after: true,
            ["decision": "refused", "refusal": "credentials"]
        ),
        .init("keycloak/example/assertion.html", ["decision": "go-on"]),
        .init("pingfed/example/login.html", login("login-form", "pf.username", "pf.pass", "Log in")),
        .init("pingfed/example/otp.html", code("otp-form", "otp")),
        .init("pingfed/example/form-redirect.html", ["decision": "go-on"]),
        .init("pingfed/example/webauthn.html", ["decision": "stop", "stop": "ruled"]),
        .init("pingntlm/example/login.html", login("login-form", "pf.username", "pf.pass", "Log in")),
        .init("pingntlm/example/otp.html", code("otp-form", "otp")),
        .init("pingntlm/example/form-redirect.html", ["decision": "go-on"]),
        .init("pingntlm/example/webauthn.html", ["decision": "stop", "stop": "ruled"]),
        .init("aad/testdata/ConvergedSignIn.html", ["decision": "stop", "stop": "ruled"]),
        .init("aad/testdata/ConvergedTFA.html", ["decision": "stop", "stop": "ruled"]),
        .init("aad/testdata/HiddenForm.html", ["decision": "go-on"]),
        .init("googleapps/example/form-password-challengeid-1.html", login("challenge", nil, "Passwd", "Sign in")),
        .init("googleapps/example/form-password-challengeid-2.html", login("challenge", nil, "Passwd", "Sign in")),
        .init("googleapps/example/challenge-totp.html", code("challenge", "Pin")),
        .init(
            "googleapps/example/challenge-sms.html",
            ["decision": "follow-rule", "rule": "Google, code from a text message"]
        ),
        .init("googleapps/example/challenge-sms-send.html", ["decision": "stop", "stop": "choice"]),
        .init("browser/example/loginpage.html", login("form", "username", "password", nil)),
        .init("browser/example/loginpage-button-submit.html", login("form", "username", "password", "Login")),
        .init("testdata/saml.html", ["decision": "stop", "stop": "choice"]),
        .init("page/example/multi-form.html", ["decision": "stop"]),
    ]
}

/// The sandbox's login page, as somebody would save it.
private enum SandboxPage {
    /// Which of the selectors of all rules and features find something on it.
    static func selectors() async throws -> Set<String> {
        let login = ProviderPages(completingRealm: nil, checksCookies: true).login(action: "/adfs/ls/")
        let test = try TestContext()
        let page = SavedPage(
            body: Array(login.text.utf8),
            url: "https://adfs.corp.example/adfs/ls/",
            rules: .builtIn,
            runsScripts: true
        )
        return try await SignInPages.with(.inProcess, in: test.context) { try await page.decision($0) }
            .foundSelectors
    }
}

@Suite(
    "Captured pages of real identity providers",
    .enabled("the captured pages are not in \(CapturedPages.folder.path)") { CapturedPages.areThere },
    .timeLimit(.minutes(10))
)
struct CapturedPageTests {
    @Test("get what they need", arguments: CapturedExpectation.all)
    func needs(expected: CapturedExpectation) async throws {
        let decision = try await CapturedPages.decision(expected.file, after: expected.isAfterPassword)
        let fields = decision.report(ownRules: []).fields
        for (key, value) in expected.needs.sorted(by: { $0.key < $1.key }) {
            #expect(
                fields.first { $0.key == key }?.value.words == value,
                "\(key): \(fields.map { "\($0.key)=\($0.value.words)" })"
            )
        }
        if expected.needs["decision"] == "fill", expected.needs["userNameField"] == nil {
            #expect(!fields.contains { $0.key == "userNameField" })
        }
    }

    @Test(
        "are told by their features",
        arguments: [
            ("adfs2/example/loginpage.html", "a sign-in page of AD FS"),
            ("keycloak/example/mfapage.html", "a page of Keycloak"),
            ("pingfed/example/otp.html", "a page of PingFederate or PingID"),
            ("aad/testdata/ConvergedSignIn.html", "a sign-in page of Microsoft Entra ID"),
            ("googleapps/example/challenge-totp.html", "a sign-in page of Google"),
        ]
    )
    func look(file: String, what: String) async throws {
        let decision = try await CapturedPages.decision(file)
        let told = decision.report(ownRules: []).fields.first { $0.key == "looksLike" }
        #expect(told?.value.words == what)
    }

    @Test("have every element that a rule names which the sandbox's login page has too")
    func nothingOfTheSandbox() async throws {
        let sandbox = try await SandboxPage.selectors()
        #expect(!sandbox.isEmpty)
        var captured: Set<String> = []
        for expected in CapturedExpectation.all {
            captured.formUnion(try await CapturedPages.decision(expected.file).foundSelectors)
        }
        #expect(sandbox.subtracting(captured) == [])
    }

    @Test("are all decided on here, but fragments")
    func complete() throws {
        let known = CapturedExpectation.all.map(\.file)
        let unknown = try CapturedPages.rows().map(\.file)
            .filter { $0.hasPrefix("saml2aws/") && !$0.contains("LoginEmbeddedJson") }
            .filter { file in !known.contains { file.hasSuffix($0) } }
        #expect(unknown == [])
    }
}
