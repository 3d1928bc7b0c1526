import Testing
import WebAgentHTML

@Suite("Tree construction, cost of hostile markup", .timeLimit(.minutes(5)))
struct HostileMarkupTests {
    /// The work and the nodes that a repeated piece of markup makes; `@` is a number that differs each time.
    private func cost(of piece: String, times: Int) -> (work: Int, nodes: Int) {
        let parser = HTMLParser(document: Document(), scripting: true)
        let parts = piece.split(separator: "@", omittingEmptySubsequences: false)
        for number in 0..<times { parser.feed(parts.joined(separator: "\(number)")) }
        parser.finish()
        while case .script = parser.run() { parser.scriptEnded() }
        return (parser.workDone, parser.document.nodeCount)
    }

    @Test(
        "costs ten times as much for ten times the tags",
        arguments: [
            "<div>", "<b>", "<b id=@>", "<p><b id=@>", "<a><div>", "<table><tr><td>", "<template>", "<svg>",
            "<i><div></i>", "<select><option>", "<font size=@><table>", "<object><b id=@>", "<svg><desc><math><mi>",
            "<li><ul>", "</p></x></div>", "<nobr><div>", "<x@>", "<body a@=b>", "<html a@=b><body a@=b>",
            "<body a@=b><script></script>",
        ]
    )
    func proportion(piece: String) {
        let small = cost(of: piece, times: 2_000)
        let large = cost(of: piece, times: 20_000)
        #expect(large.work <= small.work * 11)
        #expect(large.nodes <= small.nodes * 11)
    }

    @Test("keeps a tree of a million nested tags within the depth cap, a few steps for each")
    func millionTags() throws {
        let parser = HTMLParser(document: Document(), scripting: true)
        parser.feed(String(repeating: "<div>", count: 1_000_000))
        parser.finish()
        #expect(parser.run() == .finished)
        let document = parser.document
        #expect(document.nodeCount > 1_000_000)
        #expect(parser.workDone < 3_000_000)
        var depth = 0
        var current = document.body
        while let node = current {
            depth += 1
            current = document.firstChild(of: node)
        }
        #expect(depth <= 512)
    }

    @Test("looks at no open element for an end tag that has no start", arguments: ["</y>", "</label>"])
    func unmatchedEndTags(tag: String) {
        let open = String(repeating: "<span><x>", count: 200)
        let parser = HTMLParser(document: Document(), scripting: true)
        parser.feed(open + String(repeating: tag, count: 10_000))
        parser.finish()
        #expect(parser.run() == .finished)
        #expect(parser.workDone < 12_000)
    }

    @Test("takes a hundred thousand attributes of one tag")
    func manyAttributes() throws {
        let attributes = (0..<100_000).map { "a\($0)" }.joined(separator: " ")
        let document = page("<p \(attributes)>")
        #expect(document.attributes(of: try document.find("p")).count == 100_000)
    }

    @Test("goes on with sound markup after the cap")
    func recovers() throws {
        let document = page(
            String(repeating: "<div>", count: 600) + String(repeating: "</div>", count: 600) + "<p id=end>"
        )
        let end = try document.find("#end")
        #expect(document.parent(of: end) == document.body)
    }
}
