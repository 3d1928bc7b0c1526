import ConformanceSuites
import Foundation
import HTTPTransport
import Testing
import WebAgent
import WebAgentScripting
import WebAgentURL

@Suite("The URL suites ask the parser that the agent follows links with")
struct URLSuiteTests {
    private static let base = "https://page.test/folder/page?query"

    @Test(
        "urltestdata: a link leads where the suite says",
        arguments: [
            "../x/./y?q=\u{FC}#f", "//0x7f.1/%7e", "http:\\\\EXAMPLE.com:80\\a b", "https://fa\u{DF}.example/", "?q'\"",
            "https://ex ample/", "https:other", "/\t../a\n%2e/b", "http://1.2.3.256/", "//[::1:0:0]:443",
        ]
    )
    func link(input: String) async throws {
        let world = AgentWorld([Self.base: .page("<a id=go href='\(escaped(input))'>go</a>")], later: [:])
        try await world.open(Self.base)
        guard case .page(let page) = try await world.agent.click(.selector("#go")) else {
            Issue.record("the click was refused")
            return
        }
        await world.agent.close()
        let row: [String: Any] = ["input": input, "base": Self.base]
        if world.requests.count == 1 {
            try await OwnVectors.expect(
                URLTestDataSuite.self,
                passes: row.merging(["failure": true]) { $1 },
                butNot: ["failure": false, "href": Self.base]
            )
        } else {
            try await OwnVectors.expect(
                URLTestDataSuite.self,
                passes: row.merging(["href": page.url.href]) { $1 },
                butNot: ["href": page.url.href + "x"]
            )
        }
    }

    @Test(
        "url-setters: a script's URL changes as the suite says",
        arguments: [
            ("port", "90x"), ("host", "b.example:443/x"), ("protocol", "http\n"), ("pathname", "a b?"),
            ("search", "?x'y"), ("hash", "#a`b"), ("username", "u@:"), ("hostname", "0x7f.1"), ("href", "http://c\\d"),
        ]
    )
    func setter(property: String, value: String) async throws {
        let start = "https://u:p@a.example:8080/p?q#f"
        let script = "(() => { const u = new URL('\(start)'); u.\(property) = \(try literal(value)); return u.href })()"
        let href = try await AgentWorld.evaluate(script, on: .page(""))
        for (expected, outcome) in [(href, CaseOutcome.Outcome.passed), (href + "x", .failed)] {
            let row: [String: Any] = ["href": start, "new_value": value, "expected": ["href": expected]]
            let outcomes = try await OwnVectors.run(URLSettersSuite.self, rows: [property: [row]])
            #expect(outcomes.map(\.outcome) == [outcome], "\(outcomes)")
        }
    }

    @Test("percent-encoding: a link's query is encoded as the suite says, in the encoding of its page")
    func query() async throws {
        let input = "a\u{2020}\u{E9} \u{3042}\u{1F600}b"
        var output: [String: String] = [:]
        for label in ["utf-8", "windows-1252", "shift_jis", "gb18030", "koi8-r"] {
            let markup = "<a id=go href='https://host.invalid/?\(escaped(input))'>go</a>"
            let world = AgentWorld([Self.base: .page(markup, charset: label)])
            try await world.open(Self.base)
            _ = try await world.agent.click(.selector("#go"))
            await world.agent.close()
            output[label] = String(try #require(world.requests.last).target.dropFirst(2))
        }
        #expect(Set(output.values).count == 5)
        try await OwnVectors.expect(
            PercentEncodingSuite.self,
            passes: ["input": input, "output": output],
            butNot: ["output": output.merging(["koi8-r": "a"]) { $1 }]
        )
    }

    @Test(
        "urlencoded-parser: a script reads the pairs that the suite gets",
        arguments: ["a=1&b=%zz&&c", "x+y=%f0%9f&=z", "a=b=c;d", "%EF%BB%BFa=\u{FC}", "a&a&%61=+%2B"]
    )
    func pairs(input: String) async throws {
        let script = "JSON.stringify([...new URLSearchParams(\(try literal(input)))])"
        let text = try await AgentWorld.evaluate(script, on: .page(""))
        let pairs = try JSONDecoder().decode([[String]].self, from: Data(text.utf8))
        #expect(!pairs.isEmpty)
        try await OwnVectors.expect(
            URLEncodedParserSuite.self,
            passes: ["input": input, "output": pairs],
            butNot: ["output": pairs + [["x", "y"]]]
        )
    }
}
