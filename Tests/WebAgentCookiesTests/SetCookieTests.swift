import Testing
import WebAgentCookies

@Suite("Set-Cookie, RFC 6265bis §5.6")
struct SetCookieTests {
    @Test(
        "splits name and value at the first =",
        arguments: [
            ("token=x=y", "token", "x=y"), ("alone", "", "alone"), (" \tn \t= v v \t; Path=/", "n", "v v"),
            ("=value", "", "value"), ("n=", "n", ""), ("n=\"q; r\"", "n", "\"q"),
        ]
    )
    func splits(line: String, name: String, value: String) throws {
        let cookie = try SetCookie.parse(Array(line.utf8))
        #expect(cookie.name == Array(name.utf8))
        #expect(cookie.value == Array(value.utf8))
    }

    @Test("keeps bytes that are no UTF-8 as they are")
    func keepsBytes() throws {
        let cookie = try SetCookie.parse([0x6E, 0x3D, 0xFF, 0x80])
        #expect(cookie.value == [0xFF, 0x80])
    }

    @Test("refuses every control character but the tab", arguments: [0x00, 0x08, 0x0A, 0x0D, 0x1F, 0x7F] as [UInt8])
    func refusesControls(byte: UInt8) {
        #expect(throws: CookieRefusal.controlCharacter(byte)) {
            try SetCookie.parse(Array("n=v; Path=/".utf8) + [byte])
        }
    }

    @Test("keeps a tab inside a value")
    func keepsTab() throws {
        #expect(try SetCookie.parse(Array("n=a\tb".utf8)).value == Array("a\tb".utf8))
    }

    @Test("takes 4096 bytes of name and value and refuses one more")
    func limitsLength() throws {
        let longest = Array("n=".utf8) + [UInt8](repeating: 0x61, count: 4095)
        #expect(try SetCookie.parse(longest).value.count == 4095)
        #expect(throws: CookieRefusal.tooLong(4097)) { try SetCookie.parse(longest + [0x61]) }
    }

    @Test("passes over an attribute longer than 1024 bytes and keeps the one before it")
    func limitsAttributes() throws {
        let long = String(repeating: "a", count: 1024)
        #expect(try SetCookie.parse(Array("n=v; Path=/keep; Path=/\(long)".utf8)).path == Array("/keep".utf8))
        #expect(try SetCookie.parse(Array("n=v; Path=/\(long.dropFirst())".utf8)).path?.count == 1024)
    }

    @Test("reads attributes in any case, with any spacing, the last one winning")
    func readsAttributes() throws {
        let line = "n=v;SECURE;httponly = yes; domain=.A.Example.COM;PATH=/a;path=/b; max-age=7;SameSite=lax"
        let cookie = try SetCookie.parse(Array(line.utf8))
        #expect(cookie.isSecure)
        #expect(cookie.isHTTPOnly)
        #expect(cookie.domain == Array("a.example.com".utf8))
        #expect(cookie.path == Array("/b".utf8))
        #expect(cookie.maxAge == 7)
        #expect(cookie.sameSite == .lax)
    }

    @Test(
        "reads Max-Age as a whole number only",
        arguments: [
            ("10", 10), ("-5", 0), ("0", 0), ("", nil), ("1.5", nil), ("+1", nil), ("-", nil), ("9e9", nil),
            ("99999999999999999999", Int64.max),
        ] as [(String, Int64?)]
    )
    func readsMaxAge(value: String, seconds: Int64?) throws {
        #expect(try SetCookie.parse(Array("n=v; Max-Age=\(value)".utf8)).maxAge == seconds)
    }

    @Test("keeps an earlier Expires when a later one is no date")
    func keepsGoodExpires() throws {
        let line = "n=v; Expires=Sun, 01 Jun 2025 00:00:00 GMT; Expires=soon"
        #expect(try SetCookie.parse(Array(line.utf8)).expires == start)
    }

    @Test("forgets an earlier SameSite when a later one is unknown")
    func forgetsSameSite() throws {
        #expect(try SetCookie.parse(Array("n=v; SameSite=Strict; SameSite=Maybe".utf8)).sameSite == .unspecified)
    }

    @Test("never shows a value when printed")
    func hidesValue() throws {
        let cookie = try SetCookie.parse(Array("session=hunter2hunter2".utf8))
        var dumped = ""
        dump(cookie, to: &dumped)
        #expect(!"\(cookie) \(dumped)".contains("hunter2"))
    }
}
