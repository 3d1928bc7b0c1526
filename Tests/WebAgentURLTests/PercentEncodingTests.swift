import Testing
import WebAgentURL

@Suite("Percent-encoding, WHATWG URL §1.3")
struct PercentEncodingTests {
    @Test(
        "escapes each part's own characters",
        arguments: [
            (PercentEncodeSet.c0Control, "\u{1}\u{7F}é", "%01%7F%C3%A9"), (.c0Control, " #?", " #?"),
            (.fragment, " \"<>`#", "%20%22%3C%3E%60#"), (.query, "'#`", "'%23`"), (.specialQuery, "'`", "%27`"),
            (.path, "?^`{}/|", "%3F%5E%60%7B%7D/|"), (.userinfo, "/:;=@[\\]|$", "%2F%3A%3B%3D%40%5B%5C%5D%7C$"),
            (.component, "$&+,!~", "%24%26%2B%2C!~"), (.form, "!'()~*-._", "%21%27%28%29%7E*-._"),
        ]
    )
    func sets(set: PercentEncodeSet, input: String, expected: String) {
        #expect(PercentEncoding.encode(input, set: set) == expected)
    }

    @Test("decodes escapes and leaves what is none")
    func decodes() {
        #expect(PercentEncoding.decode(Array("a%41%2f%zz%4%".utf8)) == Array("aA/%zz%4%".utf8))
    }

    @Test("encodes in other encodings and shows what they lack as a reference")
    func encodings() throws {
        let koi8 = try #require(CharacterEncoding(label: "koi8-r"))
        #expect(PercentEncoding.encode("я é", encoding: koi8, set: .query) == "%D1%20%26%23233%3B")
        #expect(PercentEncoding.encode("a b+", encoding: .utf8, set: .form, spaceAsPlus: true) == "a+b%2B")
        #expect(PercentEncoding.encode("é", encoding: .utf16LE, set: .query) == "%C3%A9")
    }
}

@Suite("URLSearchParameters, WHATWG URL §5")
struct URLSearchParametersTests {
    @Test("reads pairs")
    func parses() {
        let list = URLSearchParameters(parsing: "a=1&&b&=c&d=e=f+g%2B&%FF")
        #expect(list.map(\.name) == ["a", "b", "", "d", "\u{FFFD}"])
        #expect(list.map(\.value) == ["1", "", "c", "e=f g+", ""])
    }

    @Test("writes what it reads")
    func serializes() throws {
        let list = URLSearchParameters([.init(name: "a b", value: "ü&="), .init(name: "", value: "*~")])
        #expect(list.description == "a+b=%C3%BC%26%3D&=*%7E")
        #expect(URLSearchParameters(parsing: list.description) == list)
        let latin = try #require(CharacterEncoding(label: "windows-1252"))
        #expect(list.serialized(encoding: latin) == "a+b=%FC%26%3D&=*%7E")
    }

    @Test("is edited as the interface of that name is")
    func edits() {
        var list = URLSearchParameters(parsing: "b=1&a=2&b=3&c=4&b=5")
        #expect(list.first(named: "b") == "1")
        #expect(list.values(named: "b") == ["1", "3", "5"])
        #expect(list.first(named: "x") == nil)
        list.remove(name: "b", value: "3")
        list.sort()
        #expect(list.description == "a=2&b=1&b=5&c=4")
        list.set(name: "b", value: "6")
        list.set(name: "d", value: "7")
        list.append(name: "a", value: "8")
        list.remove(name: "c")
        #expect(list.description == "a=2&b=6&d=7&a=8")
    }

    @Test("tells apart names that differ only in normalisation")
    func exactNames() {
        let list = URLSearchParameters([.init(name: "e\u{301}", value: "two"), .init(name: "\u{E9}", value: "one")])
        #expect(list.first(named: "\u{E9}") == "one")
    }

    @Test("belongs to a URL's query")
    func ofURL() throws {
        let url = try #require(WebURL("https://h.test/?cc_username=98411&return_user=yes"))
        #expect(url.searchParameters.first(named: "cc_username") == "98411")
    }
}
