import Testing

@testable import WebAgentScripting

@Suite("Where a page wants to go", .timeLimit(.minutes(5)))
struct NavigationTests {
    @Test(
        "a script goes on",
        arguments: [
            ("location.href = '/a'", "https://idp.example.test/a", PageNavigation.Kind.assign),
            ("location = 'b'", "https://idp.example.test/b", .assign),
            ("window.location.replace('//h.test/')", "https://h.test/", .replace),
            ("document.location.assign('?q')", "https://idp.example.test/login?q", .assign),
            ("location.search = 'x=1'", "https://idp.example.test/login?x=1", .assign),
            ("location.reload()", "https://idp.example.test/login?a=1", .reload),
            ("open('/w', '_self')", "https://idp.example.test/w", .assign),
        ]
    )
    func scripted(script: String, url: String, kind: PageNavigation.Kind) async throws {
        let page = TestPage()
        try await page.open("<p>")
        try await page.order(.evaluate(script))
        #expect(page.navigations == [PageNavigation(url: url, kind: kind)])
    }

    @Test("before the page is loaded a navigation replaces it")
    func early() async throws {
        let page = TestPage()
        try await page.open("<script>location.href = '/a'</script>")
        #expect(page.navigations.map(\.kind) == [.replace])
    }

    @Test("a fragment changes the address only, and the window is told")
    func fragment() async throws {
        let page = TestPage()
        try await page.open("<script>onhashchange = e => { window.seen = e.newURL }</script>")
        let report = try await page.order(.evaluate("location.hash = 'x'"))
        #expect(page.navigations == [])
        #expect(report.url == "https://idp.example.test/login?a=1#x")
        #expect(try await page.value("seen") == "\"https://idp.example.test/login?a=1#x\"")
    }

    @Test("history changes the address within the origin only")
    func history() async throws {
        let page = TestPage()
        try await page.open("<p>")
        #expect(
            try await page.value(
                "history.pushState({a: 1}, '', '/p?q'); [location.pathname, history.length, history.state.a]"
            ) == "[\"/p\",2,1]"
        )
        #expect(
            try await page.value("try { history.replaceState(null, '', 'https://h.test/') } catch (e) { e.name }")
                == "\"SecurityError\""
        )
        #expect(page.wishes.contains(.addressChanged(url: "https://idp.example.test/p?q", replaced: false)))
    }

    @Test("the refresh of a meta element is told, the last that does not come later")
    func refresh() async throws {
        let page = TestPage()
        try await page.open(
            """
            <meta http-equiv=Refresh content='3; url=/first'><meta http-equiv=refresh content='1;url=/next'>\
            <meta http-equiv=refresh content='2;url=/late'>
            """
        )
        #expect(page.wishes == [.refresh(milliseconds: 1_000, url: "https://idp.example.test/next")])
    }

    @Test("a script in an address runs in the page")
    func scriptAddress() async throws {
        let page = TestPage()
        try await page.open(
            "<form id=f method=post><input name=a value=1></form><a id=a href='javascript:f.submit()'>x</a>"
        )
        try await page.order(.click(.selector("#a")))
        #expect(page.submissions.map(\.text) == ["a=1"])
    }

    @Test("another frame's navigation is none of the page's")
    func frames() async throws {
        let page = TestPage()
        try await page.open(
            "<form id=f method=post target=other><input name=a></form><script>f.submit(); open('/w')</script>"
        )
        #expect(page.submissions.map(\.target) == ["other"])
        #expect(page.wishes.contains(.openWindow(url: "https://idp.example.test/w", target: "_blank")))
    }
}
