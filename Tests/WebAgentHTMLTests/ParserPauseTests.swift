import Testing
import WebAgentHTML

@Suite("Parser, pauses and document.write")
struct ParserPauseTests {
    /// Parses a page and lets each script write a text.
    private func parse(_ markup: String, writing: (String) -> [String]) -> Document {
        let parser = HTMLParser(document: Document(), scripting: true)
        parser.feed(markup)
        parser.finish()
        run(parser, writing: writing)
        return parser.document
    }

    private func run(_ parser: HTMLParser, writing: (String) -> [String]) {
        while case .script(let script) = parser.run() {
            for text in writing(parser.document.textContent(of: script)) {
                parser.insert(text)
                run(parser, writing: writing)
            }
            parser.scriptEnded()
        }
    }

    @Test("pauses at a script before what follows it is there")
    func pauses() throws {
        let parser = HTMLParser(document: Document(), scripting: true)
        parser.feed("<p id=before><script>1</script><p id=after>")
        parser.finish()
        guard case .script(let script) = parser.run() else {
            Issue.record("the parser did not stop at the script")
            return
        }
        #expect(parser.document.textContent(of: script) == "1")
        #expect(parser.document.element(withID: "before") != nil)
        #expect(parser.document.element(withID: "after") == nil)
        parser.scriptEnded()
        #expect(parser.run() == .finished)
        #expect(parser.document.element(withID: "after") != nil)
    }

    @Test("puts what a script writes behind the script and before the rest")
    func writes() {
        let document = parse("<body><script>w</script><i>rest</i>") { _ in ["<b>writ", "ten</b>"] }
        #expect(document.bodyMarkup == "<script>w</script><b>written</b><i>rest</i>")
    }

    @Test("puts a tag together from several writes and the page")
    func splitTags() {
        let document = parse("<body><script>w</script>ass=x>y</p>") { _ in ["<", "p", " cl"] }
        #expect(document.bodyMarkup == "<script>w</script><p class=\"x\">y</p>")
    }

    @Test("takes a return and a line feed from two writes for one newline, whatever a script in between writes")
    func splitNewlines() {
        let document = parse("<body><script>outer</script>") { source in
            switch source {
            case "outer": ["<pre>a\r", "", "\nb", "\r\n", "\nc<script>inner</script>\r", "\nd</pre>"]
            case "inner": ["\n\r"]
            default: []
            }
        }
        let written = "<pre>a\nb\n\nc<script>inner</script>\n\n\nd</pre>"
        #expect(document.bodyMarkup == "<script>outer</script>" + written)
    }

    @Test("runs a written script where it stands, its own writing before the rest of what was written")
    func nestedWrites() {
        let document = parse("<body><script>outer</script>end") { source in
            switch source {
            case "outer": ["1<script>inner</script>3"]
            case "inner": ["2"]
            default: []
            }
        }
        #expect(document.bodyMarkup == "<script>outer</script>1<script>inner</script>23end")
    }

    @Test("does not pause at a script that never runs: in a template, or in a fragment")
    func deadScripts() {
        let parser = HTMLParser(document: Document(), scripting: true)
        parser.feed("<template><script>1</script></template><p>")
        parser.finish()
        #expect(parser.run() == .finished)
    }

    @Test("waits for the rest of a page that comes in pieces")
    func pieces() {
        let parser = HTMLParser(document: Document(), scripting: true)
        for piece in ["<p>a&a", "mp;b</", "p><i", ">"] {
            parser.feed(piece)
            #expect(parser.run() == .needsInput)
        }
        parser.finish()
        #expect(parser.run() == .finished)
        #expect(parser.document.bodyMarkup == "<p>a&amp;b</p><i></i>")
    }

    @Test("reads a character whose bytes come in two pieces")
    func splitCharacters() {
        let parser = HTMLParser(document: Document(), scripting: true)
        let bytes = Array("<p>\u{20AC}".utf8)
        parser.feed(bytes[..<5])
        _ = parser.run()
        parser.feed(bytes[5...])
        parser.finish()
        _ = parser.run()
        #expect(parser.document.bodyMarkup == "<p>\u{20AC}</p>")
    }

    @Test("writes of a script cost in proportion to what is written")
    func manyWrites() {
        let rest = String(repeating: "<p>x", count: 1000)
        let document = parse("<body><script>w</script>" + rest) { _ in Array(repeating: "<b>", count: 3000) }
        #expect(document.nodeCount > 4000)
    }
}
