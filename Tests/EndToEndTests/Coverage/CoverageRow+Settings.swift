import Finesse
import FinesseSandbox
import FinesseTypes
import Testing
import XMLTree

extension CoverageRow {
    static let settingsRows = [
        CoverageRow(.layoutConfig, "reads the default layout of the desktop") { (world: RESTWorld) async throws in
            #expect(try await world.administrator.defaultLayout().layoutXML?.contains("finesseLayout") == true)
        },
        CoverageRow(.setLayoutConfig, "changes the default layout, and refuses what is no layout") {
            (world: RESTWorld) async throws in
            let layout = try await world.administrator.defaultLayout().layoutXML ?? ""
            try await world.administrator.updateDefaultLayout(to: LayoutConfigChange(layoutXML: layout + "\n"))
            #expect(try await world.administrator.defaultLayout().layoutXML?.contains("finesseLayout") == true)
            let refused = try await refusal { () throws(FinesseError) in
                try await world.administrator.updateDefaultLayout(to: LayoutConfigChange(layoutXML: "<x>"))
            }
            #expect(refused == 400)
        },
        CoverageRow(.clusterConfig, "reads the second node") { (world: RESTWorld) async throws in
            #expect(try await world.administrator.clusterConfig().uri == "/finesse/api/ClusterConfig")
        },
        CoverageRow(.setClusterConfig, "changes the second node") { (world: RESTWorld) async throws in
            try await world.administrator.updateClusterConfig(
                to: ClusterConfigChange(secondaryHost: "b.example.com")
            )
            #expect(try await world.administrator.clusterConfig().secondaryHost == "b.example.com")
        },
        CoverageRow(.enterpriseDatabaseConfig, "reads where users come from, on Unified CCE only") {
            (world: RESTWorld) async throws in
            #expect(try await world.administrator.enterpriseDatabaseConfig().port != nil)
        },
        CoverageRow(.setEnterpriseDatabaseConfig, "changes where users come from") { (world: RESTWorld) async throws in
            let change = EnterpriseDatabaseConfigChange(databaseName: "other_awdb")
            try await world.administrator.updateEnterpriseDatabaseConfig(to: change)
            #expect(try await world.administrator.enterpriseDatabaseConfig().databaseName == "other_awdb")
        },
        CoverageRow(.systemConfig, "reads the links to the CTI servers") { (world: RESTWorld) async throws in
            #expect(try await world.administrator.systemConfig().port != nil)
        },
        CoverageRow(.setSystemConfig, "changes the links to the CTI servers") { (world: RESTWorld) async throws in
            try await world.administrator.updateSystemConfig(to: SystemConfigChange(port: 42028))
            #expect(try await world.administrator.systemConfig().port == 42028)
        },
        CoverageRow(.configInfo, "counts what is configured") { (world: RESTWorld) async throws in
            let info = try await world.administrator.configInfo()
            #expect(info.totalUsers == world.sandbox.configuration.users.count)
            #expect(info.totalTeams == world.sandbox.configuration.teams.count)
        },
        CoverageRow(.eccVariableConfig, "lists the expanded call variables, past the cache too") {
            (world: RESTWorld) async throws in
            let variables = try await world.administrator.eccVariableConfig().variables
            #expect(variables.count == world.sandbox.configuration.eccVariables.count && !variables.isEmpty)
            #expect(try await world.administrator.eccVariableConfig(bypassingCache: true).variables == variables)
        },
        CoverageRow(.chatConfig, "reads where the chat's servers are") { (world: RESTWorld) async throws in
            #expect(try await world.client().chatConfig().uri == "/finesse/api/ChatConfig")
        },
        CoverageRow(.setChatConfig, "changes where the chat's servers are") { (world: RESTWorld) async throws in
            let change = ChatConfigChange(
                primaryNode: "https://chat1.example.com:5280/http-bind/",
                secondaryNode: "https://chat2.example.com:5280/http-bind/"
            )
            try await world.administrator.updateChatConfig(to: change)
            #expect(try await world.administrator.chatConfig().primaryNode == change.primaryNode)
        },
        CoverageRow(.connectedUsersInfo, "counts who is connected, for administrators only") {
            (world: RESTWorld) async throws in
            #expect(try await world.administrator.connectedUsersInfo().total == 0)
            let agent = try await refusal { () throws(FinesseError) in
                _ = try await world.client().connectedUsersInfo()
            }
            #expect(agent == 403)
        },
        CoverageRow(.runtimeConfigInfo, "hands on what the server runs with") { (world: RESTWorld) async throws in
            #expect(try await world.administrator.runtimeConfigInfo().child(named: "deploymentType")?.text == "UCCE")
        },
    ]
}
