import Finesse
import Testing
import XMLTree

@Suite("Golden payloads")
struct GoldenPayloadTests {
    static let all = GoldenPayload.configuration + GoldenPayload.catalogue + GoldenPayload.desktop + GoldenPayload.calls

    @Test("are read, written and read again as the same value", arguments: all)
    func roundTrip(payload: GoldenPayload) throws {
        let element = try XMLTree.parse(Array(payload.xml.utf8))
        try payload.expect(element)
        try payload.expectIdentity(element)
        let again = try XMLTree.parse(XMLTree.serialize(element))
        #expect(payload.isSame(element, again), "\(payload.name) changed")
        try payload.expect(again)
    }

    @Test(
        "are read as the same values whatever liberty a server takes",
        arguments: all.flatMap { payload in Liberty.allCases.map { (payload, $0) } }
    )
    func tolerance(payload: GoldenPayload, liberty: Liberty) throws {
        let taken = liberty.taken(with: try XMLTree.parse(Array(payload.xml.utf8)))
        let element = try XMLTree.parse(XMLTree.serialize(taken))
        try payload.expect(element)
        try payload.expectIdentity(element)
        let again = try XMLTree.parse(XMLTree.serialize(element))
        #expect(payload.isSame(element, again), "\(payload.name) changed")
    }

    @Test("are written back with their documented names, and with what is not documented", arguments: all)
    func writtenBack(payload: GoldenPayload) throws {
        guard let rewrite = payload.rewrite else { return }
        var element = try XMLTree.parse(Array(payload.xml.utf8))
        let documented = Set(element.elements.map(\.name.local))
        element = Liberty.otherOrder.taken(with: element)
        element.children.append(.element(XMLElement("futureField", text: "kept")))
        let sent = rewrite(element)
        #expect(sent.name.local == element.name.local)
        #expect(sent.elements.allSatisfy { documented.contains($0.name.local) || $0.name.local == "futureField" })
        #expect(sent.child(named: "futureField")?.text == "kept")
        #expect(sent.child(named: "uri") == nil && sent.child(named: "id") == nil)
        try payload.expect(try XMLTree.parse(XMLTree.serialize(sent)))
    }

    @Test("lose nothing that is unknown inside them")
    func unknownWords() throws {
        let xml = """
            <ReasonCode note="n"><category>LATER</category><code>many</code><forAll>perhaps</forAll><label/></ReasonCode>
            """
        let code = ReasonCode(element: try XMLTree.parse(Array(xml.utf8)))
        #expect(code.category?.rawValue == "LATER" && code.code == nil && code.forAll == nil && code.label == "")
        #expect(code.element.attribute(named: "note") == "n" && code.element.child(named: "code")?.text == "many")
        #expect(code.systemCode == nil && code.id == nil && code.uri == nil)
        #expect(ReasonCodeChange(code).element.child(named: "category")?.text == "LATER")
    }

    @Test("of a list keep order, attributes and what is no item")
    func list() throws {
        let xml = """
            <ReasonCodes category="LOGOUT"><ReasonCode><label>b</label></ReasonCode><more/>\
            <reasonCode><label>a</label></reasonCode></ReasonCodes>
            """
        let list = FinesseList<ReasonCode>(element: try XMLTree.parse(Array(xml.utf8)))
        #expect(list.map(\.label) == ["b", "a"] && list.count == 2)
        #expect(list.element.attribute(named: "category") == "LOGOUT" && list.element.child(named: "more") != nil)
    }
}
