import HTTPTransport
import HTTPTransportTesting
import Synchronization
import Testing
import WebAgent
import WebAgentCookies
import WebAgentScripting
import WebAgentURL

@Suite("What pages ask their agent")
struct PageAskTests {
    /// Opens `https://a.com/page`, asks one thing there, and returns the answers.
    private func answers(
        _ asks: [PageAsk],
        _ routes: [String: HTTPResponse] = [:],
        cookies: String...
    ) async throws -> (answers: [PageAnswer], rig: Rig) {
        let box = Box()
        let pages = ScriptedHosts([
            "https://a.com/page": { order, page in
                guard case .open = order else { return PageReport() }
                for ask in asks { box.append(await page.ask(ask)) }
                return PageReport()
            }
        ])
        let fields = HTTPFields(cookies.map { HTTPField("Set-Cookie", $0) })
        let rig = Rig(routes.merging(["GET https://a.com/page": .html(fields: fields)]) { old, _ in old }, pages: pages)
        _ = try await rig.open("https://a.com/page")
        return (box.answers, rig)
    }

    private final class Box: Sendable {
        private let storage = Mutex<[PageAnswer]>([])
        var answers: [PageAnswer] { storage.withLock { $0 } }
        func append(_ answer: PageAnswer) { storage.withLock { $0.append(answer) } }
    }

    @Test("lets scripts see and set cookies, but not the HttpOnly ones")
    func sharesCookies() async throws {
        let (answers, rig) = try await answers(
            [.readCookies, .writeCookie("own=2; Path=/"), .writeCookie("hidden=3"), .readCookies],
            cookies: "seen=1",
            "hidden=1; HttpOnly"
        )
        #expect(answers == [.text("seen=1"), .acknowledged, .acknowledged, .text("seen=1; own=2")])
        let refused = await rig.agent.recording.cookies.filter { $0.decision == .refused(.overwritesHTTPOnly) }
        #expect(refused.map(\.name) == ["hidden"])
        #expect(refused.map(\.party) == [.script])
    }

