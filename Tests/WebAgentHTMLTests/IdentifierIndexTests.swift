import Testing

@testable import WebAgentHTML

@Suite("Document, elements by identifier")
struct IdentifierIndexTests {
    @Test("is kept up while a script changes the tree and asks by turns")
    func keptUp() throws {
        let document = page(String(repeating: "<p id=first>", count: 500) + "<div id=list></div>")
        let list = try #require(document.element(withID: "list"))
        let looks = document.idIndex.looks
        for number in 0..<500 {
            let item = document.createElement("p")
            document.setAttribute("id", "item\(number)", of: item)
            #expect(document.element(withID: "item\(number)") == nil)
            document.append(item, to: list)
            #expect(document.element(withID: "item\(number)") == item)
        }
        #expect(document.idIndex.looks == looks)
    }

    @Test("gives the first of namesakes in tree order, and only those in the page's tree")
    func namesakes() throws {
        let document = page("<p id=a><p id=b><p id=c>")
        let (first, last) = (try document.find("#a"), try document.find("#c"))
        #expect(document.element(withID: "a") == first)
        document.setAttribute("id", "a", of: last)
        #expect(document.element(withID: "c") == nil)
        #expect(document.element(withID: "a") == first)
        document.insert(last, before: first, in: try #require(document.parent(of: first)))
        #expect(document.element(withID: "a") == last)
        document.remove(last)
        #expect(document.element(withID: "a") == first)
        document.removeAttribute("id", of: first)
        #expect(document.element(withID: "a") == nil)
    }

    @Test("finds what the parser and copies bring after the first question")
    func laterElements() throws {
        let parser = HTMLParser(document: Document(), scripting: true)
        parser.feed("<p id=a></p><script></script>")
        guard case .script = parser.run() else {
            Issue.record("no script")
            return
        }
        let document = parser.document
        #expect(document.element(withID: "a") != nil)
        #expect(document.element(withID: "b") == nil)
        parser.scriptEnded()
        parser.feed("<div id=b></div>")
        parser.finish()
        #expect(parser.run() == .finished)
        let div = try #require(document.element(withID: "b"))
        document.remove(div)
        let copy = document.clone(div, deep: true)
        document.append(copy, to: try #require(document.body))
        #expect(document.element(withID: "b") == copy)
        let fragment = HTMLParser.parseFragment("<i id=c></i>", context: copy, in: document)
        #expect(document.element(withID: "c") == nil)
        document.append(fragment, to: copy)
        #expect(document.element(withID: "c").map { document.localName(of: $0) } == "i")
    }
}
