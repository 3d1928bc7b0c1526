import ConformanceSuites
import Foundation
import HTTPTransport
import Testing
import WebAgent
import WebAgentURL

@Suite("The navigation suites ask what the agent navigates with")
struct NavigationSuiteTests {
    private static let base = "https://page.test/folder/page?query"

    @Test(
        "refresh: the agent waits as long and goes where the suite says",
        arguments: [
            "2; url=/x", "0;URL='a b'c", "1.9, foo?x", "x; url=/y", " 3", "3 4; url=/z", ".5 url = \"//h.test",
            ";url=/",
        ]
    )
    func refresh(content: String) async throws {
        let answer = HTTPResponse(status: 200, fields: ["Refresh": content])
        let world = AgentWorld([Self.base: answer], later: [:])
        let page = try await world.open(Self.base)
        let hasGone = world.requests.count > 1
        let seconds = world.waits.all.reduce(Duration.zero, +).components.seconds
        let got: Any = hasGone ? ["seconds": Int(seconds), "url": page.url.href] as [String: Any] : NSNull()
        try await OwnVectors.expect(
            RefreshSuite.self,
            passes: ["content": content, "expected": got],
            butNot: ["expected": ["seconds": 9, "url": "/x"] as [String: Any]]
        )
    }

    @Test(
        "redirect-method: the agent's next request has the method and the body that the suite says",
        arguments: [
            (301, "POST", true), (302, "PUT", true), (303, "PUT", true), (307, "POST", true), (308, "PUT", true),
            (303, "HEAD", false), (302, "GET", false), (301, "DELETE", false),
        ]
    )
    func redirectMethod(status: Int, method: String, hasBody: Bool) async throws {
        let world = AgentWorld([Self.base: .redirect(status, to: "/next")])
        let body = AgentRequest.Body(bytes: Array("own".utf8), contentType: "text/plain")
        let request = AgentRequest(try #require(WebURL(Self.base)), method: method, body: hasBody ? body : nil)
        _ = try await world.agent.open(request)
        let next = try #require(world.requests.last)
        #expect(world.requests.count == 2)

        var row: [String: Any] = ["status": status, "request_method": method, "expected_method": next.method]
        if hasBody {
            row["body"] = "own"
            row["body_headers_stripped"] = next.body == nil
            #expect((next.body == nil) == !next.fields.contains(named: "Content-Type"))
            try await OwnVectors.expect(
                RedirectMethodSuite.self,
                passes: row,
                butNot: ["body_headers_stripped": next.body != nil]
            )
        } else {
            try await OwnVectors.expect(RedirectMethodSuite.self, passes: row, butNot: ["expected_method": "PATCH"])
        }
    }

    @Test(
        "redirect-location: the agent follows, fails or stays as the suite says",
        arguments: ["next", nil, "mailto:x@page.test", "http://[", "//other.test/"] as [String?]
    )
    func location(value: String?) async throws {
        let answer = value.map { HTTPResponse.redirect(302, to: $0) } ?? HTTPResponse(status: 302)
        let outcome: String
        do {
            let world = AgentWorld([Self.base: answer], later: [:])
            let page = try await world.open(Self.base)
            let isFollowed = world.requests.count > 1
            outcome = isFollowed ? "followed, final status \(page.status)" : "response returned as is"
        } catch is WebAgentError {
            outcome = "network error"
        }
        try await OwnVectors.expect(
            RedirectLocationSuite.self,
            passes: ["status": 302, "location": value ?? NSNull(), "outcome": outcome],
            butNot: ["outcome": "followed, final status 418"]
        )
    }

    @Test("redirect-location: raw bytes of a Location lead to the address that the suite says")
    func locationBytes() async throws {
        let bytes: [UInt8] = Array("next?a=".utf8) + [0xFC, 0x20, 0xE2, 0x98]
        let answer = HTTPResponse(status: 302, fields: HTTPFields([HTTPField(name: "Location", value: bytes)]))
        let world = AgentWorld([Self.base: answer])
        let page = try await world.open(Self.base)
        let suffix = "next?\(page.url.query ?? "")"
        #expect(suffix.contains("%FC"))
        try await OwnVectors.expect(
            RedirectLocationSuite.self,
            passes: [
                "location_hex": bytes.map { String(format: "%02x", $0) }.joined(), "expected_url_suffix": suffix,
            ],
            butNot: ["expected_url_suffix": suffix + "x"]
        )
    }

    @Test(
        "form-encoding: a form that posts itself sends the body that the suite says",
        arguments: ["application/x-www-form-urlencoded", "text/plain"],
        ["utf-8", "windows-1252", "utf-16le"]
    )
    func formEncoding(enctype: String, charset: String) async throws {
        let (name, value) = ("n \u{E9}'", "a\u{1F600}\u{2020}\nb&=+\"~*")
        let body = try await posted(name: name, value: value, enctype: enctype, charset: charset)
        try await OwnVectors.expect(
            FormEncodingSuite.self,
            passes: [
                "enctype": enctype, "accept_charset": charset, "name": name, "value": value, "expected": body,
            ],
            butNot: ["expected": body + "x"]
        )
    }

    @Test("form-encoding: a multipart form that posts itself sends the name and the value that the suite says")
    func multipart() async throws {
        let (name, value) = ("n\"\u{1F600}\n", "a\u{2020}\nb")
        let type = "multipart/form-data"
        let body = try await posted(name: name, value: value, enctype: type, charset: "windows-1252")
        let parts = body.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
        let head = try #require(parts.dropFirst().first)
        let sentName = try #require(head.split(separator: "name=\"").last).dropLast()
        let sentValue = parts.dropFirst(3).dropLast(2).joined(separator: "\r\n")
        try await OwnVectors.expect(
            FormEncodingSuite.self,
            passes: [
                "enctype": type, "accept_charset": "windows-1252", "name": name, "value": value,
                "expected": ["name": String(sentName), "value": sentValue],
            ],
            butNot: ["expected": ["name": String(sentName), "value": "x"]]
        )
    }

    /// The body of the request that a form with one hidden entry makes, one character per byte.
    private func posted(name: String, value: String, enctype: String, charset: String) async throws -> String {
        let markup = """
            <form method=post action=/post enctype="\(enctype)" accept-charset="\(charset)">
            <input type=hidden name="\(escaped(name))" value="\(escaped(value))"></form>
            <script>document.forms[0].submit()</script>
            """
        let world = AgentWorld([Self.base: .page(markup)], later: [:])
        try await world.open(Self.base)
        await world.agent.close()
        let request = try #require(world.requests.last)
        #expect(request.method == "POST")
        return String(String.UnicodeScalarView((request.body ?? []).map { Unicode.Scalar($0) }))
    }
}
