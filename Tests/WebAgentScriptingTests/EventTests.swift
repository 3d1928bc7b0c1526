import Testing

@testable import WebAgentScripting

@Suite("Events and default actions", .timeLimit(.minutes(5)))
struct EventTests {
    @Test("an event is captured, hits its target and bubbles")
    func phases() async throws {
        let page = TestPage()
        try await page.open("<div id=d><i id=i>x</i></div>")
        let seen = try await page.value(
            """
            var log = [];
            for (const [target, name] of [[window, 'w'], [document, 'doc'], [d, 'd'], [i, 'i']]) {
                target.addEventListener('click', e => log.push(name + e.eventPhase), true);
                target.addEventListener('click', e => log.push(name + e.eventPhase));
            }
            i.click(); log.join()
            """
        )
        #expect(seen == "\"w1,doc1,d1,i2,i2,d3,doc3,w3\"")
    }

    @Test("stopping, removing, once and objects with handleEvent are honoured")
    func listeners() async throws {
        let page = TestPage()
        try await page.open("<div id=d><i id=i>x</i></div>")
        let seen = try await page.value(
            """
            var log = [], gone = () => log.push('gone');
            i.addEventListener('x', () => log.push('once'), {once: true});
            i.addEventListener('x', gone); i.removeEventListener('x', gone);
            i.addEventListener('x', {handleEvent(e) { log.push(this.name + e.detail) }, name: 'object'});
            d.addEventListener('x', e => { log.push('d'); e.stopPropagation() });
            document.addEventListener('x', () => log.push('never'));
            for (const n of [1, 2]) i.dispatchEvent(new CustomEvent('x', {bubbles: true, detail: n}));
            log.join()
            """
        )
        #expect(seen == "\"once,object1,d,object2,d\"")
    }

    @Test("a prevented click undoes the checkbox and follows no link")
    func prevented() async throws {
        let page = TestPage()
        try await page.open(
            "<input type=checkbox id=c><label id=l for=c>l</label><a id=a href=/x onclick='return false'>x</a>"
        )
        try await page.order(.click(.selector("#l")))
        #expect(try await page.value("c.checked") == "true")
        #expect(try await page.value("c.onclick = e => e.preventDefault(); c.click(); c.checked") == "true")
        try await page.order(.click(.selector("#a")))
        #expect(page.navigations == [])
        #expect(try await page.value("a.onclick = null") == "null")
        try await page.order(.click(.selector("#a")))
        #expect(
            page.navigations == [PageNavigation(url: "https://idp.example.test/x", kind: .assign, userActivated: true)]
        )
    }

    @Test("submit() fires no event, requestSubmit() and a click do, and a listener can prevent them")
    func submission() async throws {
        let page = TestPage()
        try await page.open(
            "<form id=f method=post><input name=a value=1><button id=b name=b value=2>x</button></form><script>var n = 0;"
                + " f.onsubmit = e => { n++; return e.submitter !== null }</script>"
        )
        #expect(try await page.value("f.submit(); n") == "0")
        #expect(try await page.value("f.requestSubmit(); n") == "1")
        #expect(page.submissions.map(\.text) == ["a=1"])
        #expect(try await page.value("f.requestSubmit(b); n") == "2")
        try await page.order(.click(.selector("#b")))
        #expect(page.submissions.map(\.text) == ["a=1", "a=1&b=2", "a=1&b=2"])
        #expect(try await page.value("n") == "3")
    }

    @Test("a form that is not valid is not submitted by a click, but by submit()")
    func invalid() async throws {
        let page = TestPage()
        try await page.open("<form id=f method=post><input name=a required><button id=b>x</button></form>")
        try await page.order(.click(.selector("#b")))
        #expect(page.submissions == [])
        try await page.order(.evaluate("f.submit()"))
        #expect(page.submissions.map(\.text) == ["a="])
    }

    @Test("loading fires its events in order")
    func loading() async throws {
        let page = TestPage()
        try await page.open(
            """
            <script>var log = [];
            document.onreadystatechange = () => log.push(document.readyState);
            document.addEventListener('DOMContentLoaded', () => log.push('content'));
            addEventListener('load', () => log.push('load')); addEventListener('pageshow', () => log.push('show'));
            </script><body onload="log.push('body')">
            """
        )
        #expect(try await page.value("log.join()") == "\"interactive,content,complete,body,load,show\"")
    }

    @Test("timers run in the order of their times, on page time")
    func timers() async throws {
        let page = TestPage()
        try await page.open(
            """
            <script>var log = [];
            setTimeout(() => log.push('b' + performance.now()), 20); setTimeout("log.push('a')", 10);
            setTimeout(v => { log.push('c' + v); Promise.resolve().then(() => log.push('micro')) }, 20, 'x');
            var n = 0, id = setInterval(() => { log.push('i'); if (++n == 2) clearInterval(id) }, 15);
            setTimeout(() => log.push('zero')); queueMicrotask(() => log.push('first'));
            clearTimeout(setTimeout(() => log.push('never'), 1));
            requestAnimationFrame(() => log.push('frame'));
            </script>
            """
        )
        #expect(try await page.value("log.join()") == "\"first,zero\"")
        let report = try await page.order(.advance(milliseconds: 100))
        #expect(try await page.value("log.join()") == "\"first,zero,a,i,frame,b20,cx,micro,i\"")
        #expect(report.pageTime == 100)
        #expect(report.nextTimer == nil)
    }

    @Test("a mutation is observed")
    func mutation() async throws {
        let page = TestPage()
        try await page.open("<div id=d></div>")
        try await page.order(
            .evaluate(
                """
                var log = [];
                new MutationObserver(list => list.forEach(r => log.push(r.type + ':' + (r.attributeName || r.addedNodes.length))))
                    .observe(d, {childList: true, attributes: true, subtree: true});
                d.append(document.createElement('p')); d.firstChild.id = 'x'; d.innerHTML = '';
                """
            )
        )
        #expect(try await page.value("log.join()") == "\"childList:1,attributes:id,childList:0\"")
    }
}
