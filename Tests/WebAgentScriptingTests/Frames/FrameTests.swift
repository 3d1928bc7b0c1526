import Testing

@testable import WebAgentScripting

@Suite("Frames, their documents and windows")
struct FrameTests {
    static let own = "https://idp.example.test/frame"
    static let other = "https://other.test/frame"

    @Test("the load event of a page waits for its frames, and each frame's element has its own")
    func waitsForLoad() async throws {
        let page = TestPage()
        page.frame(Self.own, "<script>console.log('inside ' + document.readyState)</script>")
        try await page.open(
            """
            <iframe src=/frame onload="console.log('frame')"></iframe>
            <script>addEventListener('load', () => console.log('page'))</script>
            """
        )
        #expect(page.console == ["inside loading", "frame", "page"])
        #expect(page.frameRequests.map(\.url) == [Self.own])
        #expect(page.frameRequests.map(\.container) == [.page])
    }

    @Test("a frame of the same origin is open to its page, and the page to it")
    func sameOrigin() async throws {
        let page = TestPage()
        page.frame(Self.own, "<title>inner</title><form id=f><input name=a value=1></form><script>var x = 7</script>")
        try await page.open("<title>outer</title><iframe id=i name=n src=/frame></iframe>")
        #expect(try await page.value("i.contentDocument.title") == "\"inner\"")
        #expect(try await page.value("i.contentWindow.x + n.x + frames[0].x + window['n'].x") == "28")
        #expect(try await page.value("i.contentDocument.forms.f.elements.a.value") == "\"1\"")
        #expect(try await page.value("i.contentWindow.parent === window && i.contentWindow.top === window") == "true")
        #expect(try await page.value("i.contentWindow === frames[0] && frames.length === 1") == "true")
        #expect(
            try await page.value("i.contentWindow.eval('parent.document.title + frameElement.id + name')")
                == "\"outerin\""
        )
        #expect(try await page.value("i.contentWindow.location.href") == "\"\(Self.own)\"")
    }

    @Test("of a frame of another origin only the few members are there that every window gives")
    func crossOrigin() async throws {
        let page = TestPage()
        page.frame(Self.other, "<script>parent.postMessage(frameElement === null, '*')</script>")
        try await page.open(
            "<script>onmessage = event => console.log(event.data)</script><iframe id=i name=n src=\(Self.other)></iframe>"
        )
        #expect(page.console == ["true"])
        #expect(try await page.value("i.contentDocument") == "null")
        #expect(try await page.value("i.contentWindow === n && n.parent === window && n.top === top") == "true")
        #expect(
            try await page.value("[n.closed, n.length, n.self === n, typeof n.postMessage, typeof n.focus]")
                == #"[false,0,true,"function","function"]"#
        )
        for use in [
            "n.document", "n.x = 1", "n.location.href", "n.name", "'document' in n", "delete n.x", "n.eval('1')",
        ] {
            let text = "try { \(use); 'nothing' } catch (error) { error.name }"
            #expect(try await page.value(text) == "\"SecurityError\"", "\(use)")
        }
    }

    @Test("a window stays the same when its frame shows another document, and is judged anew")
    func windowStays() async throws {
        let page = TestPage()
        page.frame(Self.other, "x")
        page.frame(Self.own, "<script>var y = 2</script>")
        try await page.open(
            """
            <script>
            var frame = document.createElement('iframe'); document.documentElement.append(frame);
            var early = frame.contentWindow; early.document.title = 'blank'; frame.src = '\(Self.other)';
            </script>
            """
        )
        #expect(try await page.value("early === frame.contentWindow && frame.contentDocument === null") == "true")
        #expect(try await page.value("early.location = '/frame'; 1") == "1")
        #expect(try await page.value("early.y") == "2")
        #expect(try await page.value("frame.remove(); [early.closed, frame.contentWindow]") == "[true,null]")
    }

    @Test("empty frames are there at once, of the origin of their page, and fire their load event at once")
    func blank() async throws {
        let page = TestPage()
        try await page.open(
            """
            <body><script>
            const frame = document.createElement('iframe'); frame.onload = () => console.log('load');
            document.body.append(frame); console.log('after');
            frame.contentDocument.write('<p id=p>written</p><script>parent.got = document.all.p.textContent</' + 'script>');
            frame.contentDocument.close();
            console.log(got, frame.contentWindow.location.href, frame.contentWindow.origin);
            </script>
            """
        )
        #expect(page.console == ["load", "after", "written about:blank https://idp.example.test", "load"])
        #expect(page.errors.isEmpty)
    }

    @Test("the markup of srcdoc is shown with the origin and the base address of its page")
    func sourceDocument() async throws {
        let page = TestPage()
        try await page.open(
            """
            <iframe srcdoc="<a id=a href=next>x</a><script>parent.here = [a.href, location.href, origin]</script>"></iframe>
            """
        )
        #expect(
            try await page.value("here")
                == #"["https://idp.example.test/next","about:srcdoc","https://idp.example.test"]"#
        )
        #expect(page.frameRequests.isEmpty)
    }

    @Test("a frame without a document to show is empty, has its load event, and is nobody's")
    func failed() async throws {
        let page = TestPage()
        try await page.open("<iframe id=i src=/missing onload=\"console.log('load')\"></iframe>")
        #expect(page.console == ["load"])
        #expect(try await page.value("i.contentDocument") == "null")
    }

    @Test("a frame does not show a document in itself")
    func noRecursion() async throws {
        let page = TestPage()
        try await page.open("<iframe src='?a=1#x'></iframe>")
        #expect(page.frameRequests.isEmpty)
        #expect(
            page.wishes.contains(
                .blocked(url: "https://idp.example.test/login?a=1#x", reason: "it would be shown in a frame in itself")
            )
        )
    }

    @Test("nodes of one document are none in another")
    func foreignNodes() async throws {
        let page = TestPage()
        page.frame(Self.own, "<p id=p>inner</p>")
        try await page.open("<iframe id=i src=/frame></iframe><p id=q>outer</p>")
        let use = """
            try {
                document.body.append(i.contentDocument.querySelector('p'));
                document.body.appendChild(i.contentDocument.body)
            } catch (error) { error.name }
            """
        #expect(try await page.value(use) == "\"TypeError\"")
        // Functions of one document, called with a node of another.
        for call in [
            "document.importNode(foreign, true)", "Node.prototype.cloneNode.call(foreign)",
            "document.contains(foreign)",
            "Element.prototype.setAttribute.call(foreign, 'a', 'b')", "document.adoptNode(foreign)",
        ] {
            let text = """
                (foreign => {
                    try { return String(\(call)) } catch (error) { return error.name }
                })(i.contentDocument.body)
                """
            let said = try #require(try await page.value(text))
            #expect(["\"TypeError\"", "\"false\""].contains(said), "\(call): \(said)")
        }
        let marked = "i.contentDocument.body.hasAttribute('a') || document.body.hasAttribute('a')"
        #expect(try await page.value(marked) == "false")
        #expect(try await page.value("i.contentDocument.querySelector('p').textContent") == "\"inner\"")
    }

    @Test("scripts, timers and cookies of a frame are its own, and asked for in its name")
    func ownNames() async throws {
        let page = TestPage()
        page.frame(Self.other, "<script>document.cookie = 'a=1'; localStorage.setItem('k', 'v')</script>")
        try await page.open("<iframe src=\(Self.other)></iframe>")
        #expect(page.frameAsks.map(\.document) == [AskingDocument(number: 1), AskingDocument(number: 1)])
        #expect(page.frameAsks.map(\.ask) == [.writeCookie("a=1"), .storage(.local, .set(key: "k", value: "v"))])
        #expect(page.asks.count == 1)
    }

    @Test("time passes for the page and its frames together, in the order in which timers fall due")
    func sharedTime() async throws {
        let page = TestPage()
        page.frame(Self.own, "<script>setTimeout(() => console.log('frame'), 20)</script>")
        try await page.open(
            "<iframe src=/frame></iframe><script>setTimeout(() => console.log('a'), 10); setTimeout(() => console.log('b'), 30)</script>"
        )
        try await page.order(.advance(milliseconds: 100))
        #expect(page.console == ["a", "frame", "b"])
    }

    @Test("forms of frames are described with their address, and can be filled, clicked and submitted")
    func actions() async throws {
        let page = TestPage()
        page.frame(
            Self.other,
            "<form action=/login method=post target=_top><input name=user><input type=password name=p><button>Go</button></form>"
        )
        try await page.open("<p>no form</p><iframe src=\(Self.other)></iframe>")
        let forms = try await page.order(.describe).forms
        #expect(forms.map(\.frame) == [Self.other])
        #expect(try await page.order(.locate(.role(.password))).document == AskingDocument(number: 1))
        #expect(try await page.order(.locate(.selector("p"))).document == .page)
        #expect(try await page.order(.locate(.selector("table"))).document == nil)
        #expect(try await page.order(.fill(.role(.username), "me")).outcome == .done)
        #expect(try await page.order(.fill(.role(.password), "secret")).outcome == .done)
        #expect(try await page.order(.submit(.role(.password))).outcome == .done)
        let sent = try #require(page.submissions.first)
        #expect(sent.text == "user=me&p=secret")
        #expect(
            sent.frame == FrameInitiator(document: AskingDocument(number: 1), isLetBySandbox: true, wasActivated: true)
        )
        #expect(sent.userActivated && sent.hasPasswordField)
    }
}
