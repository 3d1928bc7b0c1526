import FinesseSandbox
import Testing

@Suite("Sandbox configuration")
struct ConfigurationTests {
    @Test("is valid by default")
    func defaultIsValid() throws {
        try SandboxConfiguration().validate()
    }

    @Test("takes what YAML says and keeps the default for the rest")
    func readsYAML() throws {
        let configuration = try SandboxConfiguration(
            yaml: """
                deployment: ucce
                authenticationMode: hybrid
                realm: bots.example
                sites: {parent: contact.example}
                finesseNodes:
                  - {host: finesse1.contact.example, port: 8445, certificate: expired}
                tokens: {form: opaque, accessLifetime: 10m, refreshLifetime: 3h}
                desktop: {callbackAnswer: redirect, stateChangeDelay: 5ms, testOutcome: NO TOKEN}
                identityService: {requestBinding: post, publishesMetaAlias: no}
                identityProvider: {session: {otherUser: prime}, completesUserNames: false}
                failures: [metadataNotInitialized, tokenAsHTML]
                checksCookies: off
                teams: [{id: 1, name: Autobots}]
                users:
                  - {loginName: prime, loginId: 7001, password: roll-out, teamId: 1, roles: [Agent, Supervisor]}
                """
        )
        #expect(configuration.deployment == .ucce)
        #expect(configuration.authenticationMode == .hybrid)
        #expect(configuration.realm == "bots.example")
        #expect(configuration.sites == .joined(parent: "contact.example"))
        #expect(configuration.finesseNodes.map(\.port) == [8445])
        #expect(configuration.finesseNodes.map(\.certificate) == [.expired])
        #expect(configuration.identityServiceNodes == SandboxConfiguration().identityServiceNodes)
        #expect(configuration.tokens.form == .opaque)
        #expect(configuration.tokens.accessLifetime == .seconds(600))
        #expect(configuration.tokens.refreshLifetime == .seconds(10_800))
        #expect(configuration.desktop.callbackAnswer == .redirect)
        #expect(configuration.desktop.stateChangeDelay == .milliseconds(5))
        #expect(configuration.desktop.testOutcome == .noToken)
        #expect(configuration.identityService.requestBinding == .post)
        #expect(!configuration.identityService.publishesMetaAlias)
        #expect(configuration.identityProvider.session == .otherUser("prime"))
        #expect(configuration.failures == [.metadataNotInitialized, .tokenAsHTML])
        #expect(!configuration.checksCookies)
        #expect(configuration.users.map(\.isSupervisor) == [true])
        #expect(configuration.users.map(\.lastName) == ["7001"])
    }

    @Test("is the default for an empty text")
    func emptyText() throws {
        #expect(try SandboxConfiguration(yaml: "") == SandboxConfiguration())
    }

    @Test(
        "refuses a value that cannot be used, and names its key",
        arguments: [
            ("tokens: {acessLifetime: 5m}", "tokens.acessLifetime"),
            ("unknown: 1", "unknown"),
            ("deployment: UCCZ", "deployment"),
            ("checksCookies: perhaps", "checksCookies"),
            ("tokens: 5", "tokens"),
            ("tokens: {accessLifetime: 5 minutes}", "tokens.accessLifetime"),
            ("tokens: {accessLifetime: 1s}", "tokens.accessLifetime"),
            ("tokens: {refreshLifetime: 25h}", "tokens.refreshLifetime"),
            ("tokens: {codeLifetime: 0, keepsDocumentedBounds: false}", "tokens.codeLifetime"),
            ("deployment: UCCX\nauthenticationMode: HYBRID", "authenticationMode"),
            ("users: []", "users"),
            ("users: [{loginName: a, loginId: 1}]", "users[0].password"),
            ("users: [{loginName: a, loginId: 1, password: ''}]", "users[0].password"),
            ("users: [{loginName: a, loginId: 1, password: x, teamId: 9}]", "users[0].teamId"),
            ("users: [{loginName: a@b, loginId: 1, password: x}]", "users[0].loginName"),
            (
                "users: [{loginName: a, loginId: 1, password: x}, {loginName: A, loginId: 2, password: x}]",
                "users[1]"
            ),
            ("users: [{loginName: a, loginId: 1, password: x, pasword: y}]", "users[0].pasword"),
            ("teams: [{name: x}]", "teams[0].id"),
            ("finesseNodes: []", "finesseNodes"),
            ("finesseNodes: [{host: finesse1.xyz.com, address: 10.0.0.1}]", "finesseNodes[0].address"),
            ("finesseNodes: [{host: finesse1.xyz.com, port: 70000}]", "finesseNodes[0].port"),
            ("finesseNodes: [{host: finesse1.xyz.com, port: x}]", "finesseNodes[0].port"),
            ("finesseNodes: [{port: 1}]", "finesseNodes[0].host"),
            ("finesseNodes: [{host: UPPER.example}]", "finesseNodes[0].host"),
            ("finesseNodes: [{host: ids.autobot.cvp}]", "identityServiceNodes[0].host"),
            ("sites: {parent: single}", "sites.parent"),
            ("failures: [sometimes]", "failures[0]"),
            ("identityProvider: {session: {otherUser: nobody}}", "identityProvider.session"),
            ("identityProvider: {session: often}", "identityProvider.session"),
            ("identityProvider: {jQueryFile: /none/jquery.js}", "identityProvider.jQueryFile"),
            ("identityService: {clientID: XYZ}", "identityService.clientID"),
            ("[1, 2]", "(whole file)"),
        ]
    )
    func refuses(yaml: String, key: String) throws {
        let error = try #require(throws: SandboxError.self) { try SandboxConfiguration(yaml: yaml) }
        guard case .configuration(let named, _) = error else {
            Issue.record("another error: \(error)")
            return
        }
        #expect(named == key)
    }

    @Test("says where text is no YAML")
    func unreadable() throws {
        let error = try #require(throws: SandboxError.self) { try SandboxConfiguration(yaml: "users: [\n{a: 1") }
        #expect(error.label == "unreadable")
    }

    @Test("allows lifetimes outside the documented bounds when asked to")
    func looseBounds() throws {
        let configuration = try SandboxConfiguration(
            yaml: "tokens: {accessLifetime: 2s, refreshLifetime: 10s, keepsDocumentedBounds: false}"
        )
        #expect(configuration.tokens.accessLifetime == .seconds(2))
    }

    @Test("prints no password")
    func printsNoPassword() {
        let user = SandboxUser(loginName: "a", loginId: "1", password: "Secret-Spark-1")
        #expect(!"\(user)".contains("Spark"))
        var dumped = ""
        dump(user, to: &dumped)
        #expect(!dumped.contains("Spark"))
    }

    @Test("puts the servers below one parent when the sites are joined")
    func joinedHosts() {
        var configuration = SandboxConfiguration()
        configuration.sites = .joined(parent: "contact.example")
        #expect(
            SandboxParty.allCases.map(configuration.host) == [
                "finesse1.contact.example", "ids.contact.example", "adfs.contact.example",
            ]
        )
    }
}
