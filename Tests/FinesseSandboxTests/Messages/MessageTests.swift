import FinesseSandbox
import Testing

@Suite("Sandbox messages")
struct MessageTests {
    @Test("reads form fields in order, with plus signs and escapes")
    func formFields() {
        let form = FormFields(parsing: "a=1+2&b=%C3%A4&a=%26&c&=x&%zz=%4".utf8)
        #expect(form.fields.map(\.name) == ["a", "b", "a", "c", "", "%zz"])
        #expect(form.fields.map(\.value) == ["1 2", "ä", "&", "", "x", "%4"])
        #expect(form["a"] == "1 2")
        #expect(form["missing"] == nil)
        #expect(form.names == ["a", "b", "c", "", "%zz"])
    }

    @Test("writes a query that it reads back", arguments: ["", "a b", "ä&=+%", "日本"])
    func roundTrip(text: String) {
        let fields = FormFields([text: text, "x": "1"])
        #expect(FormFields(parsing: fields.encoded.utf8) == fields)
    }

    @Test("survives any bytes in a query, a cookie and base64")
    func garbage() {
        var generator = SystemRandomNumberGenerator()
        for length in 0..<200 {
            let bytes = (0..<length).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(FormFields(parsing: bytes).fields.count <= length)
            #expect(RequestCookie.parse(text).count <= length)
            #expect(TextEncodings.base64Decode(TextEncodings.base64(bytes)) == bytes)
            #expect(TextEncodings.base64URLDecode(TextEncodings.base64URL(bytes)) == bytes)
        }
    }

    @Test("reads cookies with equal signs in their values, in order")
    func cookies() {
        let cookies = RequestCookie.parse("a=1; b=x=y;c=;  d ;=e; a=2")
        #expect(cookies.map(\.name) == ["a", "b", "c", "", "a"])
        #expect(cookies.map(\.value) == ["1", "x=y", "", "e", "2"])
    }

    @Test("keeps the order of JSON members and escapes what must be escaped")
    func json() {
        let value = JSONText.object([
            ("z", .string("a\"b\\c\nd\u{1}é/")), ("a", .array([.integer(-1), .string("")])),
        ])
        #expect(value.text == #"{"z":"a\"b\\c\u000ad\u0001é/","a":[-1,""]}"#)
    }

    @Test("drops empty path segments and decodes the others")
    func segments() {
        let request = SandboxRequest(party: .finesse, target: "/finesse/api//User/a%20b%2Fc/?x=1")
        #expect(request.segments == ["finesse", "api", "User", "a b/c"])
        #expect(request.query["x"] == "1")
    }

    @Test("reads a form only when the content type says so")
    func formByType() {
        let body = Array("a=1".utf8)
        let type = "application/x-www-form-urlencoded; charset=UTF-8"
        #expect(
            SandboxRequest(party: .finesse, target: "/", headers: ["Content-Type": type], body: body).form["a"] == "1"
        )
        #expect(
            SandboxRequest(party: .finesse, target: "/", headers: ["Content-Type": "text/plain"], body: body)
                .form.fields.isEmpty
        )
    }
}
