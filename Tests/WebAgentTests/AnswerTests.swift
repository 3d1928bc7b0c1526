import HTTPTransport
import HTTPTransportTesting
import Testing
import WebAgent
import WebAgentScripting
import WebAgentURL

@Suite("Answers that are no page, and pages that go on twice")
struct AnswerTests {
    @Test("stays on a page whose form is answered without content")
    func staysWithoutContent() async throws {
        let pages = ScriptedHosts([
            "https://a.com/": { order, page in
                if case .click = order { await page.submit(to: "https://a.com/ping", body: "x=1", clicked: true) }
                return PageReport(title: "Still here")
            }
        ])
        let rig = Rig(
            ["GET https://a.com/": .html(), "POST https://a.com/ping": HTTPResponse(status: 204)],
            pages: pages
        )
        _ = try await rig.open("https://a.com/")
        let page = try #require(try await rig.agent.click(.selector("button")).page)
        #expect(page.url.href == "https://a.com/")
        #expect(page.isDocument)
        #expect(page.title == "Still here")
        #expect(page.hops.map(\.status) == [204])
        #expect(try await rig.open("https://a.com/none").status == 404)
    }

    @Test("shows no page that is to be saved", arguments: ["attachment", "Attachment; filename=x.html", "other"])
    func showsNoAttachment(disposition: String) async throws {
        let page = try await opened(with: ["Content-Disposition": disposition])
        #expect(!page.isDocument)
        #expect(page.body == Array("<!DOCTYPE html>".utf8))
    }

    @Test("shows what is inline", arguments: ["inline", "INLINE; filename=x.html", ""])
    func showsInline(disposition: String) async throws {
        #expect(try await opened(with: ["Content-Disposition": disposition]).isDocument)
    }

    private func opened(with fields: HTTPFields) async throws -> Page {
        let rig = Rig(["GET https://a.com/": .html(fields: fields)], pages: ScriptedHosts([:]))
        return try await rig.open("https://a.com/")
    }

    @Test("goes where the last refresh leads, unless it comes later than one before it")
    func takesLastRefresh() async throws {
        let pages = ScriptedHosts([
            "https://a.com/": { order, page in
                guard case .open = order else { return PageReport() }
                for (milliseconds, name) in [(1000, "first"), (0, "second"), (0, "third"), (500, "late")] {
                    await page.wish(.refresh(milliseconds: milliseconds, url: "https://a.com/\(name)"))
                }
                return PageReport()
            }
        ])
        let rig = Rig(["GET https://a.com/": .html(), "GET https://a.com/third": .json("{}")], pages: pages)
        #expect(try await rig.open("https://a.com/").url.href == "https://a.com/third")
    }
}
