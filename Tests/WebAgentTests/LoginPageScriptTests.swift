import HTTPTransport
import HTTPTransportTesting
import Testing
import WebAgent
import WebAgentScripting
import WebAgentURL

/// A script of a page at `https://idp.org/login`, and the JSON of what it puts into `result`, at once or later.
struct PageScriptCase: Sendable, CustomTestStringConvertible {
    let rule: String
    let script: String
    let value: String

    init(_ rule: String, _ script: String, _ value: String) {
        self.rule = rule
        self.script = script
        self.value = value
    }

    var testDescription: String { rule }
}

/// What login pages use of the DOM, through the agent, its page host and its transport.
@Suite("What the scripts of login pages use", .timeLimit(.minutes(5)))
struct LoginPageScriptTests {
    private static let page = """
        <!DOCTYPE html><title>Sign in</title><div id="root"><p>one</p></div>\
        <form id="login" action="/next"><input name="user" value="ann"><input name="keep" type="checkbox" checked></form>\
        <script>var result = null; SCRIPT</script>
        """

    private static func cors(_ request: HTTPRequest) -> HTTPResponse {
        let origin = request.fields.text(named: "Origin") ?? "none"
        let cookie = request.fields.text(named: "Cookie") ?? ""
        var fields: HTTPFields = [
            "Content-Type": "application/json", "Access-Control-Allow-Origin": origin,
            "Access-Control-Allow-Credentials": "true",
        ]
        if request.method == "OPTIONS" { fields.append("Access-Control-Allow-Headers", "x-token, content-type") }
        if request.method == "OPTIONS" { fields.append("Access-Control-Allow-Methods", "PUT") }
        fields.append("Set-Cookie", "api=1; Secure; SameSite=None")
        return HTTPResponse(
            status: 200,
            fields: fields,
            body: Array(#"{"method":"\#(request.method)","origin":"\#(origin)","cookie":"\#(cookie)"}"#.utf8)
        )
    }

    private func server(_ script: String) -> ScriptedTransport {
        ScriptedTransport { (request) throws(TransportError) in
            let path = request.target.prefix { $0 != "?" }
            let cookie = request.fields.text(named: "Cookie") ?? ""
            let body = String(decoding: request.body ?? [], as: UTF8.self)
            switch "\(request.method) \(request.origin)\(path)" {
            case "GET https://idp.org/login":
                return .html(
                    Self.page.replacing("SCRIPT", with: script),
                    fields: ["Set-Cookie": "sid=1; Secure; HttpOnly"]
                )
            case "GET https://other.org/": return .html("<script>var result = localStorage.getItem('k')</script>")
            case "GET https://idp.org/data", "POST https://idp.org/data":
                return .json(#"{"cookie":"\#(cookie)","body":"\#(body)"}"#, cookies: "seen=2; Secure")
            case "GET https://closed.com/": return .json("{}")
            default: return request.origin.host == "api.com" ? Self.cors(request) : HTTPResponse(status: 404)
            }
        }
    }

    private func agent(_ transport: ScriptedTransport) -> WebAgent {
        WebAgent(
            transport: transport,
            pageHosts: InProcessPageHosts(),
            configuration: WebAgentConfiguration(),
            suffixes: suffixes,
            environment: ManualWorld().environment
        )
    }

    private func value(_ script: String, of agent: WebAgent) async throws -> String? {
        guard case .value(let value) = try await agent.evaluate(script) else {
            Issue.record("no value")
            return nil
        }
        return value
    }

    static let cases: [PageScriptCase] = [
        PageScriptCase(
            "innerHTML, outerHTML and insertAdjacentHTML",
            "root.innerHTML = '<i>a</i>'; root.firstChild.outerHTML = '<b>b</b>'; root.insertAdjacentHTML('beforeend', '<u>c'); result = root.innerHTML",
            ##""<b>b</b><u>c</u>""##
        ),
        PageScriptCase(
            "FormData, as a list and as a body",
            "fetch('/data', {method: 'POST', body: new URLSearchParams(new FormData(login))}).then(r => r.json()).then(d => result = d.body)",
            ##""user=ann&keep=on""##
        ),
        PageScriptCase(
            "FormData as parts of a body",
            "fetch('/data', {method: 'POST', body: new FormData(login)}).then(r => r.text()).then(t => result = /name=.user.[^a]*ann/.test(t))",
            "true"
        ),
        PageScriptCase(
            "URLSearchParams",
            "var q = new URLSearchParams(location.search); q.append('b', 'x y'); result = [q.get('a'), q.toString()]",
            #"["1","a=1&b=x+y"]"#
        ),
        PageScriptCase(
            "XMLHttpRequest with cookies",
            """
            var x = new XMLHttpRequest(); x.open('POST', '/data'); x.onload = function () {
              var y = new XMLHttpRequest(); y.open('GET', '/data', false); y.send();
              result = [x.status, JSON.parse(x.responseText).cookie, JSON.parse(y.responseText).cookie, document.cookie]; }; x.send('a=1')
            """,
            #"[200,"sid=1","sid=1; seen=2","seen=2"]"#
        ),
        PageScriptCase(
            "fetch with cookies or without",
            """
            fetch('/data').then(r => r.json()).then(a => fetch('/data', {credentials: 'omit'}).then(r => r.json())
              .then(b => { result = [a.cookie, b.cookie]; }))
            """,
            #"["sid=1",""]"#
        ),
        PageScriptCase(
            "fetch across origins, asked for first where it is not simple",
            """
            fetch('https://api.com/', {method: 'PUT', headers: {'x-token': '1'}, credentials: 'include'}).then(r => r.json())
              .then(d => fetch('https://api.com/', {credentials: 'include'}).then(r => r.json()).then(e => { result = [d.method, d.origin, e.cookie]; }))
            """,
            #"["PUT","https://idp.org","api=1"]"#
        ),
        PageScriptCase(
            "fetch and XMLHttpRequest of an origin that does not let them",
            """
            fetch('https://closed.com/').catch(e => { var x = new XMLHttpRequest(); x.open('GET', 'https://closed.com/');
              x.onerror = () => { result = [e.name, x.status]; }; x.send(); })
            """,
            #"["TypeError",0]"#
        ),
        PageScriptCase(
            "storage, kept for the session and for the origin",
            "localStorage.setItem('k', 'v'); sessionStorage.k = 2; result = [localStorage.k, sessionStorage.getItem('k'), localStorage.length, 'x' in localStorage]",
            #"["v","2",1,false]"#
        ),
        PageScriptCase(
            "history",
            "history.pushState({s: 1}, '', '/login/step?2'); result = [location.pathname, history.length, history.state.s]",
            #"["/login/step",2,1]"#
        ),
        PageScriptCase(
            "MutationObserver",
            """
            new MutationObserver(list => { result = list.map(r => [r.type, r.addedNodes.length, r.attributeName]); })
              .observe(root, {childList: true, attributes: true, subtree: true}); root.append('x'); root.firstChild.id = 'y'
            """,
            #"[["childList",1,null],["attributes",0,"id"]]"#
        ),
        PageScriptCase(
            "queueMicrotask, promises and timers, in their order",
            """
            var seen = []; setTimeout(() => { seen.push('timer'); result = seen; }, 0); Promise.resolve().then(() => seen.push('promise'));
            queueMicrotask(() => seen.push('microtask')); seen.push('now')
            """,
            #"["now","promise","microtask","timer"]"#
        ),
        PageScriptCase(
            "requestAnimationFrame, as a timer",
            "var n = 0; requestAnimationFrame(function step(time) { n += 1; if (n < 3) requestAnimationFrame(step); else result = [n, time > 0]; })",
            "[3,true]"
        ),
        PageScriptCase("atob and btoa", "result = [btoa('saml'), atob('c2FtbA==')]", #"["c2FtbA==","saml"]"#),
        PageScriptCase(
            "TextEncoder and TextDecoder",
            "result = [[...new TextEncoder().encode('é')], new TextDecoder('windows-1252').decode(new Uint8Array([233]))]",
            #"[[195,169],"é"]"#
        ),
        PageScriptCase(
            "crypto.getRandomValues",
            "result = [...crypto.getRandomValues(new Uint8Array(4))]",
            "[7,7,7,7]"
        ),
        PageScriptCase(
            "matchMedia and what else asks about layout, with fixed answers",
            """
            result = [matchMedia('(max-width: 600px)').matches, matchMedia('(min-width: 600px)').matches, innerWidth, screen.height,
              root.offsetWidth > 0, root.getBoundingClientRect().top, getComputedStyle(root).display, devicePixelRatio]
            """,
            #"[false,true,1280,720,true,0,"block",1]"#
        ),
        PageScriptCase(
            "navigator",
            "result = [navigator.cookieEnabled, navigator.onLine, navigator.languages.length > 0, navigator.userAgent.length > 0, navigator.javaEnabled()]",
            "[true,true,true,true,false]"
        ),
        PageScriptCase(
            "selectors",
            "result = [document.querySelectorAll('form > input:checked, #root > p:only-child').length, login.querySelector('[name=user]').matches(':enabled')]",
            "[2,true]"
        ),
        PageScriptCase(
            "events that are captured, bubble and have default actions",
            """
            var seen = []; document.addEventListener('click', e => seen.push('c' + e.eventPhase), true);
            root.onclick = e => { seen.push('b' + e.eventPhase); e.preventDefault(); }; root.innerHTML = '<a href=/away>x</a>'; root.firstChild.click(); result = seen
            """,
            #"["c1","b3"]"#
        ),
    ]

    @Test("is there", arguments: cases)
    func works(_ row: PageScriptCase) async throws {
        let agent = agent(server(row.script))
        _ = try await agent.open(try url("https://idp.org/login?a=1"))
        #expect(try await value("result", of: agent) == row.value)
        let missing = await agent.recording.entries.filter { if case .missingInterface = $0 { true } else { false } }
        #expect(missing == [])
    }

    @Test(
        "submit() fires no submit event; requestSubmit() does",
        arguments: [
            ("login.submit()", "/next?user=ann&keep=on"), ("login.requestSubmit()", "/next?heard=ann&keep=on"),
        ]
    )
    func submits(call: String, target: String) async throws {
        let transport = server("login.onsubmit = () => { login.user.name = 'heard'; }; \(call)")
        _ = try await agent(transport).open(try url("https://idp.org/login"))
        #expect(transport.requests.last?.target == target)
    }

    @Test("storage is another one for another origin, and history is the page's address")
    func perOrigin() async throws {
        let agent = agent(server("localStorage.k = 'v'; history.replaceState(null, '', '/login/here')"))
        #expect(try await agent.open(try url("https://idp.org/login")).url.href == "https://idp.org/login/here")
        _ = try await agent.open(try url("https://other.org/"))
        #expect(try await value("result", of: agent) == "null")
        _ = try await agent.open(try url("https://idp.org/login"))
        #expect(try await value("localStorage.k", of: agent) == "\"v\"")
    }
}
