import ConformanceSuites
import Foundation
import HTTPTransport
import Testing
import WebAgent
import WebAgentScripting
import WebAgentURL

@Suite("The pages suite opens pages with the agent itself")
struct PagesSuiteTests {
    private static let address = "https://idp.test/sso/page"

    private static let markup = """
        <title>Own page</title>
        <form id=f method=post action="{{.UrlConsumer}}"><input type=hidden name=Token value="{{.Token}} &amp; more">
        <input type=checkbox name=c checked><input type=text name=t disabled><button name=b value=1>Go</button></form>
        """

    private static let send = "<script>setTimeout(\"document.forms.f.submit()\", 100)</script>"

    /// Own pages and their rows in a folder.
    private func run(_ pages: [String: String], _ rows: [[String: Any]]) async throws -> [CaseOutcome] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "pages-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder.appending(path: "below"), withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, markup) in pages { try Data(markup.utf8).write(to: folder.appending(path: "below/\(name)")) }
        let manifest = folder.appending(path: "manifest.json")
        try JSONSerialization.data(withJSONObject: rows).write(to: manifest)
        return try await PagesSuite.run(SuiteInput(path: manifest.path))
    }

    private func row(_ file: String, navigations: [[String: Any]]? = nil) -> [String: Any] {
        var row: [String: Any] = [
            "file": "below/\(file)", "document_url": Self.address, "serve_as": "text/html; charset=utf-8",
            "forms": [
                [
                    "action_resolved": "https://idp.test/sso/%7B%7B.UrlConsumer%7D%7D", "method": "POST",
                    "enctype": "application/x-www-form-urlencoded",
                    "entries_for_form_submit": [["Token", "{{.Token}} & more"], ["c", "on"]],
                    "entries_for_first_submit_button": [["Token", "{{.Token}} & more"], ["c", "on"], ["b", "1"]],
                ] as [String: Any]
            ],
        ]
        if let navigations { row["chromium"] = ["navigations": navigations] }
        return row
    }

    /// What the agent asks for when it opens the page of its own accord, in the manifest's terms.
    private func navigation() async throws -> [String: Any] {
        let consumer = "https://sp.example.test/post/UrlConsumer"
        let markup = Self.markup.replacing("{{.UrlConsumer}}", with: consumer).replacing("{{.Token}}", with: "x-Token")
        let world = AgentWorld([Self.address: .page(markup + Self.send)])
        try await world.open(Self.address)
        await world.agent.close()
        let request = try #require(world.requests.last)
        #expect(world.requests.count == 2)
        return [
            "method": request.method, "url": "\(request.origin)\(request.target)",
            "body": String(decoding: request.body ?? [], as: UTF8.self),
            "content_type": request.fields.text(named: "Content-Type") ?? NSNull(),
            "origin": request.fields.text(named: "Origin") ?? NSNull(),
            "referer": request.fields.text(named: "Referer") ?? NSNull(),
        ]
    }

    @Test("a page that posts itself makes the request that the agent makes, and each of its facts counts")
    func postsItself() async throws {
        let navigation = try await navigation()
        let wrong = navigation.keys.sorted().map { key in
            row("send.html", navigations: [navigation.merging([key: "other"]) { $1 }])
        }
        let outcomes = try await run(
            ["send.html": Self.markup + Self.send],
            [row("send.html", navigations: [navigation]), row("send.html", navigations: [])] + wrong
        )
        #expect(outcomes.map(\.outcome) == [.passed, .failed] + wrong.map { _ in .failed }, "\(outcomes)")
        #expect(wrong.count == 6)
    }

    @Test("a page that stays where it is for four seconds of its time makes no request")
    func stays() async throws {
        let late = Self.markup + "<script>setTimeout(() => document.forms.f.submit(), 4500)</script>"
        let refresh = Self.markup + "<meta http-equiv=refresh content='3; url=/next'>"
        let outcomes = try await run(
            ["plain.html": Self.markup, "late.html": late, "refresh.html": refresh],
            ["plain.html", "late.html", "refresh.html"].map { row($0, navigations: []) }
        )
        #expect(outcomes.map(\.outcome) == [.passed, .passed, .failed], "\(outcomes)")
    }

    @Test("a page without a browser's account has its forms compared only, and each of their facts counts")
    func formsOnly() async throws {
        var wrong = row("send.html")
        wrong["forms"] = [["method": "POST"]]
        let outcomes = try await run(["send.html": Self.markup + Self.send], [row("send.html"), wrong])
        #expect(outcomes.map(\.outcome) == [.passed, .failed], "\(outcomes)")
    }

    @Test("the entries of a form are those that the agent posts")
    func entries() async throws {
        let world = AgentWorld([Self.address: .page(Self.markup)])
        try await world.open(Self.address)
        _ = try await world.agent.click(.selector("button"))
        await world.agent.close()
        let body = String(decoding: try #require(world.requests.last?.body), as: UTF8.self)
        let entries = URLSearchParameters(parsing: body).map { [$0.name, $0.value] }
        var row = row("page.html")
        row["forms"] = [
            [
                "action_resolved": "https://idp.test/sso/%7B%7B.UrlConsumer%7D%7D", "method": "POST",
                "enctype": "application/x-www-form-urlencoded", "entries_for_form_submit": Array(entries.dropLast()),
                "entries_for_first_submit_button": entries,
            ] as [String: Any]
        ]
        let outcomes = try await run(["page.html": Self.markup], [row])
        #expect(outcomes.map(\.outcome) == [.passed], "\(outcomes)")
    }

    @Test("a page whose file is not there has failed, and the others are run")
    func missingFile() async throws {
        let outcomes = try await run(["page.html": Self.markup], [row("gone.html"), ["idp": "none"], row("page.html")])
        #expect(outcomes.map(\.outcome) == [.failed, .failed, .passed])
        #expect(outcomes.map(\.id) == ["manifest.json#0", "manifest.json#1", "manifest.json#2"])
    }
}
