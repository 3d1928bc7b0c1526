import FinesseSandbox
import Testing

@Suite("Switches of the sandbox, as a client sees them", .timeLimit(.minutes(10)))
struct SwitchTests {
    @Test("show nothing while they are off", arguments: SandboxSwitch.all)
    func off(_ row: SandboxSwitch) async throws {
        let seen = try await row.outcome(of: row.configurationOff)
        #expect(seen == row.off)
    }

    @Test("are obeyed when YAML sets them, which says the same as Swift", arguments: SandboxSwitch.all)
    func on(_ row: SandboxSwitch) async throws {
        let configuration = try SandboxConfiguration(yaml: row.yaml)
        #expect(configuration == row.configurationOn)
        let seen = try await row.outcome(of: configuration)
        #expect(seen == row.on)
        #expect(row.on != row.off)
    }

    @Test("are obeyed from the moment they are turned", arguments: SandboxSwitch.all.filter { !$0.needsStart })
    func turned(_ row: SandboxSwitch) async throws {
        let sandbox = try await FinesseSandbox.withoutServers(row.configurationOff, clock: .virtual())
        try await sandbox.reconfigure { $0 = row.configurationOn }
        let seen = try await row.observe(SwitchWorld(sandbox, row.options))
        #expect(seen == row.on)
        await sandbox.stop()
    }

    @Test("are all here, or shown by a test of their own")
    func complete() {
        let shown = Set(SandboxSwitch.all.map { $0.name.prefix { $0 != "=" } }.map(String.init))
        let missing = Self.settings.subtracting(shown).subtracting(Self.shownElsewhere.keys)
        #expect(missing == [])
        #expect(Set(Self.shownElsewhere.keys).intersection(shown) == [])
    }

    /// What a test of its own shows, and which.
    private static let shownElsewhere = [
        "finesseNodes": "NodeTests", "identityServiceNodes": "NodeTests", "identityProviderNodes": "CertificateTests",
        "desktop.failoverDuration": "NodePairTests",
        "failures": "PageFailureTests: every one of them",
        "faults": "FaultTests: every kind of them", "faultSeed": "FaultTests",
        "hasPlainHop": "VariantTests, for it needs a port of its own",
        "contactCentre": "AgentTests, CallTests, QueueTests: each of them",
        "users.wrapUpOnIncoming": "QueueTests", "users.wrapUpOnOutgoing": "QueueTests",
        "users.wrapUpTimer": "QueueTests",
        "control": "ControlServerTests", "keysDirectory": "ServerTests", "sharesKeys": "ServerTests",
        "stateFile": "StateFileTests", "teams": "UserTests",
        "administrator": "AdministratorTests", "reasonCodes": "ReasonCodeTests", "wrapUpReasons": "WrapUpReasonTests",
        "phoneBooks": "PhoneBookTests", "mediaLayouts": "MediaLayoutTests", "workflows": "WorkflowTests",
        "workflowActions": "WorkflowTests", "defaultLayout": "SystemSettingsTests",
        "eccVariables": "SystemSettingsTests", "mediaDomains": "MediaTests", "teamMessageLimit": "TeamMessageTests",
        "users.loginName": "VariantTests", "users.loginId": "VariantTests", "users.password": "RefusalTests",
        "users.firstName": "UserTests", "users.lastName": "UserTests", "users.teamId": "UserTests",
        "users.dialogsId": "UserTests",
        "desktop.testOutcome": "DesktopTestPageTests: each of them",
        "identityService.foreignProviderMetadata": "FailureTests, and make test-idp",
        "identityProvider.jQuery": "JQueryTests", "identityProvider.skin": "SkinTests: each of them",
        "identityProvider.language": "SkinTests", "identityProvider.homeRealms": "SkinTests",
    ]

    /// Every key of the configuration, by the names of its properties.
    private static var settings: Set<String> {
        let configuration = SandboxConfiguration()
        let sections = ["tokens", "desktop", "identityService", "identityProvider"]
        var names: Set<String> = []
        for child in Mirror(reflecting: configuration).children {
            guard let name = child.label else { continue }
            if sections.contains(name) {
                names.formUnion(Mirror(reflecting: child.value).children.compactMap(\.label).map { "\(name).\($0)" })
            } else if name == "users", let user = configuration.users.first {
                names.formUnion(Mirror(reflecting: user).children.compactMap(\.label).map { "users.\($0)" })
            } else {
                names.insert(name)
            }
        }
        return names
    }
}
