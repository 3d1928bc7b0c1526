import Finesse
import FinesseTypes
import Testing
import XMLTree

extension CallRow {
    static let settings: [CallRow] = [
        .get("C14", "ClusterConfig", "<ClusterConfig/>") { client throws(FinesseError) in
            #expect(try await client.clusterConfig().secondaryHost == nil)
        },
        .change(
            "C15",
            "PUT",
            "ClusterConfig",
            "<ClusterConfig><secondaryNode><host>b</host></secondaryNode></ClusterConfig>"
        ) { client throws(FinesseError) in
            try await client.updateClusterConfig(to: ClusterConfigChange(secondaryHost: "b"))
        },
        .get("C16", "EnterpriseDatabaseConfig", "<EnterpriseDatabaseConfig><port>1</port></EnterpriseDatabaseConfig>") {
            client throws(FinesseError) in
            #expect(try await client.enterpriseDatabaseConfig().port == 1)
        },
        .change(
            "C17",
            "PUT",
            "EnterpriseDatabaseConfig",
            "<EnterpriseDatabaseConfig><password>p</password></EnterpriseDatabaseConfig>"
        ) { client throws(FinesseError) in
            let change = EnterpriseDatabaseConfigChange(password: Password("p"))
            try await client.updateEnterpriseDatabaseConfig(to: change)
        },
        .get("C18", "SystemConfig", "<SystemConfig><cti><port>1</port></cti></SystemConfig>") {
            client throws(FinesseError) in
            #expect(try await client.systemConfig().port == 1)
        },
        .change("C19", "PUT", "SystemConfig", "<SystemConfig><cti><host>h</host></cti></SystemConfig>") {
            client throws(FinesseError) in
            try await client.updateSystemConfig(to: SystemConfigChange(host: "h"))
        },
        .get("C20", "ConfigInfo", "<ConfigInfo><totalUsers>4</totalUsers></ConfigInfo>") {
            client throws(FinesseError) in
            #expect(try await client.configInfo().totalUsers == 4)
        },
        .get("C21", "ECCVariableConfig", "<ECCVariableConfig><ECCVariable/></ECCVariableConfig>") {
            client throws(FinesseError) in
            #expect(try await client.eccVariableConfig().variables.count == 1)
        },
        .get("C21", "ECCVariableConfig?bypassServerCache=true", "<ECCVariableConfig/>") {
            client throws(FinesseError) in
            _ = try await client.eccVariableConfig(bypassingCache: true)
        },
        .get("C22", "ChatConfig", "<ChatConfig><primaryNode>a</primaryNode></ChatConfig>") {
            client throws(FinesseError) in
            #expect(try await client.chatConfig().primaryNode == "a")
        },
        .change("C23", "PUT", "ChatConfig", "<ChatConfig><secondaryNode>b</secondaryNode></ChatConfig>") {
            client throws(FinesseError) in
            try await client.updateChatConfig(to: ChatConfigChange(secondaryNode: "b"))
        },
    ]

    static let serviceability: [CallRow] = [
        .get("V4", "ConnectedUsersInfo", "<ConnectedUsersInfo/>") { client throws(FinesseError) in
            #expect(try await client.connectedUsersInfo().total == nil)
        },
        .get("V8", "RuntimeConfigInfo", "<RuntimeConfigInfo/>") { client throws(FinesseError) in
            #expect(try await client.runtimeConfigInfo().children.isEmpty)
        },
    ]
}
