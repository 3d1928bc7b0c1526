import HTTPTransport
import HTTPTransportTesting
import Testing
import WebAgent
import WebAgentCookies
import WebAgentScripting
import WebAgentURL

/// An agent with the real engine on a thread, and what it was asked.
struct FrameRig {
    let transport: ScriptedTransport
    let agent: WebAgent

    init(_ routes: [String: HTTPResponse], _ change: (inout WebAgentConfiguration) -> Void = { _ in }) {
        transport = server(routes)
        var configuration = WebAgentConfiguration()
        configuration.userAgent = "Test/1"
        change(&configuration)
        agent = WebAgent(
            transport: transport,
            pageHosts: InProcessPageHosts(),
            configuration: configuration,
            suffixes: suffixes,
            environment: ManualWorld().environment
        )
    }

    func open(_ text: String = "https://a.com/") async throws -> Page { try await agent.open(try url(text)) }

    var asked: [String] { transport.requests.map { "\($0.method) \($0.origin)\($0.target)" } }

    func field(_ name: String, of target: String) -> String? {
        transport.requests.first { "\($0.origin)\($0.target)" == target }?.fields.text(named: name)
    }

    func refusals() async -> [NavigationRefusal] {
        await agent.recording.entries.compactMap {
            if case .refusedNavigation(let refusal) = $0 { refusal } else { nil }
        }
    }

    func refusedRequests() async -> [String] {
        await agent.recording.entries.compactMap {
            if case .refusedRequest(let url, let reason) = $0 { "\(url): \(reason)" } else { nil }
        }
    }
}

@Suite("Frames of pages")
struct FrameTests {
    private static let autoPost = """
        <body onload="document.forms[0].submit()"><form method=post action=https://sp.com/acs>
        <input type=hidden name=SAMLResponse value=abc></form>
        """

