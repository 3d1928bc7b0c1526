import Testing

@testable import WebAgentScripting

@Suite("Pages that post by themselves", .timeLimit(.minutes(5)))
struct AutoPostTests {
    private static func form(_ rest: String = "") -> String {
        """
        <form action="/acs" method="post"><input type="hidden" name="SAMLResponse" value="a+b/c=">\
        <input type="hidden" name="RelayState" value="r 1"><noscript><input type="submit" value="Go"></noscript>\
        \(rest)</form>
        """
    }

    private static let body = "SAMLResponse=a%2Bb%2Fc%3D&RelayState=r+1"

    @Test("an inline onload submits the form")
    func inlineOnload() async throws {
        let page = TestPage()
        let report = try await page.open("<body onload=\"document.forms[0].submit()\">\(Self.form())</body>")
        #expect(report.outcome == .done)
        let submission = try #require(page.submissions.first)
        #expect(submission.method == .post)
        #expect(submission.url == "https://idp.example.test/acs")
        #expect(submission.text == Self.body)
        #expect(submission.contentType == "application/x-www-form-urlencoded")
        #expect(page.submissions.count == 1)
        #expect(!submission.userActivated)
        #expect(page.errors == [])
    }

    @Test("an inline script submits the form")
    func inlineScript() async throws {
        let page = TestPage()
        try await page.open(Self.form() + "<script language=\"javascript\">window.document.forms[0].submit();</script>")
        #expect(page.submissions.map(\.text) == [Self.body])
    }

    @Test("an external script clicks the button, and the click submits with its entry")
    func externalScript() async throws {
        let page = TestPage()
        page.script(
            "https://idp.example.test/post.js",
            "document.addEventListener('DOMContentLoaded', () => document.getElementById('go').click());"
        )
        try await page.open(
            Self.form("<input type=submit id=go name=go value=1>") + "<script src=/post.js></script>"
        )
        #expect(page.submissions.map(\.text) == [Self.body + "&go=1"])
        #expect(page.asks == [.loadScript(url: "https://idp.example.test/post.js")])
    }

    @Test("a timer with a text submits when its time has come, and the rest of the time is given back")
    func timerText() async throws {
        let page = TestPage()
        let report = try await page.open(
            Self.form() + "<script>setTimeout('document.forms[0].submit()', 100); setInterval(() => {}, 50)</script>"
        )
        #expect(page.submissions == [])
        #expect(report.nextTimer == 50)
        let later = try await page.order(.advance(milliseconds: 4_000))
        #expect(page.submissions.map(\.text) == [Self.body])
        #expect(later.timeLeft == 3_900)
        #expect(later.pageTime == 100)
    }

    @Test("a handler can name its form and the controls of its form")
    func handlerScope() async throws {
        let page = TestPage()
        try await page.open(
            "<form name=f method=post><input name=user value=x><input type=submit id=b onclick=\"user.value = 'y';"
                + " f.action = '/other'\"></form>"
        )
        try await page.order(.click(.selector("#b")))
        #expect(page.submissions.map(\.text) == ["user=y"])
        #expect(page.submissions.map(\.url) == ["https://idp.example.test/other"])
        #expect(page.submissions.first?.userActivated == true)
    }
}
