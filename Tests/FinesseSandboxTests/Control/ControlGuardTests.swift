import FinesseSandbox
import Testing

@Suite("Sandbox control, who is let in")
struct ControlGuardTests {
    private func status(
        _ change: (inout SandboxRequest) -> Void,
        _ method: String = "GET",
        _ target: String = "/control/clock"
    ) async throws -> Int {
        let client = try await ControlClient()
        var request = client.request(method, target)
        change(&request)
        return await client.server.answer(request).answer.status
    }

    private func without(_ name: String, _ request: inout SandboxRequest) {
        request.headers.removeAll { $0.name == name }
    }

    @Test("the token opens it, under both names of loopback")
    func opens() async throws {
        #expect(try await status { _ in } == 200)
        #expect(
            try await status {
                without("host", &$0)
                $0.headers.append(("host", "localhost:4711"))
            } == 200
        )
    }

    @Test(
        "another name, another port or none is misdirected",
        arguments: ["", "evil.example:4711", "127.0.0.1:4712", "127.0.0.1"]
    )
    func host(name: String) async throws {
        let seen = try await status {
            without("host", &$0)
            if !name.isEmpty { $0.headers.append(("host", name)) }
        }
        #expect(seen == 421)
    }

    @Test("a missing or wrong token is refused", arguments: ["", "Bearer x", "Basic Q29udHJvbC1Ub2tlbi0x", "Bearer"])
    func token(field: String) async throws {
        let client = try await ControlClient()
        var request = client.request("GET", "/control/clock")
        without("authorization", &request)
        if !field.isEmpty { request.headers.append(("authorization", field)) }
        let answer = await client.server.answer(request).answer
        #expect(answer.status == 401)
        #expect(answer.header("WWW-Authenticate").count == 1)
        #expect(answer.header("Content-Type") == ["application/problem+json"])
        #expect(answer.json?["detail"]?.string?.isEmpty == false)
    }

    @Test(
        "a page of another site gets nothing, whatever it knows",
        arguments: [
            ("origin", "http://evil.example"), ("origin", "null"), ("origin", "http://127.0.0.1:4712"),
            ("sec-fetch-site", "cross-site"), ("sec-fetch-site", "same-site"),
        ]
    )
    func foreign(name: String, value: String) async throws {
        #expect(try await status { $0.headers.append((name, value)) } == 403)
    }

    @Test("its own pages may ask", arguments: [("origin", "http://127.0.0.1:4711"), ("sec-fetch-site", "same-origin")])
    func own(name: String, value: String) async throws {
        #expect(try await status { $0.headers.append((name, value)) } == 200)
    }

    @Test("what changes something is JSON", arguments: ["", "text/plain", "application/x-www-form-urlencoded"])
    func contentType(type: String) async throws {
        let seen = try await status(
            {
                $0.body = Array(#"{"advance":"10m"}"#.utf8)
                if !type.isEmpty { $0.headers.append(("content-type", type)) }
            },
            "POST"
        )
        #expect(seen == 415)
    }

    @Test("the token in the address is exchanged for a cookie, and a form of a page needs more than the cookie")
    func cookie() async throws {
        let client = try await ControlClient()
        var request = client.request("GET", "/?token=Control-Token-1")
        without("authorization", &request)
        let welcome = await client.server.answer(request).answer
        #expect(welcome.status == 303)
        #expect(welcome.header("Location") == ["/"])
        let cookie = try #require(welcome.header("Set-Cookie").first)
        #expect(cookie.contains("; HttpOnly") && cookie.contains("; SameSite=Strict"))
        #expect(!cookie.contains("Control-Token-1"))
        let pair = String(cookie.prefix { $0 != ";" })

        request = client.request("GET", "/")
        without("authorization", &request)
        request.headers.append(("cookie", pair))
        #expect(await client.server.answer(request).answer.status == 200)

        request = client.request("POST", "/console/clock")
        without("authorization", &request)
        request.headers += [("cookie", pair), ("content-type", "application/x-www-form-urlencoded")]
        request.body = Array("advance=10m".utf8)
        #expect(await client.server.answer(request).answer.status == 403)
        request.body = Array("csrf=x&advance=10m".utf8)
        #expect(await client.server.answer(request).answer.status == 403)
    }

    @Test("a form with the page's own token reaches the page, and a wrong token in the address nothing")
    func formToken() async throws {
        let sandbox = try await FinesseSandbox.withoutServers()
        let server = ControlServer(of: sandbox, token: "Control-Token-1", port: 4711)
        var request = SandboxRequest(party: .finesse, target: "/?token=x")
        request.headers = [("host", "localhost:4711")]
        #expect(await server.answer(request).answer.status == 401)
        request = SandboxRequest(party: .finesse, target: "/?token=Control-Token-1")
        request.headers = [("host", "localhost:4711")]
        let pair = String(
            try #require(await server.answer(request).answer.header("Set-Cookie").first).prefix { $0 != ";" }
        )
        request = SandboxRequest(party: .finesse, target: "/")
        request.headers = [("host", "localhost:4711"), ("cookie", pair)]
        let page = await server.answer(request).answer.text
        let token = try #require(ChainClient.between(page, #"name="csrf" value=""#, "\""))
        request = SandboxRequest(party: .finesse, method: "POST", target: "/console/clock")
        request.headers = [
            ("host", "localhost:4711"), ("cookie", pair), ("content-type", "application/x-www-form-urlencoded"),
            ("origin", "http://localhost:4711"),
        ]
        request.body = Array(FormFields(["csrf": token, "advance": "10m"]).encoded.utf8)
        let before = sandbox.clock.now
        #expect(await server.answer(request).answer.status == 303)
        #expect(before.duration(to: sandbox.clock.now) == .seconds(600))
    }

    @Test("every answer forbids keeping, framing and lending")
    func headers() async throws {
        let client = try await ControlClient()
        for target in ["/control/clock", "/control/nothing", "/"] {
            let answer = await client.send("GET", target)
            #expect(answer.header("Cache-Control") == ["no-store"])
            #expect(answer.header("X-Frame-Options") == ["DENY"])
            #expect(answer.header("X-Content-Type-Options") == ["nosniff"])
            #expect(answer.header("Access-Control-Allow-Origin").isEmpty)
        }
    }
}