    @Test("keeps storage by origin and area")
    func keepsStorage() async throws {
        let (answers, _) = try await answers([
            .storage(.local, .set(key: "k", value: "v")), .storage(.local, .set(key: "b", value: "w")),
            .storage(.local, .get(key: "k")), .storage(.session, .get(key: "k")), .storage(.local, .keys),
            .storage(.local, .remove(key: "k")), .storage(.local, .get(key: "k")), .storage(.local, .clear),
            .storage(.local, .keys),
            .storage(.local, .set(key: "k", value: String(repeating: "x", count: 6 << 20))),
        ])
        #expect(
            answers == [
                .acknowledged, .acknowledged, .text("v"), .absent, .keys(["k", "b"]), .acknowledged, .absent,
                .acknowledged,
                .keys([]), .failed("the storage is full"),
            ]
        )
    }

    @Test("loads scripts with the page's cookies, and none over http into a secure page")
    func loadsScripts() async throws {
        let (answers, rig) = try await answers(
            [
                .loadScript(url: "https://a.com/s.js"), .loadScript(url: "http://a.com/s.js"),
                .loadScript(url: "https://a.com/none.js"), .loadScript(url: "data:,x"),
            ],
            [
                "GET https://a.com/s.js": .redirect(302, to: "/t.js"),
                "GET https://a.com/t.js": HTTPResponse(
                    status: 200,
                    fields: ["Content-Type": "text/javascript"],
                    body: [0x31]
                ),
            ],
            cookies: "n=1; SameSite=Strict"
        )
        guard case .response(let script) = answers[0] else {
            Issue.record("not loaded: \(answers[0])")
            return
        }
        #expect(script.body == [0x31])
        #expect(script.url == "https://a.com/t.js")
        #expect(rig.field("Cookie", of: 1) == "n=1")
        #expect(rig.field("Sec-Fetch-Dest", of: 1) == "script")
        #expect(rig.field("Referer", of: 1) == "https://a.com/page")
        #expect(answers[1] == .failed("the page is secure and this is not"))
        #expect(answers[2] == .failed("the server answered 404"))
        #expect(answers[3] == .failed("its address is not of http or https"))
    }

    @Test(
        "runs no answer as a script whose type forbids it",
        arguments: [
            ("image/png", nil, false), ("text/csv; charset=utf-8", nil, false), ("text/html", nil, true),
            ("text/plain", "nosniff", false), ("", "nosniff", false), ("Text/JavaScript;x=y", "NoSniff", true),
            ("text/plain", "other", true),
        ] as [(String, String?, Bool)]
    )
    func judgesScriptTypes(type: String, options: String?, runs: Bool) async throws {
        var fields: HTTPFields = ["Content-Type": type]
        if let options { fields.append(HTTPField("X-Content-Type-Options", options)) }
        let (answers, _) = try await answers(
            [.loadScript(url: "https://a.com/s.js")],
            ["GET https://a.com/s.js": HTTPResponse(status: 200, fields: fields, body: [0x31])]
        )
        if case .response = answers.first { #expect(runs) } else { #expect(!runs) }
    }

    @Test("runs a crossorigin script of another origin only where that origin allows it")
    func loadsCrossOriginScripts() async throws {
        let script: HTTPFields = ["Content-Type": "text/javascript"]
        let open: HTTPFields = ["Content-Type": "text/javascript", "Access-Control-Allow-Origin": "*"]
        let named: HTTPFields = [
            "Content-Type": "text/javascript", "Access-Control-Allow-Origin": "https://a.com",
            "Access-Control-Allow-Credentials": "true",
        ]
        let (answers, rig) = try await answers(
            [
                .loadScript(url: "https://b.com/open", crossOrigin: .sameOrigin, referrerPolicy: "No-Referrer"),
                .loadScript(url: "https://b.com/open", crossOrigin: .include),
                .loadScript(url: "https://b.com/named", crossOrigin: .include),
                .loadScript(url: "https://b.com/closed", crossOrigin: .sameOrigin),
                .loadScript(url: "https://b.com/closed"),
            ],
            [
                "GET https://b.com/open": HTTPResponse(status: 200, fields: open),
                "GET https://b.com/named": HTTPResponse(status: 200, fields: named),
                "GET https://b.com/closed": HTTPResponse(status: 200, fields: script),
            ]
        )
        let loaded = answers.map { if case .response = $0 { true } else { false } }
        #expect(loaded == [true, false, true, false, true])
        #expect((1...5).map { rig.field("Sec-Fetch-Mode", of: $0) } == ["cors", "cors", "cors", "cors", "no-cors"])
        #expect((1...5).map { rig.field("Origin", of: $0) } == Array(repeating: "https://a.com", count: 4) + [nil])
        #expect(rig.field("Sec-Fetch-Dest", of: 1) == "script")
        #expect(rig.field("Referer", of: 1) == nil)
        #expect(rig.field("Referer", of: 2) == "https://a.com/")
    }

    @Test("makes requests of the page's own origin, without the fields a script may not set or see")
    func requestsOwnOrigin() async throws {
        let request = PageRequest(
            method: "POST",
            url: "https://a.com/api",
            headers: [PageHeader(name: "X-A", value: "\u{E9}"), PageHeader(name: "Cookie", value: "forged=1")],
            body: [0x62]
        )
        let (answers, rig) = try await answers(
            [.request(request)],
            [
                "POST https://a.com/api": HTTPResponse(
                    status: 200,
                    fields: ["Set-Cookie": "api=1", "X-B": "1"],
                    body: [0x63]
                )
            ],
            cookies: "n=1"
        )
        guard case .response(let response) = answers.first else {
            Issue.record("no response: \(answers)")
            return
        }
        #expect(response.headers == [PageHeader(name: "X-B", value: "1")])
        #expect(rig.transport.requests[1].fields.first(named: "X-A") == [0xE9])
        #expect(rig.field("Cookie", of: 1) == "n=1")
        #expect(rig.field("Origin", of: 1) == "https://a.com")
        #expect(await rig.agent.cookies.count == 2)
    }

    @Test("makes a request without CORS, of which a page sees nothing")
    func requestsBlindly() async throws {
        let plain = PageHeader(name: "Content-Type", value: "text/plain")
        let (answers, rig) = try await answers(
            [
                .request(
                    PageRequest(
                        method: "POST",
                        url: "https://b.com/beacon",
                        headers: [plain, PageHeader(name: "X-A", value: "1")],
                        body: [0x62],
                        mode: .noCORS
                    )
                ), .request(PageRequest(method: "GET", url: "https://b.com/beacon", mode: .noCORS)),
                .request(PageRequest(method: "GET", url: "https://a.com/own", mode: .noCORS)),
                .request(PageRequest(method: "GET", url: "https://a.com/go", redirect: .manual)),
            ],
            [
                "POST https://b.com/beacon": .json("secret"), "GET https://b.com/beacon": .json("secret"),
                "GET https://a.com/own": .json("own"), "GET https://a.com/go": .redirect(302, to: "/own"),
            ]
        )
        let opaque = PageAnswer.response(PageResponse(url: "", status: 0, kind: .opaque))
        #expect(answers[0] == opaque)
        #expect(answers[1] == opaque)
        guard case .response(let own) = answers[2] else {
            Issue.record("no response: \(answers[2])")
            return
        }
        #expect(own.kind == .basic)
        #expect(own.status == 200)
        #expect(answers[3] == .response(PageResponse(url: "https://a.com/go", status: 0, kind: .opaqueRedirect)))
        #expect((1...4).map { rig.field("Sec-Fetch-Mode", of: $0) } == ["no-cors", "no-cors", "no-cors", "cors"])
        #expect((1...3).map { rig.field("Origin", of: $0) } == ["https://a.com", nil, nil])
        #expect(rig.field("Content-Type", of: 1) == "text/plain")
        #expect(rig.field("X-A", of: 1) == nil)
    }

    @Test("lets a page read another origin's answer only where that origin allows it")
    func checksCORS() async throws {
        let (answers, rig) = try await answers(
            [
                .request(PageRequest(method: "GET", url: "https://b.com/open")),
                .request(PageRequest(method: "GET", url: "https://b.com/closed")),
                .request(PageRequest(method: "GET", url: "https://b.com/open", mode: .sameOrigin)),
                .request(
                    PageRequest(method: "PUT", url: "https://b.com/put", headers: [PageHeader(name: "X-A", value: "1")])
                ),
                .request(PageRequest(method: "DELETE", url: "https://b.com/put")),
            ],
            [
                "GET https://b.com/open": HTTPResponse(
                    status: 200,
                    fields: ["Access-Control-Allow-Origin": "*", "X-Hidden": "1", "Content-Type": "text/plain"]
                ),
                "GET https://b.com/closed": HTTPResponse(status: 200),
                "OPTIONS https://b.com/put": HTTPResponse(
                    status: 204,
                    fields: [
                        "Access-Control-Allow-Origin": "https://a.com", "Access-Control-Allow-Methods": "PUT",
                        "Access-Control-Allow-Headers": "x-a",
                    ]
                ),
                "PUT https://b.com/put": HTTPResponse(
                    status: 200,
                    fields: ["Access-Control-Allow-Origin": "https://a.com"]
                ),
            ]
        )
        guard case .response(let open) = answers[0], case .response = answers[3] else {
            Issue.record("not read: \(answers)")
            return
        }
        #expect(open.headers.map(\.name) == ["Content-Type"])
        #expect(answers[1] == .failed("the server does not let https://a.com read its answer"))
        #expect(answers[2] == .failed("it is of another origin"))
        #expect(answers[4] == .failed("the server does not let https://a.com ask that"))
        #expect(rig.asked.filter { $0.hasPrefix("OPTIONS") }.count == 2)
        #expect(rig.field("Origin", of: 1) == "https://a.com")
        #expect(!rig.asked.contains { $0.hasPrefix("DELETE") })
    }

    @Test("ends a page's appetite for parts")
    func limitsParts() async throws {
        let asks = [PageAsk](repeating: .loadScript(url: "https://a.com/s.js"), count: 3)
        let pages = ScriptedHosts([
            "https://a.com/page": { order, page in
                guard case .open = order else { return PageReport() }
                for ask in asks { _ = await page.ask(ask) }
                return PageReport()
            }
        ])
        let rig = Rig(["GET https://a.com/page": .html()], pages: pages) { $0.maximumPartRequests = 2 }
        _ = try await rig.open("https://a.com/page")
        #expect(rig.asked.count == 3)
    }

    @Test("gives random bytes of its environment")
    func givesRandomBytes() async throws {
        let (answers, _) = try await answers([.randomBytes(count: 3), .randomBytes(count: 100_000)])
        #expect(answers == [.bytes([7, 7, 7]), .failed("too many bytes")])
    }
}
