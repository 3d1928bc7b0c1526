import Testing

@testable import WebAgentScripting

@Suite("Bounds of a page host", .timeLimit(.minutes(5)))
struct LimitsTests {
    private static var short: PageLimits {
        var limits = PageLimits()
        limits.taskMilliseconds = 200
        return limits
    }

    @Test("a script that loops for ever is ended and reported, and the page goes on")
    func endlessLoop() async throws {
        let page = TestPage()
        let report = try await page.open(
            "<script>while (true) {}</script><script>var later = 1</script>",
            limits: Self.short
        )
        #expect(report.outcome == .done)
        #expect(page.errors.map(\.kind) == [.timeLimit])
        #expect(try await page.value("later") == "1")
    }

    @Test("the loop of a listener is ended as well")
    func endlessListener() async throws {
        let page = TestPage()
        try await page.open("<button id=b onclick='for (;;) {}'>x</button>", limits: Self.short)
        #expect(try await page.order(.click(.selector("#b"))).outcome == .done)
        #expect(page.errors.map(\.kind) == [.timeLimit])
        #expect(try await page.value("1 + 1") == "2")
    }

    @Test("an error whose own getter loops for ever is ended, too")
    func endlessGetter() async throws {
        let page = TestPage()
        let report = try await page.open(
            "<script>throw {get message() { for (;;) {} }}</script>",
            limits: Self.short
        )
        #expect(report.outcome == .done)
        #expect(page.errors.count == 1)
    }

    @Test("timers that arm themselves for ever end with the page's tasks")
    func endlessTimers() async throws {
        var limits = PageLimits()
        limits.tasks = 100
        let page = TestPage()
        try await page.open("<script>(function again() { setTimeout(again, 0) })()</script>", limits: limits)
        let report = try await page.order(.advance(milliseconds: 1_000_000))
        #expect(page.errors.map(\.kind) == [.budget])
        #expect(report.nextTimer == nil)
        #expect(try await page.order(.evaluate("1")).outcome == .refused(.stopped))
    }

    @Test("a page that makes too many nodes is stopped")
    func tooManyNodes() async throws {
        var limits = PageLimits()
        limits.nodes = 1_000
        let page = TestPage()
        try await page.open(
            "<body><script>for (;;) document.body.appendChild(document.createElement('p'))</script>",
            limits: limits
        )
        #expect(page.errors.map(\.kind).contains(.budget))
    }

    @Test("wishes beyond the bound are dropped and counted, navigations never")
    func wishBound() async throws {
        var limits = PageLimits()
        limits.wishesPerOrder = 5
        let page = TestPage()
        let report = try await page.open(
            "<script>for (let i = 0; i < 100; i++) console.log(i); location.href = '/next'</script>",
            limits: limits
        )
        #expect(page.console.count == 5)
        #expect(report.droppedWishes == 96)
        #expect(page.navigations.map(\.url) == ["https://idp.example.test/next"])
    }

    @Test("deep recursion is an exception of the page")
    func recursion() async throws {
        let page = TestPage()
        try await page.open("<script>(function f() { f() })()</script>")
        #expect(page.errors.first?.message.contains("RangeError") == true)
        #expect(page.errors.first?.line == 1)
    }

    @Test("document.write that writes itself again comes to an end")
    func recursiveWrite() async throws {
        let page = TestPage()
        let report = try await page.open(
            "<script>function w() { document.write('<script>w()<' + '/script>') } w()</script>",
            limits: Self.short
        )
        #expect(report.outcome == .done)
    }

    @Test("nothing of a thousand pages is left when the host ends")
    func thousandPages() async throws {
        let (counts, count) = AsyncStream.makeStream(of: PageHostCount.self)
        let connection = PageHostThread.start { left in
            count.yield(left)
            count.finish()
        }
        do {
            let page = TestPage(connection)
            for index in 0..<1_000 {
                try await page.open(
                    "<form id=f\(index)><input name=a></form><script>document.forms[0].elements.a.value = '1';"
                        + " addEventListener('load', () => {}); setTimeout(() => {}, 5)</script>"
                )
            }
            #expect(page.errors == [])
            #expect(page.wishes.count == 1_000)
        }
        connection.close()
        var left: [PageHostCount] = []
        for await count in counts { left.append(count) }
        let found = try #require(left.first)
        #expect(found.protectedValues == 0)
        #expect(found.contexts == 0)
        #expect(found.nativeObjects == 0)
    }

