import FinesseSandbox
import Testing

@Suite("Sandbox MediaPropertiesLayout")
struct MediaLayoutTests {
    private static func entry(_ property: String, pop: Bool = false, name: String = "N") -> String {
        """
        <entry><displayName>\(name)</displayName><mediaProperty>\(property)</mediaProperty>\
        <showInPopOver>\(pop)</showInPopOver><uiEditable>true</uiEditable></entry>
        """
    }

    private static func layout(
        _ name: String,
        _ columns: String = "",
        header: String = entry("callVariable1")
    ) -> String {
        """
        <MediaPropertiesLayout><name>\(name)</name><description>D</description><header>\(header)</header>\(columns)\
        </MediaPropertiesLayout>
        """
    }

    private static func column(_ count: Int, pop: Bool = false) -> String {
        "<column>" + String(repeating: entry("callVariable2", pop: pop), count: count) + "</column>"
    }

    @Test("is created, read, changed in part and deleted; the first column is the left one")
    func life() async throws {
        let client = try await CatalogueClient()
        let body = Self.layout(
            "New",
            "<column>\(Self.entry("callVariable9"))</column><column>\(Self.entry("user.acct"))</column>"
        )
        let path = try #require(await client.create("MediaPropertiesLayout", body))
        let answer = await client.get(path)
        #expect(answer.element("type") == "CUSTOM")
        #expect(answer.element("uri") == "/finesse/api/\(path)")
        #expect(answer.elements("mediaProperty") == ["callVariable1", "callVariable9", "user.acct"])
        #expect(answer.elements("uiEditable") == ["true", "true", "true"])
        #expect(
            await client.put(path, "<MediaPropertiesLayout><name>Newer</name></MediaPropertiesLayout>").status == 200
        )
        let changed = await client.get(path)
        #expect(changed.element("name") == "Newer")
        #expect(changed.elements("mediaProperty").count == 3)
        #expect(await client.get("MediaPropertiesLayouts").elements("name") == ["Default layout", "Orders", "Newer"])
        #expect(await client.delete(path).status == 200)
        #expect(await client.get(path).outcome == "404 Not Found")
    }

    @Test("has a default one that is read and changed under its own name and never deleted")
    func standard() async throws {
        let client = try await CatalogueClient { $0.mediaLayouts = [] }
        let path = "MediaPropertiesLayout/default"
        #expect(await client.get(path).element("type") == "DEFAULT")
        let body = "<MediaPropertiesLayout><description>New</description></MediaPropertiesLayout>"
        #expect(await client.put(path, body).status == 200)
        #expect(await client.get("MediaPropertiesLayout/1").element("description") == "New")
        #expect(await client.delete("MediaPropertiesLayout/1").outcome == "403 Forbidden")
        #expect(await client.delete(path).outcome == "405 Method Not Allowed")
        #expect(await client.post(path, body).outcome == "405 Method Not Allowed")
    }

    @Test(
        "refuses what goes against its rules",
        arguments: [
            Misuse("POST", "MediaPropertiesLayout", layout(""), "400 Parameter Missing", data: "name"),
            Misuse(
                "POST",
                "MediaPropertiesLayout",
                "<MediaPropertiesLayout><name>N</name></MediaPropertiesLayout>",
                "400 Parameter Missing",
                data: "header"
            ),
            Misuse("POST", "MediaPropertiesLayout", layout("A", header: ""), "400 Invalid Input", data: "header"),
            Misuse(
                "POST",
                "MediaPropertiesLayout",
                layout("A", header: entry("callVariable1") + entry("callVariable2")),
                "400 Invalid Input",
                data: "header"
            ),
            Misuse(
                "POST",
                "MediaPropertiesLayout",
                layout("A", header: "<entry><displayName>x</displayName></entry>"),
                "400 Parameter Missing",
                data: "mediaProperty"
            ),
            Misuse("POST", "MediaPropertiesLayout", layout("orders"), "400 Finesse API Error", data: "name"),
            Misuse("POST", "MediaPropertiesLayout", layout(Misuse.letters(41)), "400 Invalid Input", data: "name"),
            Misuse(
                "POST",
                "MediaPropertiesLayout",
                layout("A", "<description>\(Misuse.letters(129))</description>"),
                "400 Invalid Input",
                data: "description"
            ),
            Misuse(
                "POST",
                "MediaPropertiesLayout",
                layout("A", header: entry("callVariable1", name: Misuse.letters(51))),
                "400 Invalid Input",
                data: "displayName"
            ),
            Misuse(
                "POST",
                "MediaPropertiesLayout",
                layout("A", header: entry("callVariable11")),
                "400 Invalid Input",
                data: "mediaProperty"
            ),
            Misuse("POST", "MediaPropertiesLayout", layout("A", column(11)), "400 Invalid Input", data: "column"),
            Misuse(
                "POST",
                "MediaPropertiesLayout",
                layout("A", column(1) + column(1) + column(1)),
                "400 Invalid Input",
                data: "column"
            ),
            Misuse(
                "POST",
                "MediaPropertiesLayout",
                layout("A", column(6, pop: true)),
                "400 Invalid Input",
                data: "showInPopOver"
            ),
            Misuse("PUT", "MediaPropertiesLayout/2", "<MediaPropertiesLayout/>", "400 Invalid Input"),
            Misuse("PUT", "MediaPropertiesLayout/44", layout("A"), "404 Not Found", data: "44"),
        ]
    )
    func misuse(_ misuse: Misuse) async throws { await misuse.check(try await CatalogueClient()) }

    @Test("accepts ten entries in each column, five of all in the popover, and an entry without a caption")
    func limits() async throws {
        let client = try await CatalogueClient()
        let body = Self.layout("A", Self.column(5, pop: true) + Self.column(10))
        #expect(await client.create("MediaPropertiesLayout", body) != nil)
        let bare = "<entry><mediaProperty>BACampaign</mediaProperty></entry>"
        #expect(await client.create("MediaPropertiesLayout", Self.layout("B", header: bare)) != nil)
    }

    @Test("exists two hundred times")
    func most() async throws {
        let layouts = (1...200).map { SandboxMediaLayout(id: $0, name: "Layout \($0)") }
        let client = try await CatalogueClient { $0.mediaLayouts = layouts }
        #expect(await client.post("MediaPropertiesLayout", Self.layout("A")).outcome == "400 Maximum Exceeded")
    }
}
