import Testing
import XMLTree

@Suite("Writing XML")
struct XMLWritingTests {
    private func write(_ element: XMLElement) throws(XMLError) -> String {
        String(decoding: try XMLTree.serialize(element, declaration: false), as: UTF8.self)
    }

    @Test("escapes what would be markup or would not survive reading")
    func escapes() throws {
        var element = XMLElement("a", text: "<&>\"]]>\r\n")
        element.attributes = [XMLAttribute("x", "\"<&>&#38;\t\n\r")]
        let written = try write(element)
        #expect(
            written
                == "<a x=\"&quot;&lt;&amp;&gt;&amp;#38;&#9;&#10;&#13;\">&lt;&amp;&gt;\"]]&gt;&#13;\n</a>"
        )
        #expect(try XMLTree.parse(Array(written.utf8)) == element)
    }

    @Test("begins with a declaration unless told otherwise")
    func declares() throws {
        let bytes = try XMLTree.serialize(XMLElement("a", text: "é"))
        #expect(String(decoding: bytes, as: UTF8.self) == "<?xml version=\"1.0\" encoding=\"UTF-8\"?><a>é</a>")
    }

    @Test("refuses an attribute that would move its element, or another attribute, to another namespace")
    func keepsInheritedPrefix() {
        let attribute = XMLAttribute(XMLName("c", prefix: "p", namespace: "v"), "1")
        let other = XMLAttribute(XMLName("d", prefix: "p", namespace: "u"), "1")
        for inner in [
            XMLElement(XMLName("b", prefix: "p", namespace: "u"), attributes: [attribute]),
            XMLElement(XMLName("b"), attributes: [other, attribute]),
        ] {
            let outer = XMLElement(XMLName("a", prefix: "p", namespace: "u"), children: [.element(inner)])
            #expect(throws: XMLError.conflictingDeclarations(inside: inner.name.description)) { try write(outer) }
        }
    }

    @Test(
        "writes back what it read, to the same tree",
        arguments: [
            "<a/>", "<p:a xmlns:p=\"u\" p:x=\"1\"><p:b/>t<c/></p:a>", "<a xmlns=\"u\"><b xmlns=\"\"><c/></b></a>",
            "<a><!--c--><?t d?>x</a>", "<a xmlns:xs=\"u\" xml:lang=\"de\" t=\"xs:string\"/>",
            "<x xmlns:p=\"u\"><p:a xmlns:p=\"v\"><p:b/></p:a><p:c/></x>",
        ]
    )
    func roundTrip(document: String) throws {
        let tree = try XMLTree.parse(Array(document.utf8))
        #expect(try write(tree) == document)
    }

    @Test("declares the namespaces that names need, once, where first needed")
    func addsDeclarations() throws {
        let name = XMLName("a", prefix: "p", namespace: "urn:p")
        let child = XMLElement(XMLName("b", prefix: "p", namespace: "urn:p"))
        let plain = XMLElement(XMLName("c", namespace: "urn:d"), children: [.element(XMLElement("d", text: ""))])
        #expect(
            try write(XMLElement(name, children: [.element(child), .element(plain)]))
                == "<p:a xmlns:p=\"urn:p\"><p:b/><c xmlns=\"urn:d\"><d xmlns=\"\"/></c></p:a>"
        )
    }

    @Test("gives an attribute in a namespace a prefix when it has none")
    func prefixesAttributes() throws {
        let attribute = XMLAttribute(XMLName("x", namespace: "urn:x"), "1")
        #expect(try write(XMLElement(XMLName("a"), attributes: [attribute])) == "<a xmlns:ns1=\"urn:x\" ns1:x=\"1\"/>")
    }

    @Test(
        "refuses names that are none",
        arguments: ["", "a b", "1a", "a>", "a/", "-a", "a:b:c", ":a", "a:", "a\u{0}", "a\"", "<"]
    )
    func refusesNames(name: String) {
        #expect(throws: XMLError.invalidName(inside: "document")) { try write(XMLElement(XMLName(name))) }
        #expect(throws: XMLError.invalidName(inside: "a")) {
            try write(XMLElement(XMLName("a"), attributes: [XMLAttribute(name, "")]))
        }
    }

    @Test("refuses an attribute given twice")
    func refusesTwice() {
        let twice = XMLElement(XMLName("a"), attributes: [XMLAttribute("x", "1"), XMLAttribute("x", "2")])
        #expect(throws: XMLError.invalidName(inside: "a")) { try write(twice) }
    }

    @Test("refuses characters that XML cannot carry", arguments: ["\u{0}", "\u{1B}", "\u{FFFE}"])
    func refusesCharacters(text: String) {
        #expect(throws: XMLError.self) { try write(XMLElement("a", text: text)) }
        #expect(throws: XMLError.self) { try write(XMLElement(XMLName("a"), children: [.comment(text)])) }
    }

    @Test("refuses a comment or instruction that would end early")
    func refusesEarlyEnd() {
        let nodes: [XMLNode] = [.comment("a--b"), .comment("a-"), .instruction(target: "t", data: "?>")]
        for node in nodes {
            #expect(throws: XMLError.invalidContent(inside: "a")) {
                try write(XMLElement(XMLName("a"), children: [node]))
            }
        }
        #expect(throws: XMLError.invalidName(inside: "a")) {
            try write(XMLElement(XMLName("a"), children: [.instruction(target: "XML", data: "")]))
        }
    }

    @Test("refuses one prefix for two namespaces on one element")
    func refusesConflicts() {
        let attribute = XMLAttribute(XMLName("x", prefix: "p", namespace: "urn:two"), "1")
        let element = XMLElement(XMLName("a", prefix: "p", namespace: "urn:one"), attributes: [attribute])
        #expect(throws: XMLError.conflictingDeclarations(inside: "p:a")) { try write(element) }
    }
}