    @Test("a wait beyond its bound gives the host up with a typed error")
    func abandoned() async throws {
        let connection = PageHostThread.start()
        await #expect(throws: PageHostError.timedOut(.milliseconds(20))) {
            _ = try await connection.receive(within: .milliseconds(20))
        }
        #expect(throws: PageHostError.ended) { try connection.send(.describe) }
    }

    @Test("cancelling the wait ends a running script and gives the host up")
    func cancelled() async throws {
        let connection = PageHostThread.start()
        let task = Task {
            try connection.send(
                .open(PageSource(url: "https://a.test/", body: Array("<script>for (;;) {}</script>".utf8)))
            )
            _ = try await connection.receive()
        }
        task.cancel()
        let result = await task.result
        #expect(throws: PageHostError.cancelled) { try result.get() }
    }

    @Test("an answer or garbage in place of an order is refused, and the host goes on")
    func protocolErrors() async throws {
        let connection = PageHostThread.start()
        try connection.answer(.acknowledged)
        guard case .done(let report) = try await connection.receive() else {
            Issue.record("no report")
            return
        }
        #expect(report.outcome == .refused(.protocolError(.unexpectedKind(2))))
        try connection.send(frame: [1, 2])
        guard case .done(let second) = try await connection.receive() else {
            Issue.record("no report")
            return
        }
        #expect(second.outcome == .refused(.protocolError(.truncated)))
        connection.close()
    }

    @Test("a frame that loops for ever is ended, and the page goes on")
    func endlessFrame() async throws {
        let page = TestPage()
        page.frame("https://idp.example.test/f", "<script>while (true) {}</script><script>parent.later = 1</script>")
        let report = try await page.open("<iframe src=/f></iframe>", limits: Self.short)
        #expect(report.outcome == .done)
        #expect(page.errors.map(\.kind) == [.timeLimit])
        #expect(page.errors.map(\.source) == ["https://idp.example.test/f"])
        #expect(try await page.value("later") == "1")
    }

    @Test("a page that makes frames without end is stopped")
    func tooManyFrames() async throws {
        let page = TestPage()
        try await page.open(
            """
            <body><script>for (let i = 0; i < 10000; i++) document.body.append(document.createElement('iframe'))</script>
            """
        )
        #expect(page.errors.map(\.kind).contains(.budget))
        #expect(page.errors.contains { $0.message.contains("its number of frames") })
        #expect(try await page.order(.evaluate("1")).outcome == .refused(.stopped))
        #expect(try await page.open("<p>next</p>").outcome == .done)
    }

    @Test("frames in the markup count as well, and frames that are gone do not")
    func countedFrames() async throws {
        var limits = PageLimits()
        limits.frames = 5
        let page = TestPage()
        let report = try await page.open(String(repeating: "<iframe></iframe>", count: 6), limits: limits)
        #expect(report.outcome == .refused(.stopped))
        let other = TestPage()
        try await other.open(
            "<body><script>for (let i = 0; i < 50; i++) { const f = document.createElement('iframe'); document.body.append(f); f.remove() }</script>",
            limits: limits
        )
        #expect(other.errors.isEmpty)
    }

    @Test("frames that nest themselves without end are stopped")
    func endlessNesting() async throws {
        let page = TestPage()
        for depth in 0..<20 {
            page.frame("https://idp.example.test/f?\(depth)", "<iframe src='/f?\(depth + 1)'></iframe>")
        }
        let report = try await page.open("<iframe src='/f?0'></iframe>")
        #expect(report.outcome == .refused(.stopped))
        #expect(page.errors.map(\.message) == ["The page used up its depth of frames in frames and was stopped."])
        #expect(page.frameRequests.count == 8)

        let written = TestPage()
        try await written.open(
            """
            <body><script>
            let window_ = window;
            for (let i = 0; i < 1000; i++) {
                const f = window_.document.createElement('iframe');
                window_.document.body.append(f);
                window_ = f.contentWindow;
            }
            </script>
            """
        )
        #expect(written.errors.contains { $0.kind == .budget })
    }

    @Test("the nodes and tasks of frames are the page's")
    func sharedBounds() async throws {
        var limits = PageLimits()
        limits.nodes = 2_000
        let page = TestPage()
        page.frame("https://idp.example.test/f", String(repeating: "<p>", count: 1_500))
        try await page.open("<iframe src=/f></iframe><iframe src=/f></iframe>", limits: limits)
        #expect(page.errors.map(\.message) == ["The page used up its number of nodes and was stopped."])

        limits = PageLimits()
        limits.tasks = 100
        let going = TestPage()
        going.frame("https://idp.example.test/f", "<script>location.reload()</script>")
        let report = try await going.open("<iframe src=/f></iframe>", limits: limits)
        #expect(report.outcome == .refused(.stopped))
        #expect(going.frameRequests.count <= 100)
    }

    @Test("a frame may take itself away while its script runs, and nothing of it is left in the end")
    func leavesNothing() async throws {
        let left = try await withCheckedThrowingContinuation { (done: CheckedContinuation<PageHostCount, any Error>) in
            let connection = PageHostThread.start { done.resume(returning: $0) }
            Task {
                let page = TestPage(connection)
                page.frame(
                    "https://idp.example.test/f",
                    "<p id=p>x</p><script>const keep = document; frameElement.remove(); parent.got = [() => keep.title, keep, window]</script>"
                )
                do {
                    try await page.open("<iframe src=/f></iframe><iframe src=/f></iframe><iframe srcdoc=x></iframe>")
                    let said = try await page.value("frames.length + String(got[0]())")
                    #expect(said == "\"1null\"")
                    #expect(
                        try await page.value("try { got[1].body.textContent } catch (error) { 'gone' }") == "\"gone\""
                    )
                    try await page.order(.close)
                } catch {
                    Issue.record(error)
                }
                connection.close()
            }
        }
        #expect(left.contexts == 0)
        #expect(left.protectedValues == 0)
    }
}
