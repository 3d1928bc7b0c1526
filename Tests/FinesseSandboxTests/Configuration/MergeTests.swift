import FinesseSandbox
import Testing

@Suite("Sandbox configuration, changed in part")
struct MergeTests {
    @Test("a merge changes what it names and leaves the rest")
    func merges() throws {
        var configuration = SandboxConfiguration.with { $0.tokens.accessLifetime = .seconds(600) }
        try configuration.merge(yaml: "tokens: {form: opaque}\nfailures: [tokenAsHTML]")
        #expect(configuration.tokens.form == .opaque)
        #expect(configuration.tokens.accessLifetime == .seconds(600))
        #expect(configuration.failures == [.tokenAsHTML])
        try configuration.merge(yaml: "failures: [invalidClient]")
        #expect(configuration.failures == [.invalidClient])
    }

    @Test(
        "a key is set by its dotted name",
        arguments: [
            ("tokens.accessLifetime", "10m"), ("desktop.testOutcome", "NO TOKEN"),
            ("identityProvider.session", "{otherUser: mwitwicky}"), ("failures", "[tokensVoid, invalidClient]"),
            ("users.sjefferson.isLocked", "true"), ("identityService.clockOffset", "-10m"),
            ("desktop.secondaryNode", "finesse2.xyz.com:8445"), ("release", "12.6(2)"),
        ]
    )
    func sets(key: String, value: String) throws {
        var configuration = SandboxConfiguration()
        try configuration.set(key, to: value)
        #expect(configuration != SandboxConfiguration())
        #expect(try configuration.document().text != SandboxConfiguration().document().text)
    }

    @Test("a refused merge names the key and changes nothing")
    func refused() throws {
        var configuration = SandboxConfiguration()
        for (key, value, named) in [
            ("tokens.accesLifetime", "10m", "tokens.accesLifetime"), ("users.nobody.isLocked", "true", "users.nobody"),
            ("tokens..form", "opaque", "tokens..form"), ("tokens", "5", "tokens"), ("realm", "", "realm"),
            ("identityProvider.session", "{}", "identityProvider.session.otherUser"),
        ] {
            let error = #expect(throws: SandboxError.self) { try configuration.set(key, to: value) }
            guard case .configuration(named, _) = error else {
                Issue.record("another error for \(key): \(String(describing: error))")
                continue
            }
        }
        #expect(configuration == SandboxConfiguration())
    }

    @Test("an empty value empties what may be empty")
    func empties() throws {
        var configuration = SandboxConfiguration.with {
            $0.desktop.secondaryNode = "finesse2.xyz.com"
            $0.finesseNodes[0].certificate = .expired
        }
        try configuration.set("desktop.secondaryNode", to: "null")
        #expect(configuration.desktop.secondaryNode == nil)
    }

    @Test("users are merged by login name, and a list without passwords keeps those that are known")
    func users() throws {
        var configuration = SandboxConfiguration()
        try configuration.merge(yaml: "users: {llennox: {isLocked: false}, bwitwicky: {usesSSO: true}}")
        #expect(configuration.users.map(\.loginName) == SandboxUser.builtIn.map(\.loginName))
        #expect(!configuration.users.contains { $0.isLocked || !$0.usesSSO })
        try configuration.merge(yaml: "users: [{loginName: sjefferson, loginId: '1'}]")
        #expect(configuration.users.map(\.password.characters) == ["Ratchet-1984"])
        #expect(throws: SandboxError.self) { try configuration.merge(yaml: "users: [{loginName: ann, loginId: '1'}]") }
    }

    @Test("what is shown can be put back, and says no secret")
    func roundTrip() throws {
        let configuration = SandboxConfiguration.with {
            $0.sites = .joined(parent: "contact.example")
            $0.identityProvider.session = .otherUser("mwitwicky")
            $0.identityProvider.oneTimeCode = "GEZDGNBVGY3TQOJQ"
            $0.identityService.clockOffset = .milliseconds(-1500)
            $0.failures = [.tokensVoid]
            $0.tokens.accessLifetime = .seconds(600)
        }
        let text = try configuration.document().text
        for secret in configuration.users.map(\.password.characters) + ["GEZDGNBVGY3TQOJQ"] {
            #expect(!text.contains(secret))
        }
        var copy = SandboxConfiguration()
        copy.identityProvider.oneTimeCode = "GEZDGNBVGY3TQOJQ"
        // JSON is YAML, as long as it has no letters outside ASCII.
        try copy.merge(yaml: text)
        #expect(copy == configuration)
    }

    @Test("every key that is shown is described with what may stand there")
    func schema() throws {
        let schema = try SandboxConfiguration.schema().text
        for part in [
            #""authenticationMode":{"enum":["SSO","NON_SSO","HYBRID"]}"#, #""password":{"type":["string","null"]"#,
            #""accessLifetime":{"type":"string","pattern":"#, #""checksCookies":{"type":"boolean"}"#,
            #""certificate":{"enum":["expired","notYetValid","selfSigned","wrongName",null]}"#,
        ] {
            #expect(schema.contains(part), "\(part)")
        }
    }
}
