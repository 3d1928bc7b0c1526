import FinesseSandbox
import Testing

@Suite("Sandbox WrapUpReason")
struct WrapUpReasonTests {
    private static func reason(_ label: String, forAll: String = "true") -> String {
        "<WrapUpReason><label>\(label)</label><forAll>\(forAll)</forAll></WrapUpReason>"
    }

    @Test("is created, listed, changed in part and deleted")
    func life() async throws {
        let client = try await CatalogueClient()
        let path = try #require(await client.create("WrapUpReason", Self.reason("Refund", forAll: "false")))
        #expect(path == "WrapUpReason/6")
        let answer = await client.get(path)
        #expect(
            ["uri", "label", "forAll"].map { answer.element($0) } == ["/finesse/api/WrapUpReason/6", "Refund", "false"]
        )
        #expect(await client.put(path, "<WrapUpReason><forAll>true</forAll></WrapUpReason>").status == 200)
        #expect(await client.get(path).element("label") == "Refund")
        #expect(await client.get("WrapUpReasons").elements("label").last == "Refund")
        #expect(await client.delete(path).status == 200)
        #expect(await client.get("WrapUpReasons").elements("label").count == 5)
    }

    @Test(
        "refuses what goes against its rules",
        arguments: [
            Misuse("POST", "WrapUpReason", "<WrapUpReason/>", "400 Parameter Missing", data: "label"),
            Misuse(
                "POST",
                "WrapUpReason",
                "<WrapUpReason><label>A</label></WrapUpReason>",
                "400 Parameter Missing",
                data: "forAll"
            ),
            Misuse("POST", "WrapUpReason", reason("SALE"), "400 Finesse API Error", data: "label"),
            Misuse("POST", "WrapUpReason", reason(Misuse.letters(40)), "400 Finesse API Error", data: "label"),
            Misuse("POST", "WrapUpReason", reason("A", forAll: "1"), "400 Invalid Input", data: "forAll"),
            Misuse("PUT", "WrapUpReason/1", "<WrapUpReason/>", "400 Invalid Input"),
            Misuse("PUT", "WrapUpReason/77", reason("A"), "404 Not Found", data: "77"),
            Misuse("DELETE", "WrapUpReason/77", nil, "404 Not Found", data: "77"),
            Misuse("GET", "WrapUpReason/77", nil, "404 Not Found", data: "77"),
        ]
    )
    func misuse(_ misuse: Misuse) async throws { await misuse.check(try await CatalogueClient()) }

    @Test("counts bytes, and exists a hundred times for everybody")
    func limits() async throws {
        let reasons = (1...99).map { SandboxWrapUpReason(id: $0, label: "Reason \($0)") }
        let client = try await CatalogueClient { $0.wrapUpReasons = reasons }
        #expect(await client.post("WrapUpReason", Self.reason("ä" + Misuse.letters(38))).status == 400)
        #expect(await client.create("WrapUpReason", Self.reason("ä" + Misuse.letters(37))) != nil)
        #expect(await client.post("WrapUpReason", Self.reason("New")).outcome == "400 Maximum Exceeded")
        #expect(await client.create("WrapUpReason", Self.reason("New", forAll: "false")) != nil)
    }
}
