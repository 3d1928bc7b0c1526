import Testing

@testable import WebAgentScripting

@Suite("Frames that go elsewhere by themselves")
struct FramePostTests {
    static let start = "https://idp.example.test/start"
    static let posted = "https://sp.test/acs"

    private static func autoPost(_ attributes: String = "") -> String {
        """
        <body onload="document.forms[0].submit()"><form method=post action="\(posted)" \(attributes)>
        <input type=hidden name=SAMLResponse value=abc></form>
        """
    }

    @Test("a hidden frame that posts a form by itself shows the answer, and the page hears of it")
    func postsItself() async throws {
        let page = TestPage()
        page.frame(Self.start, Self.autoPost())
        page.frame(Self.posted, "<script>parent.postMessage({done: true}, 'https://idp.example.test')</script>")
        try await page.open(
            """
            <iframe src=/start style="display:none" onload="console.log('frame loaded')"></iframe>
            <script>onmessage = event => console.log(event.origin, event.data.done);
            onload = () => console.log('page loaded')</script>
            """
        )
        #expect(page.console == ["frame loaded", "page loaded", "https://sp.test true"])
        let posted = try #require(page.frameRequests.last)
        #expect(posted.method == .post && posted.url == Self.posted)
        #expect(String(decoding: posted.body, as: UTF8.self) == "SAMLResponse=abc")
        #expect(posted.contentType == "application/x-www-form-urlencoded")
        #expect(page.frameAsks.map(\.document.number) == [1])
        #expect(page.submissions.isEmpty && page.navigations.isEmpty)
    }

    @Test("a form in a frame leads the page, where it is meant for that", arguments: ["_top", "_parent", "_PARENT"])
    func postsToTop(target: String) async throws {
        let page = TestPage()
        page.frame(Self.start, Self.autoPost("target=\(target)"))
        try await page.open("<iframe src=/start></iframe>")
        let sent = try #require(page.submissions.first)
        #expect(sent.url == Self.posted && sent.target.isEmpty)
        #expect(
            sent.frame == FrameInitiator(document: AskingDocument(number: 1), isLetBySandbox: true, wasActivated: false)
        )
        #expect(page.frameRequests.count == 1)
    }

    @Test("forms and links of the page lead the frame that they name")
    func namedFrame() async throws {
        let page = TestPage()
        page.frame(Self.posted, "posted")
        page.frame("https://idp.example.test/linked", "linked")
        try await page.open(
            """
            <iframe name=target id=i></iframe><a id=a href=/linked target=target>x</a>
            <form method=post action="\(Self.posted)" target=target><input name=a value=1></form>
            <script>document.forms[0].submit()</script>
            """
        )
        #expect(page.frameRequests.map(\.url) == [Self.posted])
        #expect(page.submissions.isEmpty)
        try await page.order(.click(.selector("#a")))
        #expect(page.frameRequests.map(\.url) == [Self.posted, "https://idp.example.test/linked"])
        #expect(page.frameRequests.map(\.userActivated) == [false, true])
        #expect(try await page.value("i.contentDocument.body.textContent") == "\"linked\"")
        #expect(try await page.value("open('/linked', 'target') === frames.target") == "true")
        #expect(page.frameRequests.count == 3)
        #expect(try await page.value("open('/linked', 'nobody')") == "null")
        #expect(page.wishes.contains(.openWindow(url: "https://idp.example.test/linked", target: "nobody")))
    }

    @Test("frames, parents and siblings find each other by name and position")
    func nested() async throws {
        let page = TestPage()
        page.frame("https://idp.example.test/a", "<iframe src=/b></iframe>")
        page.frame(
            "https://idp.example.test/b",
            "<form action=/c target=_parent></form><script>document.forms[0].submit()</script>"
        )
        page.frame("https://idp.example.test/c?", "<script>console.log(parent === top, frameElement.id)</script>")
        try await page.open("<iframe id=outer src=/a></iframe>")
        #expect(page.console == ["true outer"])
        #expect(page.frameRequests.map(\.container.number) == [0, 1, 0])
    }

    @Test("a frame goes on with its Refresh, its address and its timers")
    func goesOn() async throws {
        let page = TestPage()
        page.frame(Self.start, "<meta http-equiv=refresh content='1; url=/two'>")
        page.frame("https://idp.example.test/two", "<script>setTimeout(() => location.replace('/three'), 5)</script>")
        page.frame(
            "https://idp.example.test/three",
            "<script>location.hash = 'x'; onhashchange = () => console.log(location.href)</script>"
        )
        try await page.open("<iframe src=/start></iframe>")
        try await page.order(.advance(milliseconds: 2_000))
        #expect(page.frameRequests.map(\.url).last == "https://idp.example.test/three")
        #expect(page.console == ["https://idp.example.test/three#x"])
        #expect(page.navigations.isEmpty && page.wishes.allSatisfy { if case .refresh = $0 { false } else { true } })
    }

    @Test("scripts in addresses run in a frame of the same origin, and what they give is shown")
    func scriptAddress() async throws {
        let page = TestPage()
        try await page.open("<iframe id=i src=\"javascript:'<p>made</p>'\"></iframe>")
        #expect(try await page.value("i.contentDocument.body.textContent") == "\"made\"")
    }

    @Test(
        "a sandbox is kept: scripts, forms, the origin and the page",
        arguments: [
            ("", ["nothing ran"]), ("allow-scripts", ["null", "no form"]),
            ("allow-scripts allow-forms", ["null"]),
            ("allow-scripts allow-same-origin", ["https://idp.example.test", "no form"]),
        ]
    )
    func sandbox(words: String, expected: [String]) async throws {
        let page = TestPage()
        page.frame(Self.start, "<script>parent.postMessage(origin, '*')</script>" + Self.autoPost())
        page.frame(Self.posted, "posted")
        try await page.open(
            "<script>onmessage = event => console.log(event.data)</script><iframe src=/start sandbox=\"\(words)\"></iframe>"
        )
        let blocked = page.wishes.contains { if case .blocked = $0 { true } else { false } }
        var seen = page.console
        if blocked { seen.append("no form") }
        #expect((seen.isEmpty ? ["nothing ran"] : seen) == expected)
        #expect((page.frameRequests.count == 2) == words.contains("forms"))
        if words == "allow-scripts allow-forms" { #expect(page.frameAsks.map(\.document.isOpaque) == [true]) }
    }

    @Test("a sandbox says whether a frame may lead the page away")
    func sandboxedTop() async throws {
        for (words, isLet) in [
            ("", false), ("allow-top-navigation", true), ("allow-top-navigation-by-user-activation", false),
        ] {
            let page = TestPage()
            page.frame(Self.start, "<script>top.location = '/away'</script>")
            try await page.open("<iframe src=/start sandbox=\"allow-scripts allow-same-origin \(words)\"></iframe>")
            #expect(page.navigations.first?.frame?.isLetBySandbox == isLet)
        }
    }
}
