import HTTPTransport
import Testing

@testable import HTTPTransportCurl

@Suite("Response head, RFC 9112 §4 and §5")
struct ResponseHeadTests {
    private func read(_ text: String) throws(ResponseHead.Defect) -> ResponseHead {
        try ResponseHead(Array(text.utf8))
    }

    @Test("is read with version, status and fields")
    func reads() throws {
        let head = try read("HTTP/1.1 302 Found\r\nLocation: /a\r\nSet-Cookie:a=1\r\nset-cookie: \t b=2 \t\r\n\r\n")
        #expect(head.version == .http11 && head.status == 302)
        #expect(head.fields.map(\.name) == ["Location", "Set-Cookie", "set-cookie"])
        #expect(head.fields.map(\.text) == ["/a", "a=1", "b=2"])
    }

    @Test("is read without a reason, and from HTTP/1.0 and HTTP/2")
    func versions() throws {
        #expect(try read("HTTP/1.0 200\r\n\r\n").version == .http10)
        #expect(try read("HTTP/2 200 \r\n\r\n").version == .http2)
        #expect(try read("HTTP/1.1 999\n\n").status == 999)
    }

    @Test("joins a folded line with a space")
    func folds() throws {
        #expect(try read("HTTP/1.1 200 OK\r\nA: 1\r\n  2\r\n\t3\r\n\r\n").fields.first?.text == "1 2 3")
    }

    @Test("keeps any byte of a value")
    func bytes() throws {
        let head = try ResponseHead(Array("HTTP/1.1 200 OK\r\nA: ".utf8) + [0xFF, 0x80, 0x01] + Array("\r\n\r\n".utf8))
        #expect(head.fields.first?.value == [0xFF, 0x80, 0x01])
    }

    @Test(
        "is refused when it is none",
        arguments: [
            "", "\r\n", "HTTP/1.1\r\n", "HTTP/3.5 200 OK\r\n", "HTTP/1.1 20 OK\r\n", "HTTP/1.1 2000 OK\r\n",
            "HTTP/1.1 100 Continue\r\n", "HTTP/1.1 +20 OK\r\n", "HTTP/1.1 200 OK\r\nnameless\r\n\r\n",
            "HTTP/1.1 200 OK\r\n: x\r\n\r\n", "HTTP/1.1 200 OK\r\n folded\r\n\r\n", "HTTP/1.1 200 OK\r\nA B: x\r\n\r\n",
            "HTTP/1.1 200 OK\r\nA : x\r\n\r\n",
        ]
    )
    func refuses(text: String) {
        #expect(throws: ResponseHead.Defect.self) { try read(text) }
    }
}
