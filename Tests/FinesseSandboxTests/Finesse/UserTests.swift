import FinesseSandbox
import Testing

@Suite("Sandbox User, with Basic credentials")
struct UserTests {
    private func client(
        _ user: String = "sjefferson",
        _ password: String = "Ratchet-1984",
        deployment: SandboxDeployment = .ucce
    ) async throws -> RESTClient {
        let sandbox = try await FinesseSandbox.withoutServers(
            .with {
                $0.authenticationMode = .nonSSO
                $0.deployment = deployment
            }
        )
        return RESTClient(sandbox: sandbox, authorization: RESTClient.basic(user, password))
    }

    @Test("shows the user of Client Integration, by name and by id")
    func shows() async throws {
        let client = try await client()
        let byName = await client.get("/finesse/api/User/sjefferson")
        #expect(byName.status == 200)
        let names = [
            "firstName", "lastName", "loginId", "loginName", "state", "teamId", "teamName", "uri", "dialogs",
            "reasonCodeId", "wrapUpTimer", "extension", "stateChangeTime",
        ]
        #expect(
            names.map { byName.element($0) } == [
                "AGENT", "98411", "98411", "sjefferson", "LOGOUT", "5000", "FunctionalAgents",
                "/finesse/api/User/sjefferson", "/finesse/api/User/1001002/Dialogs", "-1", "30", "", "",
            ]
        )
        let byId = await client.get("/finesse/api/User/98411")
        #expect(byId.element("uri") == "/finesse/api/User/98411")
    }

    @Test("signs in, gets ready, gets not ready and signs out, each a moment after its 202")
    func wholeShift() async throws {
        let client = try await client()
        let id = "98411"
        let asked = await client.put(
            "/finesse/api/User/98411",
            "<User><state>LOGIN</state><extension>98411</extension></User>"
        )
        #expect(asked.status == 202)
        #expect(await client.sandbox.agentState(of: id) == "LOGOUT")
        await client.sandbox.clock.advance(by: .milliseconds(20))
        let user = await client.get("/finesse/api/User/98411")
        #expect(user.element("state") == "NOT_READY")
        #expect(user.element("extension") == "98411")
        #expect(user.element("stateChangeTime") == "2022-12-22T12:47:41.767Z")
        for state in ["READY", "NOT_READY", "NOT_READY", "LOGOUT"] {
            #expect(await client.change(id, to: state).status == 202)
            #expect(await client.sandbox.agentState(of: id) == state)
        }
        #expect(await client.get("/finesse/api/User/98411").element("extension") == "")
    }

    @Test("keeps the state when a signed-in agent signs in again")
    func repeatedSignIn() async throws {
        let client = try await client()
        _ = await client.change("98411", to: "LOGIN", extra: "<extension>1</extension>")
        _ = await client.change("98411", to: "READY")
        #expect(await client.change("98411", to: "LOGIN", extra: "<extension>1</extension>").status == 202)
        #expect(await client.sandbox.agentState(of: "98411") == "READY")
    }

    @Test("queues what is asked before the change before is seen")
    func queues() async throws {
        let client = try await client()
        let path = "/finesse/api/User/98411"
        #expect(await client.put(path, "<User><state>LOGIN</state><extension>1</extension></User>").status == 202)
        #expect(await client.put(path, "<User><state>READY</state></User>").status == 202)
        await client.sandbox.clock.advance(by: .milliseconds(20))
        #expect(await client.sandbox.agentState(of: "98411") == "READY")
    }

    @Test(
        "refuses what the present state does not lead to",
        arguments: [
            ([], "READY", false), ([], "NOT_READY", false), ([], "LOGOUT", false), (["READY"], "READY", false),
            (["READY"], "LOGOUT", false), (["NOT_READY"], "TALKING", false), (["NOT_READY"], "LOGOUT", true),
            (["READY"], "NOT_READY", true),
        ] as [([String], String, Bool)]
    )
    func transitions(before: [String], state: String, isAllowed: Bool) async throws {
        let client = try await client()
        if !before.isEmpty { _ = await client.change("98411", to: "LOGIN", extra: "<extension>1</extension>") }
        for step in before { _ = await client.change("98411", to: step) }
        let answer = await client.change("98411", to: state)
        #expect(answer.status == (isAllowed ? 202 : 400))
        #expect(answer.element("ErrorType") == (isAllowed ? nil : "Invalid State"))
    }

    @Test("lets a Unified CCX agent sign out from ready")
    func expressSignsOutFromReady() async throws {
        let client = try await client(deployment: .uccx)
        _ = await client.change("sjefferson", to: "LOGIN", extra: "<extension>1</extension>")
        _ = await client.change("sjefferson", to: "READY")
        #expect(await client.change("sjefferson", to: "LOGOUT").status == 202)
        #expect(await client.get("/finesse/api/User/98411").element("loginId") == "sjefferson")
    }

    @Test(
        "refuses a body it cannot use",
        arguments: [
            ("<User><state>LOGIN</state></User>", "Parameter Missing", "extension"),
            ("<User><extension>1</extension></User>", "Parameter Missing", "state"),
            ("<User><state>SLEEPING</state></User>", "Invalid Input", "state"),
            ("<User><state>LOGIN</state><extension>x</extension></User>", "Bad Request", "extension"),
            ("<User><state>READY</state><reasonCodeId>x</reasonCodeId></User>", "Invalid Input", "reasonCodeId"),
            ("<Agent/>", "Bad Request", ""), ("<User", "Bad Request", ""), ("", "Bad Request", ""),
            ("<!DOCTYPE User [<!ENTITY x 'READY'>]><User><state>&x;</state></User>", "Bad Request", ""),
        ]
    )
    func refusesBodies(body: String, type: String, data: String) async throws {
        let answer = await (try await client()).put("/finesse/api/User/98411", body)
        #expect(answer.status == 400)
        #expect(answer.element("ErrorType") == type)
        #expect(answer.element("ErrorData") == data)
    }

    @Test("refuses a body that is not declared as XML")
    func refusesType() async throws {
        let answer = await (try await client()).put(
            "/finesse/api/User/98411",
            "<User><state>READY</state></User>",
            type: "application/json"
        )
        #expect(answer.status == 415)
    }

    @Test("refuses a stranger's credentials, another user's id and, for a change, the login name")
    func refusesUsers() async throws {
        let client = try await client()
        let other = await client.get("/finesse/api/User/98412")
        #expect(other.status == 401)
        #expect(
            other.apiError == [
                "Invalid Authorization User Specified",
                "The user specified in the authentication credentials and the uri don&#39;t match", "98412",
            ]
        )
        #expect(await client.get("/finesse/api/User/nobody").apiError == ["User Not Found", "UNKNOWN_USER", "nobody"])
        #expect(await client.change("sjefferson", to: "LOGIN").status == 401)
        var stranger = client
        stranger.authorization = RESTClient.basic("nobody", "x")
        #expect(
            await stranger.get("/finesse/api/User/98411").apiError == [
                "Authentication Failure", "UNAUTHORIZED", "nobody",
            ]
        )
        for authorization in [nil, "Basic", "Basic ###", "Bearer x", "Digest x", "Basic bm9jb2xvbg=="] {
            stranger.authorization = authorization
            #expect(await stranger.get("/finesse/api/User/98411").status == 401)
        }
    }

    @Test("shows a supervisor the agents of the team, and the team")
    func supervisor() async throws {
        let client = try await client("mwitwicky", "Sector-7-Seymour")
        #expect(await client.get("/finesse/api/User/98411").status == 200)
        #expect(await client.get("/finesse/api/User/98412").text.contains("<Team>"))
    }

    @Test("locks after five wrong passwords in a row, for five minutes")
    func locks() async throws {
        var client = try await client("sjefferson", "wrong")
        for _ in 0..<5 { #expect(await client.get("/finesse/api/User/98411").refusal == .notAuthenticated) }
        client.authorization = RESTClient.basic("sjefferson", "Ratchet-1984")
        #expect(await client.get("/finesse/api/User/98411").refusal == .locked)
        await client.sandbox.clock.advance(by: .seconds(299))
        #expect(await client.get("/finesse/api/User/98411").refusal == .locked)
        await client.sandbox.clock.advance(by: .seconds(1))
        #expect(await client.get("/finesse/api/User/98411").status == 200)
    }

    @Test("counts wrong passwords in a row only")
    func countsInARow() async throws {
        let client = try await client()
        var wrong = client
        wrong.authorization = RESTClient.basic("sjefferson", "wrong")
        for _ in 0..<3 {
            for _ in 0..<4 { _ = await wrong.get("/finesse/api/User/98411") }
            #expect(await client.get("/finesse/api/User/98411").status == 200)
        }
    }

    @Test("changes nothing when another agent is signed in at the extension")
    func busyExtension() async throws {
        let first = try await client()
        var second = first
        second.authorization = RESTClient.basic("mwitwicky", "Sector-7-Seymour")
        _ = await first.change("98411", to: "LOGIN", extra: "<extension>7</extension>")
        #expect(await second.change("98412", to: "LOGIN", extra: "<extension>7</extension>").status == 202)
        #expect(await second.sandbox.agentState(of: "98412") == "LOGOUT")
    }

    @Test("takes Basic of a user without single sign-on only, in a hybrid system")
    func hybrid() async throws {
        let sandbox = try await FinesseSandbox.withoutServers(.with { $0.authenticationMode = .hybrid })
        var client = RESTClient(
            sandbox: sandbox,
            authorization: RESTClient.basic("bwitwicky", "Basic-Camaro-77")
        )
        #expect(await client.get("/finesse/api/User/98413").status == 200)
        client.authorization = RESTClient.basic("sjefferson", "Ratchet-1984")
        #expect(await client.get("/finesse/api/User/98411").refusal == .wrongMode)
    }
}
