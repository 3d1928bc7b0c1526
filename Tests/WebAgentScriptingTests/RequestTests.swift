import Testing

@testable import WebAgentScripting

@Suite("Requests by scripts", .timeLimit(.minutes(5)))
struct RequestTests {
    private func page() async throws -> TestPage {
        let page = TestPage()
        page.resources["https://idp.example.test/data"] = PageResponse(
            url: "https://idp.example.test/data",
            status: 200,
            headers: [PageHeader(name: "Content-Type", value: "application/json")],
            body: Array("{\"a\":1}".utf8)
        )
        try await page.open("<p>")
        return page
    }

    @Test("the mode of a request goes along, and the answer's kind comes back")
    func modes() async throws {
        let page = try await page()
        page.resources["https://other.test/"] = PageResponse(url: "", status: 0, kind: .opaque)
        try await page.order(
            .evaluate(
                """
                var log = [];
                fetch('https://other.test/', {mode: 'no-cors'}).then(r => log.push(r.type, r.status, r.url))
                    .then(() => fetch('/data', {mode: 'same-origin'})).then(r => log.push(r.type, r.clone().type))
                    .then(() => fetch('/data', {mode: 'no-cors', method: 'PUT'})).catch(e => log.push(e.name))
                    .then(() => fetch('/data'));
                """
            )
        )
        #expect(try await page.value("log") == #"["opaque",0,"","basic","basic","TypeError"]"#)
        let requests = page.asks.compactMap { if case .request(let request) = $0 { request } else { nil } }
        #expect(requests.map(\.mode) == [.noCORS, .sameOrigin, .cors])
    }

    @Test("a beacon goes without CORS, with the type of its body")
    func beacon() async throws {
        let page = try await page()
        try await page.order(
            .evaluate("navigator.sendBeacon('/b', 'x'); navigator.sendBeacon('/b', new URLSearchParams({q: 1}))")
        )
        let requests = page.asks.compactMap { if case .request(let request) = $0 { request } else { nil } }
        #expect(requests.map(\.mode) == [.noCORS, .noCORS])
        #expect(
            requests.map { $0.headers.map(\.value) } == [
                ["text/plain;charset=UTF-8"], ["application/x-www-form-urlencoded;charset=UTF-8"],
            ]
        )
    }

    @Test("fetch answers later, with status, fields and body")
    func fetch() async throws {
        let page = try await page()
        try await page.order(
            .evaluate(
                """
                var log = [];
                fetch('/data', {method: 'post', body: new URLSearchParams({x: 'y'}), headers: {'X-A': 'b', Cookie: 'no'}})
                    .then(r => { log.push(r.ok, r.status, r.headers.get('content-type')); return r.json() })
                    .then(v => log.push(v.a));
                fetch('/none').catch(e => log.push(e.name));
                log.push('later')
                """
            )
        )
        #expect(try await page.value("log") == "[\"later\",true,200,\"application/json\",1,\"TypeError\"]")
        let request = page.asks.compactMap { if case .request(let request) = $0 { request } else { nil } }.first
        #expect(request?.method == "POST")
        #expect(request?.body == Array("x=y".utf8))
        #expect(
            request?.headers.map { "\($0.name): \($0.value)" } == [
                "content-type: application/x-www-form-urlencoded;charset=UTF-8", "x-a: b",
            ]
        )
    }

    @Test("XMLHttpRequest goes through its states, at once or later")
    func xhr() async throws {
        let page = try await page()
        try await page.order(
            .evaluate(
                """
                var log = [], x = new XMLHttpRequest();
                x.onreadystatechange = () => log.push(x.readyState);
                x.onload = () => log.push(JSON.parse(x.responseText).a, x.getResponseHeader('Content-Type'));
                x.open('GET', 'data'); x.send();
                var now = new XMLHttpRequest(); now.open('GET', '/data', false); now.send(); log.push(now.status);
                var bad = new XMLHttpRequest(); bad.onerror = () => log.push('error'); bad.open('GET', '/none'); bad.send();
                """
            )
        )
        #expect(try await page.value("log") == "[1,200,2,3,4,1,\"application/json\",\"error\"]")
    }

    @Test("a request that was given up tells so")
    func abort() async throws {
        let page = try await page()
        try await page.order(
            .evaluate(
                "var log = [], c = new AbortController(); fetch('/data', {signal: c.signal}).catch(e => log.push(e.name)); c.abort()"
            )
        )
        #expect(try await page.value("log") == "[\"AbortError\"]")
    }
}
