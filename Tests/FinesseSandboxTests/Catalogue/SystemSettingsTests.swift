import FinesseSandbox
import Testing

@Suite("Sandbox system settings, layouts and information")
struct SystemSettingsTests {
    @Test(
        "SystemConfig is read and changed in part, with and without /1",
        arguments: ["SystemConfig", "SystemConfig/1"]
    )
    func system(path: String) async throws {
        let client = try await CatalogueClient()
        #expect(await client.get(path).element("peripheralId") == "5000")
        let body = "<SystemConfig><cti><host>pg2.xyz.com</host><secure>true</secure></cti></SystemConfig>"
        #expect(await client.put(path, body).status == 200)
        let answer = await client.get("SystemConfig")
        #expect(
            ["uri", "host", "port", "secure"].map { answer.element($0) } == [
                "/finesse/api/SystemConfig", "pg2.xyz.com", "42027", "true",
            ]
        )
    }

    @Test("EnterpriseDatabaseConfig is read and changed in part, and its password is never shown")
    func database() async throws {
        let client = try await CatalogueClient()
        let path = "EnterpriseDatabaseConfig/1"
        let body = "<EnterpriseDatabaseConfig><port>1434</port><password>hush</password></EnterpriseDatabaseConfig>"
        #expect(await client.put(path, body).status == 200)
        let answer = await client.get(path)
        #expect(answer.element("port") == "1434")
        #expect(answer.element("password") == "")
    }

    @Test("ClusterConfig names the secondary node, ChatConfig the chat servers, which agents may read")
    func others() async throws {
        let client = try await CatalogueClient()
        let cluster = "<ClusterConfig><secondaryNode><host>finesse2.xyz.com</host></secondaryNode></ClusterConfig>"
        #expect(await client.put("ClusterConfig", cluster).status == 200)
        #expect(await client.get("ClusterConfig/1").element("host") == "finesse2.xyz.com")
        let chat =
            "<ChatConfig><primaryNode>https://a</primaryNode><secondaryNode>https://b</secondaryNode></ChatConfig>"
        #expect(await client.put("ChatConfig", chat).status == 200)
        let answer = await client.agent.get("ChatConfig?bypassServerCache=true")
        #expect([answer.element("primaryNode"), answer.element("secondaryNode")] == ["https://a", "https://b"])
        #expect(await client.agent.put("ChatConfig", chat).outcome == "401 Authorization Failure")
    }

    @Test(
        "refuse what goes against their rules",
        arguments: [
            Misuse("PUT", "SystemConfig", "<SystemConfig/>", "400 Parameter Missing", data: "cti"),
            Misuse("PUT", "SystemConfig", "<SystemConfig><cti/></SystemConfig>", "400 Parameter Missing", data: "host"),
            Misuse(
                "PUT",
                "SystemConfig",
                "<SystemConfig><cti><port>0</port></cti></SystemConfig>",
                "400 Invalid Input",
                data: "port"
            ),
            Misuse(
                "PUT",
                "SystemConfig",
                "<SystemConfig><cti><secure>yes</secure></cti></SystemConfig>",
                "400 Invalid Input",
                data: "secure"
            ),
            Misuse(
                "PUT",
                "SystemConfig",
                "<SystemConfig><cti><host></host></cti></SystemConfig>",
                "400 Parameter Missing",
                data: "host"
            ),
            Misuse(
                "PUT",
                "EnterpriseDatabaseConfig",
                "<EnterpriseDatabaseConfig><backupPort>1</backupPort></EnterpriseDatabaseConfig>",
                "400 Parameter Missing",
                data: "backupHost"
            ),
            Misuse("PUT", "ClusterConfig", "<ClusterConfig/>", "400 Parameter Missing", data: "secondaryNode"),
            Misuse("PUT", "ChatConfig", "<ChatConfig/>", "400 Parameter Missing", data: "primaryNode"),
            Misuse("PUT", "LayoutConfig/default", "<LayoutConfig/>", "400 Parameter Missing", data: "layoutxml"),
            Misuse(
                "PUT",
                "LayoutConfig/default",
                "<LayoutConfig><layoutxml>&lt;finesseLayout></layoutxml></LayoutConfig>",
                "400 Invalid Input"
            ),
            Misuse(
                "PUT",
                "LayoutConfig/default",
                "<LayoutConfig><layoutxml>&lt;layout/></layoutxml></LayoutConfig>",
                "400 Invalid Input"
            ),
        ]
    )
    func misuse(_ misuse: Misuse) async throws { await misuse.check(try await CatalogueClient()) }

    @Test("the default layout is what was configured, then what was set")
    func layout() async throws {
        let client = try await CatalogueClient { $0.defaultLayout = "<finesseLayout><a/></finesseLayout>" }
        #expect(await client.get("LayoutConfig/default").element("layoutxml")?.contains("&lt;a/&gt;") == true)
        let body = "<LayoutConfig><layoutxml>&lt;finesseLayout>&lt;b/>&lt;/finesseLayout></layoutxml></LayoutConfig>"
        #expect(await client.put("LayoutConfig/default", body).status == 200)
        let answer = await client.get("LayoutConfig/default")
        #expect(answer.element("uri") == "/finesse/api/LayoutConfig/default")
        #expect(answer.element("layoutxml") == "&lt;finesseLayout&gt;&lt;b/&gt;&lt;/finesseLayout&gt;")
    }

    @Test(
        "what Unified CCX does not have is not implemented there",
        arguments: [
            "SystemConfig", "SystemConfig/1", "ClusterConfig", "EnterpriseDatabaseConfig", "ECCVariableConfig",
            "MediaDomain",
        ]
    )
    func express(path: String) async throws {
        let client = try await CatalogueClient { $0.deployment = .uccx }
        #expect(await client.get(path).outcome == "501 Not Implemented")
        #expect(await client.get("ChatConfig").status == 200)
    }

    @Test("expanded call variables, counts and system variables are shown")
    func information() async throws {
        let client = try await CatalogueClient {
            $0.eccVariables = [SandboxECCVariable(name: "user.a", length: 210)]
        }
        let variables = await client.agent.get("ECCVariableConfig")
        #expect([variables.element("name"), variables.element("length")] == ["user.a", "210"])
        let info = await client.get("ConfigInfo")
        let users = client.sandbox.configuration.users
        #expect(info.element("totalUsers") == String(users.count))
        #expect(info.element("totalSupervisors") == String(users.count { $0.isSupervisor }))
        #expect(info.element("totalTeams") == String(client.sandbox.configuration.teams.count))
        let system = await client.get("SystemVariables")
        #expect(system.elements("name").contains("callVariable10"))
        #expect(await client.agent.get("SystemVariables").outcome == "401 Authorization Failure")
    }

    @Test("connected users are counted, for the administrator alone; RuntimeConfigInfo is there")
    func serviceability() async throws {
        let client = try await CatalogueClient()
        #expect(await client.get("ConnectedUsersInfo").element("totalConnectedUsers") == "0")
        let login = "<User><state>LOGIN</state><extension>1001</extension></User>"
        #expect(await client.agent.put("User/98411", login).status == 202)
        await client.sandbox.clock.advance(by: .seconds(5))
        let answer = await client.get("ConnectedUsersInfo")
        #expect(answer.element("totalConnectedUsers") == "1")
        #expect(answer.element("uri") == "/finesse/api/ConnectedUsersInfo")
        #expect(await client.agent.get("ConnectedUsersInfo").outcome == "403 Forbidden")
        #expect(await client.get("RuntimeConfigInfo").element("deploymentType") == "UCCE")
        await client.sandbox.setFailures([.finesseOutOfService])
        #expect(await client.get("ConnectedUsersInfo").outcome == "503 Service Unavailable")
    }

    @Test("settings are kept by a snapshot")
    func state() async throws {
        let client = try await CatalogueClient()
        let body = "<SystemConfig><cti><host>pg9.xyz.com</host></cti></SystemConfig>"
        _ = await client.put("SystemConfig", body)
        let snapshot = try await client.sandbox.snapshot()
        try await client.sandbox.reset()
        #expect(await client.get("SystemConfig").element("host") == "pg1a.xyz.com")
        try await client.sandbox.restore(snapshot)
        #expect(await client.get("SystemConfig").element("host") == "pg9.xyz.com")
    }

    @Test(
        "bad values are refused by key",
        arguments: [
            ("eccVariables: [{name: a, length: 1}]", "eccVariables[0].name"),
            ("eccVariables: [{name: user.a, length: 211}]", "eccVariables[0].length"),
            ("defaultLayout: '<x/>'", "defaultLayout"), ("teamMessageLimit: -1", "teamMessageLimit"),
            ("mediaDomains: [{id: '1', name: A}]", "mediaDomains[0].id"),
            ("mediaDomains: [{id: '2'}]", "mediaDomains[0].name"),
            ("mediaDomains: [{id: '2', name: A, startTimeout: 0s}]", "mediaDomains[0].startTimeout"),
        ]
    )
    func yaml(text: String, key: String) {
        do throws(SandboxError) {
            _ = try SandboxConfiguration(yaml: text)
            Issue.record("accepted")
        } catch {
            guard case .configuration(key, _) = error else {
                Issue.record("\(error)")
                return
            }
        }
    }
}
