import FinesseSandbox
import Testing

@Suite("Console, the page and its forms")
struct ConsoleTests {
    @Test("every part is on the page, and the last sign-in as a ladder")
    func parts() async throws {
        let chain = try await ChainClient()
        try await chain.signIn()
        let console = try await ConsoleClient(sharing: chain.sandbox)
        let answer = await console.page()
        #expect(answer.status == 200)
        let text = answer.text
        for id in ["users", "contact-centre", "sign-ins", "clock", "failures", "faults", "nodes"] {
            #expect(text.contains("<section id=\"\(id)\">"), "\(id)")
        }
        for part in [
            "98411", "access 5 min", "/desktop/sso/token", "/adfs/ls/", #"<span class="tag good">token</span>"#,
            "finesse1.xyz.com", "adfs.corp.example", #"id="failure-tokensVoid""#, "<option>nextRefreshFails</option>",
        ] {
            #expect(text.contains(part), "\(part)")
        }
        #expect(text.occurrences(of: "class=\"ladder\"") == 1)
        #expect(text.occurrences(of: "id=\"hop-") >= 6)
    }

    @Test("a refresh is no sign-in, in whichever form it comes")
    func refresh() async throws {
        let chain = try await ChainClient()
        let console = try await ConsoleClient(sharing: chain.sandbox)
        for (method, target) in [("POST", "/desktop/sso/token"), ("GET", "/desktop/sso/token?refresh-token=x")] {
            _ = await chain.sandbox.answer(SandboxRequest(party: .finesse, method: method, target: target))
        }
        #expect(await console.page().text.contains("Nobody has signed in yet."))
        try await chain.signIn()
        #expect(await console.page().text.occurrences(of: "class=\"ladder\"") == 1)
    }

    @Test("no token, password, code, or cookie is on the page or in its events")
    func secrets() async throws {
        let chain = try await ChainClient()
        let end = try await chain.signIn()
        let console = try await ConsoleClient(sharing: chain.sandbox)
        var stream = try await console.events().makeAsyncIterator()
        let shown = await console.page().text + (await stream.next() ?? "")
        let access = try #require(end.json?["token"])
        let refresh = try #require(end.json?["refresh_token"])
        let secrets = [access, refresh, "Ratchet-1984", ConsoleClient.token, console.cookieValue]
        for (index, secret) in secrets.enumerated() {
            #expect(secret.count > 5 && !shown.contains(secret), "secret \(index)")
        }
    }

    @Test("names with markup are text")
    func escaping() async throws {
        var configuration = SandboxConfiguration()
        configuration.users[0].firstName = #"<img src=x onerror="alert(1)">"#
        let console = try await ConsoleClient(configuration)
        try console.sandbox.faults.add(SandboxFault(.reset(), name: "<b>\"loud\"</b>"))
        let text = await console.page().text
        #expect(!text.contains("<img") && text.contains("&lt;img src=x"))
        #expect(!text.contains("<b>\"loud") && !text.contains("\"loud\"") && text.contains("&lt;b&gt;"))
    }

    @Test("the policy lets the page's own script run and no other, with another nonce each time")
    func policy() async throws {
        let console = try await ConsoleClient()
        var nonces: Set<String> = []
        for _ in 0..<2 {
            let answer = await console.page()
            let policy = try #require(answer.header("Content-Security-Policy").first)
            #expect(answer.header("Content-Security-Policy").count == 1)
            // A form that no script sends has to say whose it is.
            #expect(answer.header("Referrer-Policy") == ["same-origin"])
            #expect(!policy.contains("unsafe") && policy.contains("default-src 'none'"))
            #expect(policy.contains("frame-ancestors 'none'") && policy.contains("form-action 'self'"))
            let nonce = try #require(ChainClient.between(policy, "script-src 'nonce-", "'"))
            #expect(answer.text.contains("<script nonce=\"\(nonce)\">"))
            #expect(answer.text.contains("<style nonce=\"\(nonce)\">"))
            // Neither of these would run under the policy.
            #expect(!answer.text.contains(" style=") && !answer.text.contains(" onclick="))
            nonces.insert(nonce)
        }
        #expect(nonces.count == 2)
    }

