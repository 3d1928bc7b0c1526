import Testing
import WebAgentCookies

@Suite("Keeping and dropping cookies")
struct JarKeepingTests {
    @Test("drops insecure cookies of a full domain first, the longest unused before the others")
    func evictsPerDomain() throws {
        var jar = makeJar { $0.maximumCookiesPerDomain = 3 }
        try jar.set("secure=1; Secure", at: "https://e.com/", now: start)
        try jar.set("unused=1; Path=/x", at: "https://e.com/", now: start.advanced(by: .seconds(1)))
        try jar.set("used=1", at: "https://e.com/", now: start.advanced(by: .seconds(1)))
        _ = try jar.header(for: "https://e.com/", now: start.advanced(by: .seconds(2)))
        let decision = try jar.set("new=1", at: "https://e.com/", now: start.advanced(by: .seconds(3)))
        guard case .stored(_, let evicted) = decision else {
            Issue.record("refused: \(decision)")
            return
        }
        #expect(evicted.map(\.name) == [Array("unused".utf8)])
        #expect(jar.count == 3)
    }

    @Test("drops ended cookies before all others when the jar is full")
    func evictsInAll() throws {
        var jar = makeJar { $0.maximumCookies = 2 }
        try jar.set("old=1", at: "https://a.com/", now: start)
        try jar.set("ended=1; Max-Age=1", at: "https://b.com/", now: start.advanced(by: .seconds(1)))
        try jar.set("new=1", at: "https://c.com/", now: start.advanced(by: .seconds(9)))
        #expect(jar.cookies.map(\.name) == [Array("old".utf8), Array("new".utf8)])
        try jar.set("newer=1", at: "https://d.com/", now: start.advanced(by: .seconds(10)))
        #expect(jar.cookies.map(\.domain) == ["c.com", "d.com"])
    }

    @Test("refuses an insecure cookie where secure ones fill the domain")
    func refusesWithoutRoom() throws {
        var jar = makeJar { $0.maximumCookiesPerDomain = 1 }
        try jar.set("secure=1; Secure", at: "https://e.com/")
        #expect(try jar.set("plain=1", at: "https://e.com/").refusal == .noRoom)
    }

    @Test("survives an archive, session cookies on request")
    func archives() throws {
        var jar = makeJar()
        try jar.set("session=s; HttpOnly; Secure; SameSite=Strict", at: "https://a.e.com/x/y")
        try jar.set("kept=k; Max-Age=60; Domain=e.com", at: "https://a.e.com/")
        let later = start.advanced(by: .seconds(1))

        let bytes = CookieArchive.encode(jar.snapshot(includingSessionCookies: true, now: later))
        var other = makeJar()
        other.restore(try CookieArchive.decode(bytes), now: later)
        #expect(try other.header(for: "https://a.e.com/x/") == "session=s; kept=k")
        #expect(other.cookies.map(\.expiry) == jar.cookies.map(\.expiry))
        #expect(other.snapshot(includingSessionCookies: true, now: later).map(\.sameSite) == [.strict, .unspecified])

        #expect(jar.snapshot(includingSessionCookies: false, now: later).map(\.name) == [Array("kept".utf8)])
        #expect(jar.snapshot(includingSessionCookies: false, now: start.advanced(by: .seconds(60))).isEmpty)
    }

    @Test("restores no cookie of what is a public suffix today")
    func restoresByTodaysList() throws {
        var generous = CookieJar(suffixes: PublicSuffixListOfNothing())
        generous.set("n=v; Domain=co.uk", at: try opened("https://a.co.uk/"))
        var jar = makeJar()
        jar.restore(generous.snapshot(includingSessionCookies: true, now: start), now: start)
        #expect(generous.count == 1)
        #expect(jar.count == 0)
    }

    @Test("refuses every damaged archive")
    func refusesDamage() throws {
        var jar = makeJar()
        try jar.set("n=v; Max-Age=60", at: "https://e.com/")
        let bytes = CookieArchive.encode(jar.snapshot(includingSessionCookies: true, now: start))
        for length in 0..<bytes.count {
            #expect(throws: CookieArchiveError.malformed) { try CookieArchive.decode(Array(bytes.prefix(length))) }
        }
        #expect(throws: CookieArchiveError.malformed) { try CookieArchive.decode(bytes + [0]) }
        var newer = bytes
        newer[7] = 9
        #expect(throws: CookieArchiveError.unknownVersion(9)) { try CookieArchive.decode(newer) }
    }

    @Test("never shows a value when a cookie, a decision or a record is printed")
    func hidesValues() throws {
        var jar = makeJar()
        let decision = try jar.set("n=hunter2hunter2", at: "https://e.com/")
        let retrieved = jar.cookieHeader(for: try opened("https://e.com/"), now: start)
        var text = "\(decision) \(retrieved) \(jar.snapshot(includingSessionCookies: true, now: start))"
        dump(jar, to: &text)
        #expect(text.contains("redacted"))
        #expect(!text.contains("hunter2"))
    }

    @Test("removes what it is told to")
    func removes() throws {
        var jar = makeJar()
        try jar.set("a=1", at: "https://a.com/")
        try jar.set("b=1", at: "https://b.com/")
        #expect(jar.removeAll { $0.domain == "a.com" }.count == 1)
        #expect(jar.cookies.map(\.domain) == ["b.com"])
    }
}
