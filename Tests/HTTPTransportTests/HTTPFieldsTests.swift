import HTTPTransport
import Testing

@Suite("Header fields")
struct HTTPFieldsTests {
    @Test("keeps order and repeated names")
    func keepsOrder() {
        var fields: HTTPFields = ["A": "1", "B": "2", "a": "3"]
        fields.append("C", "4")
        #expect(fields.map(\.name) == ["A", "B", "a", "C"])
        #expect(fields.values(named: "A") == [Array("1".utf8), Array("3".utf8)])
    }

    @Test("finds names without case")
    func ignoresCase() {
        let fields: HTTPFields = ["Set-Cookie": "a=1"]
        #expect(fields.text(named: "SET-COOKIE") == "a=1")
        #expect(fields.contains(named: "set-cookie"))
        #expect(fields.first(named: "cookie") == nil)
    }

    @Test("sets a field in the place of the first of its name")
    func setsInPlace() {
        var fields: HTTPFields = ["A": "1", "B": "2", "a": "3"]
        fields.set("a", "new")
        #expect(fields == ["a": "new", "B": "2"])
        fields.set("D", "4")
        #expect(fields.last == HTTPField("D", "4"))
    }

    @Test("removes every field of a name")
    func removes() {
        var fields: HTTPFields = ["A": "1", "B": "2", "a": "3"]
        fields.removeAll(named: "A")
        #expect(fields == ["B": "2"])
    }

    @Test("compares values byte for byte and names without case")
    func compares() {
        #expect(HTTPField("Name", "x") == HTTPField("nAME", "x"))
        #expect(HTTPField("Name", "x").hashValue == HTTPField("nAME", "x").hashValue)
        #expect(HTTPField("Name", "x") != HTTPField("Name", "X"))
        // Equal as text, since canonically equivalent; not equal as bytes.
        #expect(HTTPField("Name", "\u{E9}") != HTTPField("Name", "e\u{301}"))
    }
}