    @Test("are asked for as browsers do: what they are for, who asks, and cookies as in a page of another site")
    func requests() async throws {
        let rig = FrameRig([
            "GET https://a.com/": .html("<iframe src=https://b.com/frame></iframe><iframe src=/own></iframe>"),
            "GET https://b.com/frame": .redirect(302, to: "/next"),
            "GET https://b.com/next": .html(
                "<p>b</p><script>parent.postMessage(document.cookie + document.referrer, '*')</script>"
            ),
            "GET https://a.com/own": .html("<iframe src=https://b.com/inner></iframe>"),
            "GET https://b.com/inner": .html("inner"),
        ])
        for (name, same) in [("none", "None; Secure"), ("lax", "Lax"), ("strict", "Strict")] {
            await rig.agent.setCookie("\(name)=1; Path=/; SameSite=\(same)", from: try url("https://b.com/"))
            await rig.agent.setCookie("\(name)=1; Path=/; SameSite=\(same)", from: try url("https://a.com/"))
        }
        let page = try await rig.open()
        #expect(
            rig.asked == [
                "GET https://a.com/", "GET https://b.com/frame", "GET https://b.com/next", "GET https://a.com/own",
                "GET https://b.com/inner",
            ]
        )
        for target in ["https://b.com/frame", "https://b.com/next"] {
            #expect(rig.field("Cookie", of: target) == "none=1")
            #expect(rig.field("Sec-Fetch-Dest", of: target) == "iframe")
            #expect(rig.field("Sec-Fetch-Mode", of: target) == "navigate")
            #expect(rig.field("Sec-Fetch-Site", of: target) == "cross-site")
            #expect(rig.field("Sec-Fetch-User", of: target) == nil)
            #expect(rig.field("Referer", of: target) == "https://a.com/")
            #expect(rig.field("Upgrade-Insecure-Requests", of: target) == "1")
        }
        #expect(rig.field("Cookie", of: "https://a.com/own") == "none=1; lax=1; strict=1")
        #expect(rig.field("Referer", of: "https://b.com/inner") == "https://a.com/")
        #expect(page.hops.map(\.purpose) == [.page, .frame, .frame, .frame, .frame])
        #expect(page.stop == .rested)
    }

    @Test("see and set only the cookies that are theirs, by the site of the page around them")
    func scriptCookies() async throws {
        let script =
            "<script>document.cookie = 'own=1; SameSite=Lax'; document.cookie = 'free=1; SameSite=None; Secure';"
            + "new Image(); fetch('/seen?' + document.cookie)</script>"
        let rig = FrameRig([
            "GET https://a.com/": .html("<iframe src=https://b.com/frame></iframe>"),
            "GET https://b.com/frame": .html(script),
            "GET https://b.com/seen": .json("{}"),
        ])
        await rig.agent.setCookie("strict=1; SameSite=Strict", from: try url("https://b.com/"))
        _ = try await rig.open()
        #expect(rig.asked.last == "GET https://b.com/seen?free=1")
        #expect(rig.field("Cookie", of: "https://b.com/seen?free=1") == "free=1")
        #expect(rig.field("Sec-Fetch-Site", of: "https://b.com/seen?free=1") == "same-origin")
        #expect(
            await rig.agent.cookies.map { String(decoding: $0.name, as: UTF8.self) }.sorted() == ["free", "strict"]
        )
    }

    @Test("keep their storage apart in pages of other sites")
    func storage() async throws {
        let rig = FrameRig([
            "GET https://a.com/": .html("<iframe src=https://b.com/set></iframe>"),
            "GET https://b.com/set": .html("<script>localStorage.k = 'in a'</script>"),
            "GET https://b.com/": .html("<title>t</title><script>document.title = localStorage.k || 'none'</script>"),
            "GET https://b.com/both": .html("<iframe src=/set></iframe>"),
        ])
        _ = try await rig.open()
        #expect(try await rig.open("https://b.com/").title == "none")
        _ = try await rig.open("https://b.com/both")
        #expect(try await rig.open("https://b.com/").title == "in a")
    }

    @Test("that post a form by themselves get its answer, and the page goes on when it is told")
    func autoPost() async throws {
        let rig = FrameRig([
            "GET https://a.com/": .html(
                "<script>onmessage = event => { if (event.origin === 'https://sp.com') location = '/done?' + event.data }</script>"
                    + "<iframe src=https://idp.com/sso hidden></iframe>"
            ),
            "GET https://idp.com/sso": .html(Self.autoPost),
            "POST https://sp.com/acs": .redirect(303, to: "/landed", cookies: "session=1; SameSite=None; Secure"),
            "GET https://sp.com/landed": .html("<script>parent.postMessage('ok', 'https://a.com')</script>"),
            "GET https://a.com/done": .html("<title>done</title>"),
        ])
        let page = try await rig.open()
        #expect(page.title == "done")
        #expect(
            rig.asked == [
                "GET https://a.com/", "GET https://idp.com/sso", "POST https://sp.com/acs", "GET https://sp.com/landed",
                "GET https://a.com/done?ok",
            ]
        )
        #expect(rig.field("Origin", of: "https://sp.com/acs") == "https://idp.com")
        #expect(rig.field("Referer", of: "https://sp.com/acs") == "https://idp.com/")
        #expect(rig.field("Cookie", of: "https://sp.com/landed") == "session=1")
    }

    @Test(
        "are shown only where their server lets them",
        arguments: [
            (["X-Frame-Options": "DENY"], false), (["X-Frame-Options": "SAMEORIGIN"], false),
            (["X-Frame-Options": "ALLOW-FROM https://a.com"], true), (["X-Frame-Options": "sameorigin, deny"], false),
            (["Content-Security-Policy": "frame-ancestors 'none'"], false),
            (["Content-Security-Policy": "frame-ancestors 'self'"], false),
            (["Content-Security-Policy": "default-src 'self'; frame-ancestors 'self' https://a.com"], true),
            (["Content-Security-Policy": "frame-ancestors https://*.com"], true),
            (["Content-Security-Policy": "frame-ancestors https://*.a.com"], false),
            (["Content-Security-Policy": "frame-ancestors *"], true),
            (["Content-Security-Policy": "frame-ancestors https:"], true),
            (["Content-Security-Policy": "frame-ancestors a.com:443"], true),
            (["Content-Security-Policy": "frame-ancestors a.com:8443"], false),
            (["Content-Security-Policy": "frame-ancestors http://a.com"], true),
            (["Content-Security-Policy": "frame-ancestors a.com", "X-Frame-Options": "DENY"], true),
            (["Content-Security-Policy": "frame-ancestors a.com, frame-ancestors c.com"], false),
            (["Content-Security-Policy-Report-Only": "frame-ancestors 'none'"], true),
        ] as [([String: String], Bool)]
    )
    func framing(fields: [String: String], isShown: Bool) async throws {
        let rig = FrameRig([
            "GET https://a.com/": .html(
                "<iframe src=https://b.com/frame onload='document.title = \"loaded\"'></iframe>"
            ),
            "GET https://b.com/frame": .html(
                "<form name=inner><input name=x></form>",
                fields: HTTPFields(fields.map { HTTPField($0.key, $0.value) })
            ),
        ])
        let page = try await rig.open()
        #expect(page.title == "loaded")
        #expect(page.forms.map(\.frame) == (isShown ? ["https://b.com/frame"] : []))
        let refused = await rig.refusedRequests()
        #expect(refused.isEmpty == isShown)
        if !isShown { #expect(refused.first?.hasPrefix("https://b.com/frame: its server ") == true, "\(refused)") }
    }

    @Test("lead the page away only when they are of its origin or were clicked, and never against their sandbox")
    func steering() async throws {
        let leaving = "<a id=a href=/away target=_top>x</a><script>top.location.href = '/away'</script>"
        func rig(_ frame: String, _ attributes: String = "") -> FrameRig {
            FrameRig([
                "GET https://a.com/": .html("<title>page</title><iframe src=\(frame) \(attributes)></iframe>"),
                "GET https://a.com/frame": .html(leaving), "GET https://b.com/frame": .html(leaving),
                "GET https://a.com/away": .html("<title>away</title>"),
                "GET https://b.com/away": .html("<title>away</title>"),
            ])
        }
        let own = rig("/frame")
        #expect(try await own.open().title == "away")
        #expect(await own.refusals().isEmpty)

        let other = rig("https://b.com/frame")
        let page = try await other.open()
        #expect(page.title == "page" && page.stop == .rested)
        let target = try url("https://b.com/away")
        let source = try url("https://b.com/frame")
        #expect(await other.refusals() == [.frameWasNotClicked(frame: RedactedURL(source), to: RedactedURL(target))])
        let outcome = try await other.agent.click(.selector("#a"))
        #expect(outcome.page?.title == "away")
        #expect(other.field("Referer", of: "https://b.com/away") == "https://b.com/frame")
        #expect(other.field("Sec-Fetch-Site", of: "https://b.com/away") == "same-origin")
        #expect(other.field("Sec-Fetch-User", of: "https://b.com/away") == "?1")

        let boxed = rig("/frame", "sandbox='allow-scripts allow-same-origin'")
        #expect(try await boxed.open().title == "page")
        _ = try await boxed.agent.click(.selector("#a"))
        #expect(await boxed.refusals().count == 2)
        #expect(boxed.asked.count == 2)
    }

    @Test("are filled with a password only where their own origin may have it")
    func passwords() async throws {
        let form =
            "<form method=post action=/login><input name=u><input name=p type=password><button>Go</button></form>"
        func rig(_ allowed: Set<Origin>, _ top: String = "https://a.com/") -> FrameRig {
            FrameRig([
                "GET \(top)": .html("<iframe src=https://b.com/frame></iframe>"),
                "GET https://b.com/frame": .html(form), "POST https://b.com/login": .html("<title>in</title>signed in"),
            ]) { $0.passwordOrigins = .only(allowed) }
        }
        let a = try url("https://a.com").origin
        let b = try url("https://b.com").origin
        let wrong = rig([a])
        let page = try await wrong.open()
        #expect(page.asksForPassword && page.forms.map(\.frame) == ["https://b.com/frame"])
        guard case .refused(let refusal) = try await wrong.agent.fill(.role(.password), with: "secret") else {
            Issue.record("the password was filled in")
            return
        }
        #expect(refusal == .passwordOriginNotAllowed(b))

        let right = rig([b])
        _ = try await right.open()
        #expect(try await right.agent.fill(.role(.username), with: "me") == .filled)
        #expect(try await right.agent.fill(.name("p"), with: "secret") == .filled)
        _ = try await right.agent.submit(.role(.password))
        #expect(right.asked.last == "POST https://b.com/login")
        #expect(right.field("Sec-Fetch-Dest", of: "https://b.com/login") == "iframe")

        let unsafe = rig([a, b], "http://a.com/")
        _ = try await unsafe.open("http://a.com/")
        guard case .refused(let unsafeRefusal) = try await unsafe.agent.fill(.role(.password), with: "secret") else {
            Issue.record("the password was filled in")
            return
        }
        #expect(unsafeRefusal == .passwordOverHTTP(try url("http://a.com").origin))
    }

    @Test("send no form with an empty password field by themselves")
    func emptyPassword() async throws {
        let rig = FrameRig([
            "GET https://a.com/": .html("<iframe src=/frame></iframe>"),
            "GET https://a.com/frame": .html(
                "<form method=post action=/login><input type=password name=p></form><script>document.forms[0].submit()</script>"
            ),
        ])
        _ = try await rig.open()
        #expect(rig.asked.count == 2)
        #expect(await rig.refusals() == [.passwordFormNotFilled(to: RedactedURL(try url("https://a.com/login")))])
    }

    @Test(
        "show text as text, stay as they are at an answer without content or to be saved, and keep the sandbox that their server wants"
    )
    func otherAnswers() async throws {
        let rig = FrameRig([
            "GET https://a.com/": .html(
                """
                <iframe id=text src=/text></iframe><iframe id=stays src=/first></iframe><iframe id=boxed src=/boxed></iframe>
                <iframe id=goes src=/refresh></iframe><iframe id=saves src=/first></iframe>
                <script>onload = () => {
                    stays.contentWindow.location = '/empty'; saves.contentWindow.location = '/saved';
                    setTimeout(() => { document.title = [text.contentDocument.querySelector('pre').textContent,
                        stays.contentDocument.body.textContent, boxed.contentDocument, goes.contentDocument.body.textContent,
                        saves.contentDocument.body.textContent].join() }, 2000);
                }</script>
                """
            ),
            "GET https://a.com/text": HTTPResponse(
                status: 200,
                fields: ["Content-Type": "application/json"],
                body: Array(#"{"a": "<b>"}"#.utf8)
            ),
            "GET https://a.com/first": .html("first"), "GET https://a.com/empty": HTTPResponse(status: 204),
            "GET https://a.com/boxed": .html(
                "<script>top.document.title = 'broken out'</script>",
                fields: [
                    "Content-Security-Policy": "sandbox allow-same-origin; frame-ancestors 'self'",
                    "X-Frame-Options": "DENY",
                ]
            ),
            "GET https://a.com/refresh": .html("old", fields: ["Refresh": "1; url=/new"]),
            "GET https://a.com/new": .html("new"),
            "GET https://a.com/saved": .html("saved", fields: ["Content-Disposition": "attachment"]),
        ])
        let page = try await rig.open()
        #expect(page.title == #"{"a": "<b>"},first,[object HTMLDocument],new,first"#)
        #expect(rig.asked.contains("GET https://a.com/saved"))
        #expect(rig.asked.contains("GET https://a.com/empty"))
    }

    @Test("of a secure page come over https, through redirects too, and from http addresses alone")
    func mixedContent() async throws {
        let rig = FrameRig([
            "GET https://a.com/": .html(
                "<iframe src=http://b.com/x></iframe><iframe src=/to></iframe><iframe src='data:text/html,x'></iframe>"
            ),
            "GET https://a.com/to": .redirect(302, to: "http://b.com/x"),
            "GET http://b.com/x": .html("x"),
        ])
        _ = try await rig.open()
        #expect(rig.asked == ["GET https://a.com/", "GET https://a.com/to"])
        #expect(await rig.refusedRequests().count == 3)
    }

    @Test("count among the parts a page may ask for")
    func bounded() async throws {
        let rig = FrameRig([
            "GET https://a.com/": .html("<iframe src=/f></iframe>"),
            "GET https://a.com/f": .html("<script>location = '/f?' + Math.random()</script>"),
        ]) { $0.maximumPartRequests = 30 }
        let page = try await rig.open()
        #expect(rig.asked.count == 31)
        #expect(page.url.href == "https://a.com/")
        #expect(await rig.refusedRequests().last?.hasSuffix("the page asked for more than 30 parts") == true)
    }

    @Test("a page's meta element and its links say how much of its address goes along")
    func referrerPolicies() async throws {
        let rig = FrameRig([
            "GET https://a.com/": .html(
                "<head><meta name=referrer content=no-referrer></head><iframe src=/f></iframe><script src=/s.js></script>"
                    + "<iframe src=/g referrerpolicy=unsafe-url></iframe><a id=a href=https://b.com/ referrerpolicy=unsafe-url>x</a>"
            ),
            "GET https://a.com/f": .html("f"), "GET https://a.com/g": .html("g"), "GET https://b.com/": .html("b"),
        ])
        _ = try await rig.open("https://a.com/")
        #expect(rig.asked.contains("GET https://a.com/s.js"))
        for target in ["https://a.com/f", "https://a.com/s.js"] { #expect(rig.field("Referer", of: target) == nil) }
        #expect(rig.field("Referer", of: "https://a.com/g") == "https://a.com/")
        _ = try await rig.agent.click(.selector("#a"))
        #expect(rig.field("Referer", of: "https://b.com/") == "https://a.com/")
    }
}
