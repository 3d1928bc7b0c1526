import FuzzDriver
import WebAgentCookies
import WebAgentURL

/// A jar that takes several `Set-Cookie` fields and makes the `Cookie` field: the bounds hold, and a jar that was kept and
/// restored sends the same bytes.
///
/// An input is the letter of the request, then one field after the other.
@main
enum SetCookieFuzzer {
    private static let now = CookieTime(seconds: 1_900_000_000)

    private static let suffixes = PublicSuffixList(rules: ["com", "example", "co.uk", "*.ck", "!www.ck"])

    private static let contexts: [CookieContext] = [
        "https://www.site.example/login/step?a=b", "http://www.site.example/login/step", "https://site.example/",
        "https://10.1.2.3/a/b", "http://[::1]:8080/", "https://www.ck/", "http://localhost/",
    ].compactMap { WebURL($0) }.flatMap { url in
        [
            CookieContext(url: url, initiator: nil, target: .topLevel, method: "GET"), .script(document: url),
            CookieContext(
                url: url,
                initiator: WebURL("https://other.example/").map { CookieClient(origin: $0.origin, ancestors: []) },
                target: .subresource,
                method: "POST"
            ),
        ]
    }

    static func main() {
        FuzzDriver.run { bytes in
            var input = FuzzInput(bytes)
            let context = input.choice(of: contexts)
            var jar = CookieJar(suffixes: suffixes)
            while let field = input.record() { store(field, context, &jar) }
            require(jar.count == jar.cookies.count, "the jar counts \(jar.count) of \(jar.cookies.count) cookies")
            checkRestored(jar, context)
        }
    }

    private static func store(_ field: [UInt8], _ context: CookieContext, _ jar: inout CookieJar) {
        let decision = jar.store(setCookie: field, context: context, now: now)
        guard case .stored(let cookie, _) = decision else { return }
        require(cookie.name.count + cookie.value.count <= SetCookie.maximumLength, "a cookie is too long")
        let bytes = cookie.name + cookie.value
        require(bytes.allSatisfy { $0 == 9 || $0 >= 0x20 && $0 != 0x7F && $0 != 0x3B }, "a cookie breaks its field")
        if let expiry = cookie.expiry {
            require(expiry > now, "a cookie that has ended was stored")
            require(expiry <= now.advanced(by: jar.policy.maximumLifetime), "a cookie lives longer than allowed")
        }
        if !cookie.name.isEmpty {
            let again = Result { try SetCookie.parse(cookie.name + [UInt8(ascii: "=")] + cookie.value) }
            guard case .success(let read) = again else { return require(false, "a stored cookie cannot be read again") }
            require(read.name == cookie.name && read.value == cookie.value, "a stored cookie is read as another")
        }
        plantedCrash(if: cookie.sameSite == .strict && cookie.expiry != nil && cookie.path.count > 3)
    }

    private static func checkRestored(_ jar: CookieJar, _ context: CookieContext) {
        let records = jar.snapshot(includingSessionCookies: true, now: now)
        guard let kept = try? CookieArchive.decode(CookieArchive.encode(records)) else {
            return require(false, "kept cookies cannot be read")
        }
        require(kept == records, "kept cookies are read as others")
        var jar = jar
        var restored = CookieJar(suffixes: suffixes)
        restored.restore(kept, now: now)
        let sent = jar.cookieHeader(for: context, now: now).cookieString
        require(restored.cookieHeader(for: context, now: now).cookieString == sent, "a restored jar sends others")
        require(!sent.contains { $0 < 0x20 && $0 != 9 || $0 == 0x7F }, "the Cookie field has a control character")
        if let text = jar.cookies.first?.description { require(!text.isEmpty, "a cookie has no description") }
    }
}
