import FinesseSandbox
import Testing

@Suite("Sandbox Workflow and WorkflowAction")
struct WorkflowTests {
    private static func action(
        _ name: String,
        type: String = "BROWSER_POP",
        handledBy: String = "FINESSE_DESKTOP",
        params: String = "<Param><name>path</name><value>http://x</value></Param>",
        variables: String = ""
    ) -> String {
        """
        <WorkflowAction><name>\(name)</name><type>\(type)</type><handledBy>\(handledBy)</handledBy>\
        <params>\(params)</params><actionVariables>\(variables)</actionVariables></WorkflowAction>
        """
    }

    private static func variable(
        _ name: String,
        type: String = "SYSTEM",
        node: String = "",
        test: String = ""
    ) -> String {
        """
        <ActionVariable><name>\(name)</name><type>\(type)</type><node>\(node)</node>\
        <testValue>\(test)</testValue></ActionVariable>
        """
    }

    private static func workflow(
        _ name: String,
        conditions: String = "",
        actions: [String] = ["/finesse/api/WorkflowAction/1"]
    ) -> String {
        let list = actions.map { "<WorkflowAction><uri>\($0)</uri></WorkflowAction>" }.joined()
        return """
            <Workflow><name>\(name)</name><description>D</description><media>5000</media>\
            <TriggerSet><type>SYSTEM</type></TriggerSet><ConditionSet>\(conditions)</ConditionSet>\
            <workflowActions>\(list)</workflowActions></Workflow>
            """
    }

    @Test("a workflow is created, read with its actions' summaries, changed in part and deleted")
    func life() async throws {
        let client = try await CatalogueClient()
        let body = Self.workflow("New", conditions: "<applyMethod>ANY</applyMethod>")
        let path = try #require(await client.create("Workflow", body))
        let answer = await client.get(path)
        #expect(answer.element("media") == "5000")
        #expect(answer.element("applyMethod") == "ANY")
        #expect(answer.elements("name") == ["New", "Open the customer&#39;s page"])
        #expect(answer.element("params") == nil)
        #expect(await client.put(path, "<Workflow><description>E</description></Workflow>").status == 200)
        #expect(await client.get(path).element("description") == "E")
        #expect(await client.get("Workflows").elements("Workflow").count == 2)
        #expect(await client.delete(path).status == 200)
        #expect(await client.get(path).outcome == "404 Not Found")
    }

