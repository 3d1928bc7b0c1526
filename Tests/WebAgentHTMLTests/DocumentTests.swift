import Testing
import WebAgentHTML
import WebAgentURL

@Suite("Document, the tree")
struct DocumentTests {
    @Test("moves a node that is elsewhere")
    func moves() throws {
        let document = page("<ul id=a><li>1</ul><ul id=b></ul>")
        let item = try document.find("li")
        document.append(item, to: try document.find("#b"))
        #expect(document.bodyMarkup == #"<ul id="a"></ul><ul id="b"><li>1</li></ul>"#)
    }

    @Test("inserts the children of a fragment in order, before the reference")
    func insertsFragments() throws {
        let document = page("<p id=end></p>")
        let fragment = document.createFragment()
        for name in ["i", "b"] { document.append(document.createElement(name), to: fragment) }
        let body = try #require(document.body)
        document.insert(fragment, before: try document.find("#end"), in: body)
        #expect(document.bodyMarkup == #"<i></i><b></b><p id="end"></p>"#)
        #expect(document.firstChild(of: fragment) == nil)
    }

    @Test("keeps a node's children when it is removed")
    func removes() throws {
        let document = page("<div><p>x</p></div>")
        let div = try document.find("div")
        document.remove(div)
        #expect(document.parent(of: div) == nil)
        #expect(document.outerHTML(of: div) == "<div><p>x</p></div>")
        #expect(!document.isConnected(div))
    }

    @Test("refuses what would make a cycle or give text a child")
    func refusesCycles() throws {
        let document = page("<div><p>x</p></div>")
        let div = try document.find("div")
        let paragraph = try document.find("p")
        let text = try #require(document.firstChild(of: paragraph))
        #expect(!document.canInsert(div, into: paragraph))
        #expect(!document.canInsert(div, into: text))
        #expect(document.canInsert(paragraph, into: div))
        #expect(!document.canInsert(document.root, into: div))
    }

    @Test("finds the first element with an identifier, also after changes")
    func findsIdentifiers() throws {
        let document = page("<p id=x>1</p><p id=x>2</p>")
        let first = try document.find("p")
        #expect(document.element(withID: "x") == first)
        document.remove(first)
        #expect(document.element(withID: "x").map { document.textContent(of: $0) } == "2")
        document.setAttribute("id", "y", of: try document.find("p"))
        #expect(document.element(withID: "x") == nil)
        #expect(document.element(withID: "y") != nil)
    }

    @Test("copies a subtree with attributes, template contents and typed values")
    func clones() throws {
        let document = page("<div><template><b>t</b></template><input value=a></div>")
        let input = try document.find("input")
        document.setValue("typed", of: input)
        let copy = document.clone(try document.find("div"), deep: true)
        #expect(document.outerHTML(of: copy) == "<div><template><b>t</b></template><input value=\"a\"></div>")
        let copied = try #require(document.lastChild(of: copy))
        #expect(document.value(of: copied) == "typed")
    }

    @Test("counts every change")
    func countsChanges() throws {
        let document = page("<p>x</p>")
        let paragraph = try document.find("p")
        var versions = [document.version]
        document.setAttribute("a", "1", of: paragraph)
        versions.append(document.version)
        document.setTextContent("y", of: paragraph)
        versions.append(document.version)
        document.remove(paragraph)
        versions.append(document.version)
        #expect(versions == versions.sorted())
        #expect(Set(versions).count == versions.count)
    }

    @Test("gives the same namespace for the same address")
    func namespaces() {
        let document = Document()
        let foreign = document.namespace(forURI: "urn:example")
        #expect(document.namespace(forURI: "urn:example") == foreign)
        #expect(document.uri(of: foreign) == "urn:example")
        #expect(document.namespace(forURI: "http://www.w3.org/2000/svg") == .svg)
        #expect(document.uri(of: .none) == nil)
    }

    @Test("resolves addresses against the first base")
    func resolves() throws {
        let document = page("<base target=x><base href=/other/><base href=/no/>")
        #expect(document.resolve("a")?.href == "https://login.test/other/a")
        document.removeAttribute("href", of: try document.find("base[href]"))
        #expect(document.resolve("a")?.href == "https://login.test/no/a")
    }
}