    @Test("every form carries the page's token, and one without it changes nothing")
    func forgery() async throws {
        let console = try await ConsoleClient()
        let text = await console.page().text
        #expect(text.occurrences(of: "<form") == text.occurrences(of: #"name="csrf""#))
        let before = console.sandbox.clock.now
        #expect(await console.send("clock", "advance=10m").status == 403)
        #expect(await console.send("clock", "csrf=x&advance=10m").status == 403)
        #expect(await console.send("failures", "failure=tokensVoid").status == 403)
        #expect(console.sandbox.clock.now == before)
        #expect(console.sandbox.configuration.failures.isEmpty)
    }

    @Test("a form turns a failure on and off again, and leads back to the page")
    func failures() async throws {
        let console = try await ConsoleClient()
        let answer = try await console.post("failures", ["failure": "tokensVoid"])
        #expect(answer.status == 303)
        #expect(answer.header("Location") == ["/"])
        #expect(console.sandbox.configuration.failures == [.tokensVoid])
        #expect(
            await console.page().text.contains(
                #"<button id="failure-tokensVoid" name="failure" value="tokensVoid" aria-pressed="true">"#
            )
        )
        _ = try await console.post("failures", ["failure": "tokensVoid"])
        #expect(console.sandbox.configuration.failures.isEmpty)
        #expect(try await console.post("failures", ["failure": "nothing"]).status == 422)
    }

    @Test("a form advances the clock, and a script is told so in a sentence")
    func clock() async throws {
        let console = try await ConsoleClient()
        let before = console.sandbox.clock.now
        let answer = try await console.post("clock", ["advance": "1h"], accept: "text/plain")
        #expect(answer.status == 200)
        #expect(answer.text.hasPrefix("The clock is "))
        #expect(before.duration(to: console.sandbox.clock.now) == .seconds(3600))
        #expect(try await console.post("clock", ["advance": "soon"]).status == 422)
    }

    @Test("forms add a fault, with the user it needs, and remove it")
    func faults() async throws {
        let console = try await ConsoleClient()
        _ = try await console.post("faults", ["word": "nextRefreshFails", "user": ""])
        _ = try await console.post("faults", ["word": "accountLocked", "user": "sjefferson"])
        #expect(console.sandbox.faults.list.map(\.fault) == [.nextRefreshFails, .accountLocked("sjefferson")])
        #expect(await console.page().text.contains("accountLocked sjefferson"))
        #expect(try await console.post("faults", ["word": "accountLocked", "user": ""]).status == 422)
        let id = try #require(console.sandbox.faults.list.first?.id)
        #expect(try await console.post("faults", ["remove": "\(id)"]).status == 303)
        #expect(console.sandbox.faults.list.map(\.fault) == [.accountLocked("sjefferson")])
    }

    @Test("forms lock a user, choose the provider's pages and fail a node")
    func others() async throws {
        let console = try await ConsoleClient()
        _ = try await console.post("users", ["user": "sjefferson", "isLocked": "true"])
        #expect(console.sandbox.configuration.users.filter(\.isLocked).map(\.loginName) == ["sjefferson", "llennox"])
        #expect(try await console.post("users", ["user": "nobody", "isLocked": "true"]).status == 422)
        _ = try await console.post("skin", ["skin": "keycloak"])
        #expect(console.sandbox.configuration.identityProvider.skin.rawValue == "keycloak")
        let host = try #require(console.sandbox.nodes.list.first?.host)
        _ = try await console.post("nodes", ["pause": host])
        #expect(console.sandbox.nodes.list.first?.state == .paused)
        #expect(await console.page().text.contains("id=\"recover-\(host)\""))
        #expect(try await console.post("nodes", ["kill": "elsewhere.example"]).status == 422)
    }

    @Test("the events bring every part at first, and then what changed")
    func events() async throws {
        let console = try await ConsoleClient()
        var stream = try await console.events().makeAsyncIterator()
        let first = try #require(await stream.next())
        #expect(first.occurrences(of: "event: fragment\n") == 7)
        try console.sandbox.faults.add(.nextRefreshFails)
        let second = try #require(await stream.next())
        #expect(second.occurrences(of: "event: fragment\n") == 1)
        #expect(second.contains(#""id":"faults""#) && second.contains("fault-remove-1"))
    }
}

extension String {
    /// How often a text occurs.
    fileprivate func occurrences(of part: String) -> Int { ranges(of: part).count }
}
