import FinesseSandbox
import Testing

@Suite("Sandbox ReasonCode")
struct ReasonCodeTests {
    private static func code(_ code: String, _ label: String, category: String = "NOT_READY") -> String {
        """
        <ReasonCode><category>\(category)</category><code>\(code)</code><label>\(label)</label>\
        <forAll>true</forAll></ReasonCode>
        """
    }

    @Test("is created, read, changed in part and deleted, and its number is not used again")
    func life() async throws {
        let client = try await CatalogueClient()
        let path = try #require(await client.create("ReasonCode", Self.code("10", "Team Meeting")))
        #expect(path == "ReasonCode/6")
        let names = ["uri", "category", "code", "label", "forAll", "systemCode"]
        let answer = await client.get(path)
        #expect(
            names.map { answer.element($0) } == [
                "/finesse/api/ReasonCode/6", "NOT_READY", "10", "Team Meeting", "true", "false",
            ]
        )
        #expect(await client.put(path, "<ReasonCode><label>One</label><label>Two</label></ReasonCode>").text == "")
        let changed = await client.get(path)
        #expect(changed.element("label") == "Two")
        #expect(changed.element("code") == "10")
        #expect(await client.delete(path).status == 200)
        #expect(await client.get(path).outcome == "404 Not Found")
        #expect(await client.delete(path).outcome == "404 Not Found")
        #expect(await client.create("ReasonCode", Self.code("10", "Team Meeting")) == "ReasonCode/7")
    }

    @Test("is listed by category, found by code, and read by agents")
    func reading() async throws {
        let client = try await CatalogueClient()
        let list = await client.get("ReasonCodes?category=NOT_READY")
        #expect(list.text.contains(#"<ReasonCodes category="NOT_READY">"#))
        #expect(list.elements("label") == ["Break", "Lunch", "Meeting", "Training", "Back office"])
        #expect(await client.get("ReasonCodes?category=LOGOUT").elements("label") == [])
        #expect(await client.get("ReasonCode?category=NOT_READY&code=3").element("label") == "Meeting")
        #expect(await client.agent.get("ReasonCode/3").element("label") == "Meeting")
        // Those that the contact centre itself uses are in no list.
        #expect(await client.get("ReasonCode/10001").outcome == "404 Not Found")
    }

    @Test("is configured in YAML")
    func yaml() async throws {
        let configuration = try SandboxConfiguration(
            yaml: """
                authenticationMode: NON_SSO
                reasonCodes: [{id: 4, category: LOGOUT, code: 77, label: Home}]
                """
        )
        let client = try await CatalogueClient { $0 = configuration }
        #expect(await client.get("ReasonCodes?category=LOGOUT").elements("label") == ["Home"])
        #expect(await client.get("ReasonCodes?category=NOT_READY").elements("label") == [])
        #expect(await client.create("ReasonCode", Self.code("1", "New")) == "ReasonCode/5")
    }

    @Test(
        "refuses a configuration by the same rules",
        arguments: [
            ("[{id: 1, code: 0, label: A}]", "reasonCodes[0]"), ("[{code: 1, label: A}]", "reasonCodes[0].id"),
            ("[{id: 1, code: 1, label: A}, {id: 1, code: 2, label: B}]", "reasonCodes[1].id"),
            ("[{id: 1, code: 1, label: A}, {id: 2, code: 1, label: B}]", "reasonCodes[0]"),
            ("[{id: 1, code: 1, label: A, teams: ['7']}]", "reasonCodes[0].teams"),
            ("[{id: 10000, code: 1, label: A}]", "reasonCodes[0].id"),
        ]
    )
    func badYAML(list: String, key: String) {
        do throws(SandboxError) {
            _ = try SandboxConfiguration(yaml: "reasonCodes: \(list)")
            Issue.record("accepted")
        } catch {
            guard case .configuration(key, _) = error else {
                Issue.record("\(error)")
                return
            }
        }
    }

    private static let misuses: [Misuse] = [
        Misuse(
            "POST",
            "ReasonCode",
            "<ReasonCode><code>9</code></ReasonCode>",
            "400 Parameter Missing",
            data: "category"
        ),
        Misuse("POST", "ReasonCode", code("9", ""), "400 Parameter Missing", data: "label"),
        Misuse("POST", "ReasonCode", code("", "New"), "400 Parameter Missing", data: "code"),
        Misuse("POST", "ReasonCode", code("nine", "New"), "400 Invalid Input", data: "code"),
        Misuse("POST", "ReasonCode", code("9", "New", category: "READY"), "400 Bad Request", data: "category"),
        Misuse("POST", "ReasonCode", code("0", "New"), "400 Finesse API Error", data: "code"),
        Misuse("POST", "ReasonCode", code("65536", "New"), "400 Finesse API Error", data: "code"),
        Misuse("POST", "ReasonCode", code("1", "New"), "400 Finesse API Error", data: "code"),
        Misuse("POST", "ReasonCode", code("9", "break"), "400 Finesse API Error", data: "label"),
        Misuse("POST", "ReasonCode", code("9", Misuse.letters(41)), "400 Finesse API Error", data: "label"),
        Misuse("PUT", "ReasonCode/1", "<ReasonCode></ReasonCode>", "400 Invalid Input"),
        Misuse("PUT", "ReasonCode/1", "<ReasonCode><category>LOGOUT</category></ReasonCode>", "400 Invalid Input"),
        Misuse("PUT", "ReasonCode/1", "<ReasonCode><code>2</code></ReasonCode>", "400 Finesse API Error", data: "code"),
        Misuse("PUT", "ReasonCode/1", "<ReasonCode><forAll>perhaps</forAll></ReasonCode>", "400 Invalid Input"),
        Misuse("PUT", "ReasonCode/99", "<ReasonCode><code>2</code></ReasonCode>", "404 Not Found", data: "99"),
        Misuse("GET", "ReasonCodes", nil, "400 Bad Request", data: "category"),
        Misuse("GET", "ReasonCodes?category=ALL", nil, "400 Bad Request", data: "category"),
        Misuse("GET", "ReasonCode?category=LOGOUT&code=1", nil, "404 Not Found", data: "1"),
        Misuse("GET", "ReasonCode?category=LOGOUT&code=x", nil, "400 Bad Request", data: "code"),
    ]

    @Test("refuses what goes against its rules", arguments: misuses)
    func misuse(_ misuse: Misuse) async throws {
        await misuse.check(try await CatalogueClient())
    }

    @Test("accepts what is just within its limits, and the same code and label in another category")
    func limits() async throws {
        let client = try await CatalogueClient()
        #expect(await client.create("ReasonCode", Self.code("65535", Misuse.letters(40))) != nil)
        #expect(await client.create("ReasonCode", Self.code("1", "Break", category: "LOGOUT")) != nil)
    }

    @Test("has codes up to 999 in Unified CCX")
    func express() async throws {
        let client = try await CatalogueClient { $0.deployment = .uccx }
        #expect(await client.post("ReasonCode", Self.code("1000", "New")).outcome == "400 Finesse API Error")
        #expect(await client.create("ReasonCode", Self.code("999", "New")) != nil)
    }

    @Test("exists a hundred times for everybody in each category")
    func most() async throws {
        let codes = (1...100).map { SandboxReasonCode(id: $0, code: $0, label: "Reason \($0)") }
        let client = try await CatalogueClient { $0.reasonCodes = codes }
        #expect(await client.post("ReasonCode", Self.code("200", "New")).outcome == "400 Maximum Exceeded")
        #expect(await client.create("ReasonCode", Self.code("200", "New", category: "LOGOUT")) != nil)
        #expect(await client.put("ReasonCode/5", "<ReasonCode><forAll>false</forAll></ReasonCode>").status == 200)
        #expect(await client.create("ReasonCode", Self.code("200", "New")) != nil)
    }

    @Test("is kept by a snapshot, forgotten by a reset, and seen at once when it is configured anew")
    func state() async throws {
        let client = try await CatalogueClient()
        _ = await client.create("ReasonCode", Self.code("10", "New"))
        _ = await client.delete("ReasonCode/1")
        let snapshot = try SandboxSnapshot(json: try await client.sandbox.snapshot().json())
        try await client.sandbox.reset()
        #expect(await client.get("ReasonCodes?category=NOT_READY").elements("code") == ["1", "2", "3", "4", "5"])
        try await client.sandbox.restore(snapshot)
        #expect(await client.get("ReasonCodes?category=NOT_READY").elements("code") == ["2", "3", "4", "5", "10"])
        try await client.sandbox.reconfigure { $0.reasonCodes[1].label = "Siesta" }
        #expect(await client.get("ReasonCode/2").element("label") == "Siesta")
        #expect(await client.get("ReasonCode/1").status == 404)
    }
}