    @Test("an action is created, read, changed in part and deleted, unless a workflow has it")
    func actionLife() async throws {
        let client = try await CatalogueClient()
        let body = Self.action("New", variables: Self.variable("v", type: "CUSTOM", node: "//dialog/x", test: "1"))
        let path = try #require(await client.create("WorkflowAction", body))
        let answer = await client.get(path)
        #expect(
            ["uri", "type", "handledBy", "value", "node", "testValue"].map { answer.element($0) } == [
                "/finesse/api/\(path)", "BROWSER_POP", "FINESSE_DESKTOP", "http://x", "//dialog/x", "1",
            ]
        )
        #expect(await client.put(path, "<WorkflowAction><name>Newer</name></WorkflowAction>").status == 200)
        #expect(await client.get("WorkflowActions").elements("WorkflowAction").count == 3)
        #expect(await client.delete(path).status == 200)
        #expect(await client.delete("WorkflowAction/1").outcome == "400 Finesse API Error")
        #expect(await client.delete("Workflow/1").status == 200)
        #expect(await client.delete("WorkflowAction/1").status == 200)
    }

    @Test(
        "refuses what goes against its rules",
        arguments: [
            Misuse("POST", "Workflow", "<Workflow/>", "400 Parameter Missing", data: "name"),
            Misuse(
                "POST",
                "Workflow",
                "<Workflow><name>N</name></Workflow>",
                "400 Parameter Missing",
                data: "TriggerSet"
            ),
            Misuse("POST", "Workflow", workflow("customer page"), "400 Finesse API Error", data: "name"),
            Misuse("POST", "Workflow", workflow(Misuse.letters(41)), "400 Invalid Input", data: "name"),
            Misuse(
                "POST",
                "Workflow",
                workflow("A", conditions: String(repeating: "<Condition/>", count: 6)),
                "400 Maximum Exceeded",
                data: "ConditionSet"
            ),
            Misuse(
                "POST",
                "Workflow",
                workflow("A", actions: Array(repeating: "/finesse/api/WorkflowAction/1", count: 6)),
                "400 Maximum Exceeded",
                data: "workflowActions"
            ),
            Misuse(
                "POST",
                "Workflow",
                workflow("A", actions: ["/finesse/api/WorkflowAction/9"]),
                "400 Finesse API Error",
                data: "/finesse/api/WorkflowAction/9"
            ),
            Misuse(
                "POST",
                "Workflow",
                workflow("A", actions: ["/finesse/api/Workflow/1"]),
                "400 Invalid Input",
                data: "uri"
            ),
            Misuse("PUT", "Workflow/1", "<Workflow/>", "400 Invalid Input"),
            Misuse("PUT", "Workflow/8", workflow("A"), "404 Not Found", data: "8"),
            Misuse("POST", "WorkflowAction", "<WorkflowAction/>", "400 Parameter Missing", data: "name"),
            Misuse("POST", "WorkflowAction", action("A", type: "POP"), "400 Invalid Input", data: "type"),
            Misuse("POST", "WorkflowAction", action("A", handledBy: "ME"), "400 Invalid Input", data: "handledBy"),
            Misuse("POST", "WorkflowAction", action("A", params: ""), "400 Parameter Missing", data: "path"),
            Misuse(
                "POST",
                "WorkflowAction",
                action("A", params: "<Param><name>body</name><value>x</value></Param>"),
                "400 Invalid Input",
                data: "params"
            ),
            Misuse(
                "POST",
                "WorkflowAction",
                action(
                    "A",
                    type: "HTTP_REQUEST",
                    params: "<Param><name>path</name><value>x</value></Param>"
                        + "<Param><name>method</name><value>GET</value></Param>"
                ),
                "400 Invalid Input",
                data: "method"
            ),
            Misuse(
                "POST",
                "WorkflowAction",
                action(
                    "A",
                    type: "HTTP_REQUEST",
                    params: "<Param><name>path</name><value>x</value></Param>"
                        + "<Param><name>location</name><value>HERE</value></Param>"
                ),
                "400 Invalid Input",
                data: "location"
            ),
            Misuse(
                "POST",
                "WorkflowAction",
                action("A", variables: String(repeating: variable("v"), count: 6)),
                "400 Maximum Exceeded",
                data: "actionVariables"
            ),
            Misuse(
                "POST",
                "WorkflowAction",
                action("A", variables: variable("v", type: "CUSTOM")),
                "400 Parameter Missing",
                data: "node"
            ),
            Misuse(
                "POST",
                "WorkflowAction",
                action("A", variables: variable("v", type: "MINE")),
                "400 Invalid Input",
                data: "type"
            ),
            Misuse(
                "POST",
                "WorkflowAction",
                action("A", variables: variable(Misuse.letters(33))),
                "400 Invalid Input",
                data: "name"
            ),
            Misuse(
                "POST",
                "WorkflowAction",
                action("A", variables: variable("v", node: Misuse.letters(501))),
                "400 Invalid Input",
                data: "node"
            ),
            Misuse(
                "POST",
                "WorkflowAction",
                action("A", variables: variable("v", test: Misuse.letters(129))),
                "400 Invalid Input",
                data: "testValue"
            ),
            Misuse("POST", "WorkflowAction", action(Misuse.letters(65)), "400 Invalid Input", data: "name"),
            Misuse("POST", "WorkflowAction", action("Tell the ticket system"), "400 Finesse API Error", data: "name"),
            Misuse("PUT", "WorkflowAction/1", "<WorkflowAction/>", "400 Invalid Input"),
            Misuse("DELETE", "WorkflowAction/9", nil, "404 Not Found", data: "9"),
        ]
    )
    func misuse(_ misuse: Misuse) async throws { await misuse.check(try await CatalogueClient()) }

    @Test("there are a hundred of each")
    func most() async throws {
        let client = try await CatalogueClient {
            $0.workflows = (1...100).map { SandboxWorkflow(id: $0, name: "Workflow \($0)") }
            $0.workflowActions = (1...100).map { id in
                SandboxWorkflowAction(id: id, name: "Action \(id)", params: [.init("path", "x")])
            }
        }
        #expect(await client.post("Workflow", Self.workflow("A")).outcome == "400 Maximum Exceeded")
        #expect(await client.post("WorkflowAction", Self.action("A")).outcome == "400 Maximum Exceeded")
    }

    @Test("are configured in YAML, where a set that is no XML is refused by name")
    func yaml() throws {
        let text = "workflows: [{id: 1, name: W, triggerSet: '<TriggerSet', actions: ['1']}]"
        do throws(SandboxError) {
            _ = try SandboxConfiguration(yaml: text)
            Issue.record("accepted")
        } catch {
            #expect(error == .configuration(key: "workflows[0]", reason: "TriggerSet must be an element"))
        }
        let good = try SandboxConfiguration(yaml: "workflows: [{id: 1, name: W, actions: [2, 1], teams: ['5000']}]")
        #expect(good.workflows.first?.actions == [2, 1])
    }
}
