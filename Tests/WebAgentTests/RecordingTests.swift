import HTTPTransport
import Testing
import WebAgent
import WebAgentScripting
import WebAgentURL

@Suite("The recording, and what is never in it")
struct RecordingTests {
    private static let secret = "s3cr3t-S3CR3T-0123456789abcdef"

    @Test("holds no value of a query, form, cookie or script, in whole or in part")
    func hidesSecrets() async throws {
        let secret = Self.secret
        let pages = ScriptedHosts([
            "https://idp.org/page": { order, page in
                guard case .open = order else { return PageReport(forms: []) }
                await page.wish(.console(.log, "token \(secret)"))
                await page.wish(
                    .scriptError(
                        ScriptFailure(
                            kind: .exception,
                            message: "JSON Parse error: Unexpected identifier \"\(secret)\" near \(secret)",
                            source: "https://idp.org/a.js?v=\(secret)",
                            line: 3
                        )
                    )
                )
                await page.wish(.dialog(.alert, text: secret))
                _ = await page.ask(.writeCookie("script=\(secret)"))
                _ = await page.ask(.writeCookie(secret + "\u{1}"))
                await page.submit(
                    to: "https://ids.com/acs?code=\(secret)",
                    body: "SAMLResponse=\(secret)&return_user=yes"
                )
                return PageReport()
            }
        ])
        let rig = Rig(
            [
                "GET https://ids.com/start": .redirect(
                    302,
                    to: "https://idp.org/page;jsessionid=\(secret)?code=\(secret)#\(secret)",
                    cookies: "c=\(secret)",
                    "bad=\(secret); Domain=other.com"
                ),
                "GET https://idp.org/page;jsessionid=\(secret)": .redirect(302, to: "/page"),
                "GET https://idp.org/page": .html(), "POST https://ids.com/acs": .json("{}"),
            ],
            pages: pages
        )
        let request = AgentRequest(
            try url("https://ids.com/start?cc_username=anna&token=\(secret)"),
            extraFields: ["Authorization": "Bearer \(secret)"]
        )
        let page = try await rig.agent.open(request)
        #expect(page.status == 200)

        var text = ""
        dump(await rig.agent.recording, to: &text)
        dump(page, to: &text)
        dump(request, to: &text)
        let characters = Array(secret)
        for start in 0...(characters.count - 12) {
            #expect(!text.contains(String(characters[start..<(start + 12)])), "from \(start)")
        }
        #expect(text.contains("JSON Parse error"))
    }

    @Test("shows the values of names that are public, and the names of all")
    func showsPublicNames() async throws {
        let rig = Rig(["POST https://a.com/token": .json("{}")]) { $0.publicParameterNames = ["return_user"] }
        let form = AgentRequest.Body(
            bytes: Array("token=abc&return_user=yes".utf8),
            contentType: "application/x-www-form-urlencoded"
        )
        _ = try await rig.agent.open(
            AgentRequest(try url("https://a.com/token?return_user=no&code=1"), method: "POST", body: form)
        )
        let hop = try #require(await rig.agent.recording.hops.first)
        #expect(hop.url.description == "https://a.com/token?return_user=no&code=<redacted>")
        #expect(hop.form == "token=<redacted>&return_user=yes")
        #expect(hop.requestLength == 25)
        #expect(hop.responseLength == 2)
    }

    @Test("keeps the newest entries when there are too many")
    func keepsNewest() async throws {
        let rig = Rig(["GET https://a.com/": .json("{}")]) { $0.maximumRecordingEntries = 5 }
        for _ in 0..<8 { _ = try await rig.open("https://a.com/") }
        let recording = await rig.agent.recording
        #expect(recording.entries.count == 5)
        #expect(recording.dropped == 3)
        #expect(recording.hops.last?.number == 8)
    }

    @Test("names every kind of failure apart")
    func labelsErrors() throws {
        let origin = HTTPOrigin(scheme: .https, host: "a.com")
        let shown = RedactedURL(try url("https://a.com/p"))
        let all: [WebAgentError] = [
            .transport(.timedOut(origin, .connecting, after: .seconds(1)), .script, shown),
            .redirect(.tooMany(limit: 1, chain: [shown, shown]), .page(request: 1, method: "GET")),
            .redirect(.unreadableLocation(from: shown), .script), .unsupportedAddress(shown),
            .tooManyNavigations(limit: 3, chain: [shown]), .deadlineExceeded(.milliseconds(1500), .running, shown),
            .pageHost(.timeLimit(.seconds(5)), shown), .busy, .cancelled,
        ]
        #expect(Set(all.map(\.label)).count == all.count)
        #expect(all.filter { $0.host == nil } == [.busy, .cancelled])
        #expect(all.allSatisfy { "\($0)".hasSuffix(".") || "\($0)".hasSuffix(")") })
    }
}
