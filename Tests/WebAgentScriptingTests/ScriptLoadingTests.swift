import Testing

@testable import WebAgentScripting

@Suite("Scripts of a page", .timeLimit(.minutes(5)))
struct ScriptLoadingTests {
    @Test("a script's crossorigin and referrerpolicy attributes go along with the question for it")
    func attributes() async throws {
        let page = TestPage()
        try await page.open(
            """
            <script src=/a></script><script crossorigin src=/b></script><script crossorigin=USE-CREDENTIALS src=/c></script>
            <script crossorigin=other referrerpolicy=origin src=/d></script>
            """
        )
        let host = "https://idp.example.test"
        #expect(
            page.asks == [
                .loadScript(url: "\(host)/a"), .loadScript(url: "\(host)/b", crossOrigin: .sameOrigin),
                .loadScript(url: "\(host)/c", crossOrigin: .include),
                .loadScript(url: "\(host)/d", crossOrigin: .sameOrigin, referrerPolicy: "origin"),
            ]
        )
    }

    @Test("scripts run in the order of the standard")
    func order() async throws {
        let page = TestPage()
        for name in ["blocking", "deferred", "async", "inserted"] {
            page.script("https://idp.example.test/\(name).js", "log.push('\(name)')")
        }
        try await page.open(
            """
            <script>var log = []; document.addEventListener('DOMContentLoaded', () => log.push('content'))</script>
            <script src=deferred.js defer></script><script src=blocking.js></script><script async src=async.js></script>
            <script>var s = document.createElement('script'); s.src = 'inserted.js'; s.onload = () => log.push('onload');
            document.head.append(s); log.push('inline')</script>
            """
        )
        #expect(
            try await page.value("log.join()") == "\"blocking,inline,deferred,content,async,inserted,onload\""
        )
    }

    @Test("what a script writes is parsed where it stands")
    func write() async throws {
        let page = TestPage()
        page.script("https://idp.example.test/w.js", "document.write('<b>w</b>')")
        try await page.open(
            "<p id=p>1<script>document.write('<i>2</i><script>document.write(\"<u>3</u>\")<' + '/script>4');"
                + " var length = document.getElementById('p').childNodes.length</script>5<script src=w.js></script>6</p>"
        )
        #expect(try await page.value("p.innerText") == "\"12345w6\"")
        #expect(try await page.value("[p.querySelector('u').textContent, length]") == "[\"3\",6]")
        #expect(page.errors == [])
    }

    @Test("writing to a page that has been read replaces it")
    func rewrite() async throws {
        let page = TestPage()
        try await page.open("<p>old")
        try await page.order(
            .evaluate(
                "document.open(); document.write('<form method=post><input name=n value=1></form>"
                    + "<script>document.forms[0].submit()<' + '/script>'); document.close()"
            )
        )
        #expect(page.submissions.map(\.text) == ["n=1"])
        #expect(try await page.value("document.body.innerText") == "\"\"")
    }

    @Test("modules are reported, data is left alone, nomodule runs")
    func kinds() async throws {
        let page = TestPage()
        try await page.open(
            "<script type=module>window.a = 1</script><script type=application/json>{</script>"
                + "<script nomodule>window.b = 1</script><script language=VBScript>x</script>"
        )
        #expect(try await page.value("[typeof a, b]") == "[\"undefined\",1]")
        let outcomes = page.wishes.compactMap { if case .scriptRun(let run) = $0 { run.outcome } else { nil } }
        #expect(outcomes == [.moduleNotSupported, .completed])
        #expect(page.errors == [])
    }

    @Test("scripts that come by innerHTML don't run, those that are inserted do")
    func inserted() async throws {
        let page = TestPage()
        try await page.open("<div id=d></div>")
        let seen = try await page.value(
            """
            var log = []; d.innerHTML = '<script>log.push(1)<' + '/script>';
            var s = document.createElement('script'); s.textContent = 'log.push(2)'; d.append(s); d.append(s);
            log
            """
        )
        #expect(seen == "[2]")
    }

    @Test("an external script that can't be had fires error, and the page goes on")
    func notLoaded() async throws {
        let page = TestPage()
        try await page.open("<script src=/no.js onerror='window.failed = 1'></script><script>var later = 1</script>")
        #expect(try await page.value("[failed, later]") == "[1,1]")
        #expect(
            page.wishes.contains(
                .scriptRun(
                    ScriptRun(source: "https://idp.example.test/no.js", isInline: false, length: 0, outcome: .notLoaded)
                )
            )
        )
    }

    @Test("an error is reported with its line, and to the page's onerror")
    func errors() async throws {
        let page = TestPage()
        try await page.open(
            "<script>window.onerror = (message, source, line) => { window.seen = [message, line] }</script>"
                + "<script>\n\nnull.x</script><script>(</script>"
        )
        #expect(page.errors.map(\.line) == [3, 1])
        #expect(page.errors.allSatisfy { $0.source.hasPrefix("https://idp.example.test/login") })
        #expect(page.errors.first?.message.hasPrefix("TypeError:") == true)
        #expect(page.errors.last?.message.hasPrefix("SyntaxError:") == true)
        #expect(try await page.value("seen[1]") == "1")
    }

    @Test("a rejection that nobody handles is reported")
    func rejection() async throws {
        let page = TestPage()
        try await page.open("<script>Promise.reject(new Error('no')); Promise.reject(1).catch(() => {})</script>")
        #expect(page.errors.map(\.kind) == [.unhandledRejection])
        #expect(page.errors.first?.message == "Error: no")
    }

    @Test(
        "an interface that is missing is named",
        arguments: [
            ("if (window.WebSocket) {}", "WebSocket"), ("typeof Worker", "Worker"),
            ("document.body.attachShadow", "element.attachShadow"), ("navigator.credentials", "navigator.credentials"),
            ("document.body.animate({}, 5)", "element.animate"),
            ("document.startViewTransition", "document.startViewTransition"),
            ("if (window.indexedDB) {}", "indexedDB"), ("new window.Notification()", "Notification"),
            ("onload = event => event.clipboardData", "event.clipboardData"),
            ("performance.memory", "performance.memory"),
            ("screen.orientation", "screen.orientation"), ("history.back()", "history.back"),
            ("window.customElements.define('a-b', Object)", "customElements"),
            ("new NotThere()", "NotThere"), ("document.notThere.go()", "document.notThere"),
            ("navigator.notThere()", "navigator.notThere"),
        ]
    )
    func missing(script: String, name: String) async throws {
        let page = TestPage()
        try await page.open("<body><script>\(script)</script>")
        #expect(page.missing == [name])
    }

    @Test("looking for what is no part of the platform names nothing")
    func notMissing() async throws {
        let page = TestPage()
        try await page.open(
            "<script>if (window.myApp || document.body?.foo || window.animate || window.timeline) {} typeof jQuery</script>"
        )
        #expect(page.missing == [])
    }

    @Test("what the console and dialogs say is told")
    func console() async throws {
        let page = TestPage()
        try await page.open("<script>console.warn('a', {b: 1}); alert('hi')</script>")
        #expect(page.wishes.contains(.console(.warning, "a {\"b\":1}")))
        #expect(page.wishes.contains(.dialog(.alert, text: "hi")))
    }
}
