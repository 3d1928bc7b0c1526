import Testing
import XMLTree

@Suite("Reading XML")
struct XMLParsingTests {
    private func parse(_ text: String) throws -> XMLElement {
        try XMLTree.parse(Array(text.utf8))
    }

    @Test("keeps names, prefixes, namespaces, declarations and attributes")
    func keepsNames() throws {
        let root = try parse(#"<p:a xmlns:p="urn:p" xmlns="urn:d" p:x="1" y="2&lt;"><b/></p:a>"#)
        #expect(root.name == XMLName("a", prefix: "p", namespace: "urn:p"))
        #expect(
            root.declarations == [
                XMLNamespaceDeclaration(prefix: "p", namespace: "urn:p"),
                XMLNamespaceDeclaration(prefix: nil, namespace: "urn:d"),
            ]
        )
        #expect(root.attribute(named: "x", namespace: "urn:p") == "1")
        #expect(root.attribute(named: "y") == "2<")
        #expect(root.attribute(named: "y", namespace: "urn:d") == nil)
        #expect(root.child(named: "b", namespace: "urn:d")?.name.prefix == nil)
        #expect(root.child(named: "b") == nil)
    }

    @Test("reads an ampersand in a namespace as one, in declarations and in names")
    func ampersandsInNamespaces() throws {
        let root = try parse(#"<a xmlns="urn:x?1&amp;2" xmlns:p="urn:&#38;y" p:b="&amp;"/>"#)
        #expect(root.name.namespace == "urn:x?1&2")
        #expect(root.declarations.map(\.namespace) == ["urn:x?1&2", "urn:&y"])
        #expect(root.attributes.map(\.name.namespace) == ["urn:&y"])
        #expect(try XMLTree.parse(XMLTree.serialize(root)) == root)
    }

    @Test("keeps the order of mixed content and joins CDATA to its neighbours")
    func keepsOrder() throws {
        let root = try parse("<a>x&amp;<![CDATA[<y>]]>&#x41;<b>c</b><!--n--><?t d?>z</a>")
        #expect(
            root.children == [
                .text("x&<y>A"), .element(XMLElement("b", text: "c")), .comment("n"),
                .instruction(target: "t", data: "d"), .text("z"),
            ]
        )
    }

    @Test("gives an element's whole text, joined across comments and children")
    func wholeText() throws {
        #expect(try parse("<a>one<!-- no -->two<b>three</b></a>").text == "onetwothree")
        #expect(try parse("<a/>").text.isEmpty)
    }

    @Test("finds all children of a name in order")
    func findsChildren() throws {
        let root = try parse("<a><i>1</i><j/><i>2</i></a>")
        #expect(root.children(named: "i").map(\.text) == ["1", "2"])
        #expect(root.elements.count == 3)
        #expect(root.child(named: "i")?.text == "1")
    }

    @Test("accepts comments, instructions and blanks around the root")
    func acceptsMisc() throws {
        #expect(try parse("\n<!-- a --><?b c?>\n<r/>\n<!-- d -->\n").name.local == "r")
    }

    @Test("decodes the declared or marked encoding", arguments: EncodedDocument.all)
    func decodes(document: EncodedDocument) throws {
        #expect(try XMLTree.parse(document.bytes).text == document.text)
    }

    @Test("reads a text of twelve million characters")
    func hugeText() throws {
        let text = String(repeating: "abcdefghijkl", count: 1_000_000)
        #expect(try parse("<a>\(text)</a>").text.utf8.count == 12_000_000)
    }
}

struct EncodedDocument: CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    let text: String

    static var all: [EncodedDocument] {
        let little = "<a>é</a>".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let big = "<a>é</a>".utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        return [
            EncodedDocument(testDescription: "Latin 1", bytes: declared("ISO-8859-1", 0xE9), text: "é"),
            EncodedDocument(testDescription: "Windows", bytes: declared("windows-1252", 0x80), text: "€"),
            EncodedDocument(
                testDescription: "UTF-8 mark",
                bytes: [0xEF, 0xBB, 0xBF] + Array("<a>é</a>".utf8),
                text: "é"
            ),
            EncodedDocument(testDescription: "UTF-16 LE", bytes: [0xFF, 0xFE] + little, text: "é"),
            EncodedDocument(testDescription: "UTF-16 BE", bytes: [0xFE, 0xFF] + big, text: "é"),
        ]
    }

    private static func declared(_ encoding: String, _ byte: UInt8) -> [UInt8] {
        Array("<?xml version='1.0' encoding='\(encoding)'?><a>".utf8) + [byte] + Array("</a>".utf8)
    }
}
