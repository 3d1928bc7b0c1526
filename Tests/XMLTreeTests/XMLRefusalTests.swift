import Testing
import XMLTree

@Suite("Refusing XML")
struct XMLRefusalTests {
    private func refusal(_ bytes: [UInt8], limits: XMLLimits = XMLLimits()) -> XMLError? {
        #expect(throws: XMLError.self) { try XMLTree.parse(bytes, limits: limits) }
    }

    private func refusal(_ text: String, limits: XMLLimits = XMLLimits()) -> XMLError? {
        refusal(Array(text.utf8), limits: limits)
    }

    @Test(
        "refuses every document type, before any entity is read",
        arguments: [
            "<!DOCTYPE a><a/>",
            "<!DOCTYPE a SYSTEM 'file:///etc/hostname'><a/>",
            "<!DOCTYPE a PUBLIC 'x' 'http://127.0.0.1:1/x.dtd'><a/>",
            "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><a>&e;</a>",
            "<!DOCTYPE a [<!ENTITY % p SYSTEM 'http://127.0.0.1:1/p'> %p;]><a/>",
            "<!DOCTYPE a [<!ENTITY b 'lol'><!ENTITY c '&b;&b;&b;'><!ENTITY d '&c;&c;&c;'>]><a>&d;</a>",
            "<!DOCTYPE a [<!ATTLIST a ID CDATA 'x'>]><a/>",
        ]
    )
    func refusesDocumentTypes(document: String) {
        guard case .documentTypeRefused(let position) = refusal(document) else {
            Issue.record("accepted or refused for another reason")
            return
        }
        #expect(position.line == 1)
    }

    @Test("refuses a hundred thousand nested elements without running out of stack")
    func refusesDepth() {
        let open = String(repeating: "<a>", count: 100_000)
        let close = String(repeating: "</a>", count: 100_000)
        #expect(refusal(open + close) == .tooDeep(limit: 256, at: XMLPosition(line: 1, column: 771)))
    }

    @Test("counts depth from the root and accepts exactly the limit")
    func acceptsExactDepth() throws {
        let limits = XMLLimits(depth: 2)
        #expect(try XMLTree.parse(Array("<a><b/><b/></a>".utf8), limits: limits).elements.count == 2)
        guard case .tooDeep(2, _) = refusal("<a><b><c/></b></a>", limits: limits) else {
            Issue.record("three levels were accepted")
            return
        }
    }

    @Test("refuses more nodes than allowed, attributes counted")
    func refusesNodes() throws {
        let limits = XMLLimits(nodes: 3)
        #expect(try XMLTree.parse(Array("<a x='1'><b/></a>".utf8), limits: limits).elements.count == 1)
        guard case .tooManyNodes(3, _) = refusal("<a x='1' y='2'><b/></a>", limits: limits) else {
            Issue.record("four nodes were accepted")
            return
        }
    }

    @Test("refuses more attributes than allowed before it reads any, for comparing them costs their square")
    func refusesAttributes() throws {
        let limits = XMLLimits(attributes: 2)
        #expect(try XMLTree.parse(Array("<a x='1' y='2'/>".utf8), limits: limits).attributes.count == 2)
        #expect(refusal("<a x='1' y='2' z='3'/>", limits: limits) == .tooManyAttributes(limit: 2))
        let flood = (0..<60_000).map { " a\($0)=''" }.joined()
        #expect(refusal("<a\(flood)/>") == .tooManyAttributes(limit: 50_000))
    }

    @Test("refuses more namespaces in force than can be searched quickly")
    func refusesNamespaces() throws {
        func document(_ count: Int) -> String {
            "<a" + (0..<count).map { " xmlns:n\($0)='u'" }.joined() + "/>"
        }
        #expect(try XMLTree.parse(Array(document(256).utf8)).declarations.count == 256)
        #expect(refusal(document(257)) == .tooManyAttributes(limit: 50_000))
    }

    @Test("refuses more bytes than allowed")
    func refusesLength() throws {
        let limits = XMLLimits(length: 4)
        #expect(try XMLTree.parse(Array("<a/>".utf8), limits: limits).children.isEmpty)
        #expect(refusal("<ab/>", limits: limits) == .tooLong(length: 5, limit: 4))
    }

    @Test(
        "tells a document that ends too early from one that is wrong",
        arguments: [
            "", "<", "<a", "<a ", "<a x", "<a x='1", "<a>", "<a>text", "<a><b></b>", "<a><b/>", "<a>&am", "<a><!-- ",
        ]
    )
    func refusesTruncated(document: String) {
        guard case .truncated = refusal(document) else {
            Issue.record("not refused as truncated")
            return
        }
    }

    @Test(
        "names the broken rule",
        arguments: [
            ("x<a/>", .noRootElement), ("{\"json\": true}", .noRootElement), ("<a></b>", .tagMismatch),
            ("<a/>x", .contentAfterRoot), ("<a/><b/>", .contentAfterRoot), ("<a/>\0x", .contentAfterRoot),
            ("<a>&nbsp;</a>", .undeclaredEntity), ("<p:a/>", .undeclaredPrefix), ("<a p:x='1'/>", .undeclaredPrefix),
            ("<a x='1' x='2'/>", .duplicateAttribute), ("<a>\u{1}</a>", .invalidCharacter),
            ("<a>\0</a>", .invalidCharacter),
            ("<a xmlns:p='u' xmlns:q='u' p:x='1' q:x='2'/>", .duplicateAttribute),
            ("<?xml version='1.0' encoding='klingon'?><a/>", .unknownEncoding),
            ("<?xml version='1.0' encoding='UTF-7'?><a/>", .unknownEncoding),
        ] as [(String, XMLFault)]
    )
    func namesTheRule(document: String, fault: XMLFault) {
        guard case .malformed(let found, _) = refusal(document) else {
            Issue.record("accepted, or refused as something else")
            return
        }
        #expect(found == fault)
    }

    @Test(
        "refuses bytes that are not UTF-8",
        arguments: [[0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE2, 0x82]] as [[UInt8]]
    )
    func refusesInvalidUTF8(bytes: [UInt8]) {
        let document = Array("<a>".utf8) + bytes + Array("</a>".utf8)
        guard case .malformed(.invalidCharacter, _) = refusal(document) else {
            Issue.record("not refused as invalid characters")
            return
        }
    }

    @Test("refuses an encoding in which markup looks like something else")
    func refusesEBCDIC() {
        let rest: [UInt8] = [0x6F, 0x6E, 0x4C, 0x81, 0x61, 0x6E]  // "?><a/>"
        guard case .malformed(.unknownEncoding, _) = refusal(Array("<?xml version='1.0' encoding='IBM037'".utf8) + rest)
        else {
            Issue.record("not refused as an unknown encoding")
            return
        }
    }

    @Test("gives line and column of the first fault")
    func givesPosition() {
        guard case .malformed(.undeclaredEntity, let position) = refusal("<a>\n  <b>&oops;</b>\n</a>") else {
            Issue.record("not refused as an undeclared entity")
            return
        }
        #expect(position.line == 2)
        #expect(position.description.hasPrefix("line 2, column "))
    }

    @Test("says what and where without quoting the document")
    func descriptionsQuoteNothing() {
        let described = refusal("<a>\n&s3cr3t;</a>").map(String.init(describing:)) ?? ""
        #expect(described.contains("line 2"))
        #expect(!described.contains("s3cr3t"))
    }
}
