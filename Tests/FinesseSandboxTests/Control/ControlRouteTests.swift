import FinesseSandbox
import Foundation
import Testing

@Suite("Sandbox control, what it does")
struct ControlRouteTests {
    @Test("a switch is changed, and the next sign-in finds it")
    func configuration() async throws {
        let client = try await ControlClient()
        #expect(await client.get("/control/configuration")?["tokens"]?["form"]?.string == "signed")
        let answer = await client.send("PATCH", "/control/configuration", #"{"tokens":{"form":"opaque"}}"#)
        #expect(answer.status == 200)
        #expect(answer.json?["tokens"]?["form"]?.string == "opaque")
        let token = try #require(try await ChainClient(sharing: client.sandbox).signIn().json?["token"])
        #expect(token.split(separator: ".", omittingEmptySubsequences: false).count == 5)
        let user = #"{"users":{"sjefferson":{"isLocked":true,"firstName":"Zoë 🙂"}}}"#
        #expect(await client.send("PATCH", "/control/configuration", user).status == 200)
        #expect(client.sandbox.configuration.users.first?.firstName == "Zoë 🙂")
        #expect(client.sandbox.configuration.users.first?.isLocked == true)
        for (value, node) in [(#""finesse2.xyz.com""#, "finesse2.xyz.com"), ("null", nil)] {
            let body = #"{"desktop":{"secondaryNode":\#(value)}}"#
            #expect(await client.send("PATCH", "/control/configuration", body).status == 200)
            #expect(client.sandbox.configuration.desktop.secondaryNode == node)
        }
    }

    @Test(
        "a change that cannot be made names its key, and nothing is changed",
        arguments: [
            (#"{"tokens":{"form":"opaque","accessLifetime":"1s"}}"#, 422, "tokens.accessLifetime"),
            (#"{"tokens":{"from":"opaque"}}"#, 422, "tokens.from"), (#"{"realm":null}"#, 422, "realm"),
            (#"{"realm":"a.example","hasPlainHop":true}"#, 409, "hasPlainHop"),
            (#"{"control":{"port":1}}"#, 409, "control"), (#"{"users":[]}"#, 422, "users"),
            (#"{"identityProvider":{"jQueryFile":"/etc/passwd"}}"#, 422, "identityProvider.jQueryFile"),
        ]
    )
    func refused(body: String, status: Int, key: String) async throws {
        let client = try await ControlClient()
        let before = client.sandbox.configuration
        let answer = await client.send("PATCH", "/control/configuration", body)
        #expect(answer.status == status)
        #expect(answer.header("Content-Type") == ["application/problem+json"])
        #expect(answer.json?["key"]?.string == key)
        #expect(client.sandbox.configuration == before)
    }

    @Test("a body that is no JSON, or no object, is a problem", arguments: [("{", 400), ("[]", 422), ("", 422)])
    func bodies(body: String, status: Int) async throws {
        let client = try await ControlClient()
        #expect(await client.send("PATCH", "/control/configuration", body).status == status)
    }

    @Test("releases are listed and chosen")
    func releases() async throws {
        let client = try await ControlClient()
        #expect(await client.get("/control/releases")?["releases"]?.array?.count == SandboxRelease.allCases.count)
        #expect(await client.send("PUT", "/control/release", #"{"release":"12.5"}"#).status == 200)
        #expect(client.sandbox.configuration.tokens.form == .opaque)
        #expect(await client.get("/control/releases")?["chosen"]?.string == "12.5")
        #expect(await client.send("PUT", "/control/release", #"{"release":"13"}"#).json?["key"]?.string == "release")
        #expect(await client.send("PUT", "/control/release", #"{"release":null}"#).status == 200)
        #expect(client.sandbox.configuration == SandboxConfiguration())
    }

    @Test("the clock is turned, and tokens end")
    func clock() async throws {
        let client = try await ControlClient()
        let token = try #require(try await ChainClient(sharing: client.sandbox).signIn().json?["token"])
        let rest = RESTClient(sandbox: client.sandbox, authorization: "Bearer \(token)")
        #expect(await rest.get("/finesse/api/User/98411").status == 200)
        let answer = await client.send("POST", "/control/clock", #"{"advance":"5m"}"#)
        #expect(answer.json?["now"]?.string == "2022-12-22T12:52:41.747Z")
        #expect(answer.json?["isVirtual"]?.truth == true)
        #expect(await rest.get("/finesse/api/User/98411").status == 401)
        for body in [#"{"advance":"-5m"}"#, #"{"advance":5}"#, "{}", #"{"advance":"999999999h"}"#] {
            #expect(await client.send("POST", "/control/clock", body).status == 422)
        }
    }

    @Test("users are listed with their states and tokens, and no secret among them")
    func users() async throws {
        let client = try await ControlClient()
        let json = try #require(try await ChainClient(sharing: client.sandbox).signIn().json)
        let token = try #require(json["token"])
        let rest = RESTClient(sandbox: client.sandbox, authorization: "Bearer \(token)")
        _ = await rest.change("98411", to: "LOGIN", extra: "<extension>1001</extension>")
        await client.sandbox.clock.advance(by: .seconds(100))
        let text = await client.send("GET", "/control/users").text
        let users = try #require(JSONValue.read(Array(text.utf8))?["users"]?.array)
        #expect(users.map { $0["loginId"]?.string } == SandboxUser.builtIn.map(\.loginId))
        #expect(users.first?["state"]?.string == "NOT_READY")
        #expect(users.first?["tokens"]?.array?.map { $0["expiresIn"]?.integer } == [199])
        for secret in [token, try #require(json["refresh_token"]), "Ratchet-1984"] { #expect(!text.contains(secret)) }
    }

    @Test("sessions end, and keys are made anew")
    func sessionsAndKeys() async throws {
        let client = try await ControlClient()
        let chain = ChainClient(sharing: client.sandbox)
        try await chain.signIn()
        #expect(await client.send("DELETE", "/control/sessions").status == 204)
        try await chain.signIn()
        #expect(client.sandbox.journal.entries(method: "POST", path: "/adfs/ls/").count == 2)
        let key = client.sandbox.tokenPublicKeyPEM
        #expect(await client.send("POST", "/control/keys/regenerate", "{}").status == 200)
        #expect(client.sandbox.tokenPublicKeyPEM != key)
    }

    @Test("failures are set, added and cleared")
    func failures() async throws {
        let client = try await ControlClient()
        #expect(await client.send("PUT", "/control/failures", #"{"failures":["invalidClient"]}"#).status == 200)
        #expect(await client.send("POST", "/control/failures", #"{"failure":"tokensVoid"}"#).status == 200)
        #expect(client.sandbox.configuration.failures == [.invalidClient, .tokensVoid])
        #expect(await client.send("PUT", "/control/failures", #"{"failures":["sometimes"]}"#).status == 422)
        #expect(await client.get("/control/failures")?["failures"]?.array?.count == 2)
        #expect(await client.send("DELETE", "/control/failures").status == 204)
        #expect(client.sandbox.configuration.failures.isEmpty)
    }

    @Test("faults are added by a word or an object, listed, replaced and removed")
    func faults() async throws {
        let client = try await ControlClient(.with { $0.faults = [.relayLost] })
        let info = SandboxRequest(party: .finesse, target: "/finesse/api/SystemInfo")
        let fault = #"{"effect":{"status":503},"when":{"path":"/finesse/api/SystemInfo","times":1},"name":"one"}"#
        #expect(await client.send("POST", "/control/faults", fault).json?["id"]?.integer == 2)
        #expect(await client.sandbox.answer(info).status == 503)
        #expect(await client.sandbox.answer(info).status == 200)
        #expect(client.sandbox.journal.entries.first?.fault == "one")
        #expect(await client.send("POST", "/control/faults", #""nextRefreshFails""#).status == 200)
        let listed = await client.get("/control/faults")?["faults"]?.array
        #expect(listed?.map { $0["fired"]?.integer } == [0, 1, 0])
        for body in [#""sometimes""#, #"{"effect":{"status":5}}"#, "[]"] {
            #expect(await client.send("POST", "/control/faults", body).status == 422, "\(body)")
        }
        #expect(await client.send("PUT", "/control/faults", #"{"faults":["relayLost","x"]}"#).status == 422)
        #expect(client.sandbox.faults.list.count == 3)
        #expect(await client.send("PUT", "/control/faults", #"{"faults":["callbackLost"]}"#).status == 200)
        let id = try #require(client.sandbox.faults.list.first?.id)
        #expect(client.sandbox.faults.list.count == 1)
        #expect(await client.send("DELETE", "/control/faults/\(id)").status == 204)
        #expect(await client.send("DELETE", "/control/faults/\(id)").status == 404)
        #expect(await client.send("POST", "/control/reset", "{}").status == 204)
        #expect(client.sandbox.faults.list.map(\.fault) == [.relayLost])
        #expect(await client.send("DELETE", "/control/faults").status == 204)
        #expect(client.sandbox.faults.list.isEmpty)
    }

    @Test("the journal is filtered and emptied")
    func journal() async throws {
        let client = try await ControlClient(.with { $0.failures = [.invalidClient] })
        try await ChainClient(sharing: client.sandbox).signIn()
        #expect(await client.get("/control/journal")?["entries"]?.array?.count == 2)
        let refused = await client.get("/control/journal?refusal=oauth.invalid_client&party=identityService")
        #expect(refused?["entries"]?.array?.map { $0["status"]?.integer } == [401])
        #expect(await client.get("/control/journal?after=1&limit=5")?["entries"]?.array?.count == 1)
        #expect(await client.send("GET", "/control/journal?party=nobody").status == 400)
        #expect(await client.send("GET", "/control/journal?limit=0").status == 400)
        #expect(await client.send("DELETE", "/control/journal").status == 204)
        #expect(client.sandbox.journal.entries.isEmpty)
    }

    @Test("events bring what was, from a number on, and what comes")
    func events() async throws {
        let client = try await ControlClient()
        let info = SandboxRequest(party: .finesse, target: "/finesse/api/SystemInfo")
        for _ in 0..<3 { _ = await client.sandbox.answer(info) }
        guard case .events(let events) = await client.server.answer(client.request("GET", "/control/events?after=1"))
        else {
            Issue.record("no events")
            return
        }
        var seen: [String] = []
        for await event in events where event.hasPrefix("event: request\n") {
            seen.append(String(event.split(separator: "\n")[1]))
            if seen.count == 2 { _ = await client.sandbox.answer(info) }
            if seen.count == 3 { break }
        }
        #expect(seen == ["id: 2", "id: 3", "id: 4"])
    }

    @Test("a reset forgets everything and takes the switches back")
    func reset() async throws {
        let client = try await ControlClient(.with { $0.desktop.callbackAnswer = .redirect })
        let chain = ChainClient(sharing: client.sandbox)
        let token = try #require(try await chain.signIn().json?["token"])
        let rest = RESTClient(sandbox: client.sandbox, authorization: "Bearer \(token)")
        _ = await rest.change("98411", to: "LOGIN", extra: "<extension>1001</extension>")
        // Accepted and not yet done: it must not come after the reset.
        _ = await rest.put("/finesse/api/User/98411", "<User><state>READY</state></User>")
        _ = await client.send("PATCH", "/control/configuration", #"{"desktop":{"callbackAnswer":"json"}}"#)
        #expect(await client.send("POST", "/control/reset", "{}").status == 204)
        await client.sandbox.clock.advance(by: .seconds(1))
        #expect(client.sandbox.configuration.desktop.callbackAnswer == .redirect)
        #expect(client.sandbox.journal.entries.isEmpty)
        #expect(await client.sandbox.agentState(of: "98411") == "LOGOUT")
        try await chain.signIn()
        #expect(chain.hops.contains { $0.hasPrefix("POST identityProvider") })
    }

    @Test("what is not there says so, and a wrong method which there are")
    func notThere() async throws {
        let client = try await ControlClient()
        #expect(await client.send("GET", "/control/nothing").status == 404)
        #expect(await client.send("GET", "/elsewhere").status == 404)
        let answer = await client.send("PUT", "/control/clock", "{}")
        #expect(answer.status == 405)
        #expect(answer.json?["detail"]?.string?.contains("GET, POST") == true)
    }

    @Test("a node is killed and brought back by its name")
    func nodes() async throws {
        let client = try await ControlClient()
        func states() async -> [String] {
            await client.get("/control/nodes")?["nodes"]?.array?.compactMap { $0["state"]?.string } ?? []
        }
        #expect(await states() == ["running", "running", "running"])
        #expect(await client.send("POST", "/control/nodes/ids.autobot.cvp/kill", "{}").status == 200)
        #expect(await states() == ["running", "killed", "running"])
        #expect(await client.send("POST", "/control/nodes/ids.autobot.cvp/recover", "{}").status == 200)
        #expect(await states() == ["running", "running", "running"])
        let answer = await client.send("POST", "/control/nodes/elsewhere/pause", "{}")
        #expect(answer.status == 404)
        #expect(answer.json?["detail"]?.string?.contains("finesse1.xyz.com") == true)
    }

    @Test("a snapshot is taken along and put back")
    func snapshot() async throws {
        let client = try await ControlClient()
        let chain = ChainClient(sharing: client.sandbox)
        try await chain.signIn()
        let taken = await client.send("GET", "/control/snapshot")
        #expect(taken.status == 200)
        #expect(await client.send("POST", "/control/reset", "{}").status == 204)
        #expect(await client.get("/control/users")?["users"]?.array?.first?["tokens"]?.array?.isEmpty == true)
        #expect(await client.send("PUT", "/control/snapshot", taken.text).status == 204)
        #expect(await client.get("/control/users")?["users"]?.array?.first?["tokens"]?.array?.count == 1)
        #expect(await client.send("PUT", "/control/snapshot", "{}").status == 422)
    }

    @Test("every route stands in the description, and the written one is the served one")
    func openAPI() async throws {
        let client = try await ControlClient()
        let document = try #require(await client.get("/control/openapi.json"))
        for route in ControlServer.routes {
            let operation = document["paths"]?[route.path]?[route.method.lowercased()]
            #expect(operation?["summary"]?.string == route.summary, "\(route.method) \(route.path)")
        }
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../docs/sandbox-control.openapi.json").standardized
        let text = ControlOpenAPI.document(of: ControlServer.routes).indentedText() + "\n"
        if ProcessInfo.processInfo.environment["WRITE_OPENAPI"] == "1" { try Data(text.utf8).write(to: file) }
        #expect(
            try String(contentsOf: file, encoding: .utf8) == text,
            "WRITE_OPENAPI=1 make test ARGS=\"--filter ControlRouteTests\" writes it anew; then read the difference."
        )
    }
}
