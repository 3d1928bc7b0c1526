import Testing

@testable import FinesseSandbox

@Suite("Agents of the sandbox, through REST")
struct AgentTests {
    @Test("a supervisor changes agents of the own team, with the contact centre's own reason")
    func supervisor() async throws {
        let centre = try await Centre()
        await centre.signIn("1001", then: "READY")
        let path = "/finesse/api/User/1001"
        let supervisor = centre.client(Centre.supervisor)
        #expect(await supervisor.put(path, "<User><state>NOT_READY</state></User>").status == 202)
        await centre.advance()
        #expect(await centre.user("1001") == "NOT_READY")
        #expect(await centre.user("1001", "code") == "999")
        #expect(await supervisor.put(path, "<User><state>LOGOUT</state></User>").status == 202)
        await centre.advance()
        #expect(await centre.user("1001") == "LOGOUT")
        let other = await centre.client("1010").put(path, "<User><state>LOGOUT</state></User>")
        #expect(other.element("ErrorType") == "Invalid Supervisor")
        let agent = await centre.client("1002").put(path, "<User><state>LOGOUT</state></User>")
        #expect(agent.element("ErrorType") == "Invalid Authorization User Specified")
        let administrator = await centre.administrator.put(path, "<User><state>LOGOUT</state></User>")
        #expect(administrator.element("ErrorType") == "Authorization Failure")
    }

    @Test(
        "a phone that is taken or does not exist is reported as an event, and so are mobile agents where there are none",
        arguments: [("7001", "", "Device Busy"), ("7002", "", "Invalid Device"), ("21001", "", "Device Busy")] + [
            (
                "7003", "<mobileAgent><mode>CALL_BY_CALL</mode><dialNumber>1</dialNumber></mobileAgent>",
                "Mode Not Allowed"
            )
        ]
    )
    func devices(phone: String, extra: String, type: String) async throws {
        let centre = try await Centre {
            $0.contactCentre.busyDevices = ["7001"]
            $0.contactCentre.invalidDevices = ["7002"]
            $0.contactCentre.allowsMobileAgents = false
        }
        await centre.signIn("1001")
        let answer = await centre.client("1002").change(
            "1002",
            to: "LOGIN",
            extra: "<extension>\(phone)</extension>\(extra)"
        )
        #expect(answer.status == 202)
        #expect(await centre.user("1002") == "LOGOUT")
        #expect(await centre.fault("1002", "")?.first == type)
        // It can be tried again at another one.
        await centre.signIn("1002")
        #expect(await centre.user("1002") == "NOT_READY")
    }

    @Test("a mobile agent's phone is shown until the agent signs out")
    func mobile() async throws {
        let centre = try await Centre()
        let extra = "<mobileAgent><mode>NAILED_CONNECTION</mode><dialNumber>4085551234</dialNumber></mobileAgent>"
        _ = await centre.client("1001").change("1001", to: "LOGIN", extra: "<extension>9</extension>" + extra)
        #expect(await centre.user("1001", "dialNumber") == "4085551234")
        #expect(await centre.user("1001", "mode") == "NAILED_CONNECTION")
        _ = await centre.client("1001").change("1001", to: "LOGOUT")
        #expect(await centre.user("1001", "dialNumber") == nil)
    }

    @Test("a reason is shown with its code, and asked for where the system insists")
    func reasons() async throws {
        let centre = try await Centre { $0.contactCentre.requiresReasonCodes = true }
        await centre.signIn("1001", then: "READY")
        let refused = await centre.client("1001").change("1001", to: "NOT_READY")
        #expect(refused.element("ErrorData") == "finesse.api.reasoncode.require_reasoncode")
        let taken = await centre.client("1001").change("1001", to: "NOT_READY", extra: "<reasonCodeId>2</reasonCodeId>")
        #expect(taken.status == 202)
        #expect(await centre.user("1001", "reasonCodeId") == "2")
        #expect(await centre.user("1001", "label") == "Lunch")
    }

    @Test("every change is told with the request's id, to the agent and to the team")
    func events() async throws {
        let centre = try await Centre()
        await centre.signIn("1001")
        let before = await centre.lastEvent
        var request = SandboxRequest(party: .finesse, method: "PUT", target: "/finesse/api/User/1001")
        request.headers = [
            ("authorization", RESTClient.basic("a1001", "secret")), ("content-type", "application/xml"),
            ("requestid", "r-17"),
        ]
        request.body = Array("<User><state>READY</state></User>".utf8)
        #expect(await centre.sandbox.answer(request).status == 202)
        #expect(await centre.lastEvent == before)
        await centre.advance()
        let events = await centre.sandbox.world.notifications(after: before)
        #expect(events.map(\.node) == ["/finesse/api/User/1001", "/finesse/api/Team/5000/Users"])
        #expect(events.map(\.requestId) == ["r-17", ""])
        #expect(events.allSatisfy { $0.method == "PUT" && $0.source == "/finesse/api/User/1001" })
        #expect(events.allSatisfy { $0.data.contains("<state>READY</state>") })
    }

    @Test("in Unified CCE the second pending state wins; in Unified CCX it is refused as an event")
    func pending() async throws {
        let centre = try await Centre()
        await centre.signIn("1001", "1002")
        let call = try await centre.talk("1001", "1002")
        for reason in ["1", "2"] {
            _ = await centre.client("1002").change(
                "1002",
                to: "NOT_READY",
                extra: "<reasonCodeId>\(reason)</reasonCodeId>"
            )
        }
        #expect(await centre.user("1002", "pendingState") == "NOT_READY")
        await centre.act("1001", "DROP", on: call)
        #expect(await centre.user("1002", "reasonCodeId") == "2")
        #expect(await centre.user("1002", "pendingState") == "")

        let express = try await Centre(.uccx)
        await express.signIn("1001", then: "READY")
        try await express.sandbox.bringCaller(patience: .zero, handleTime: .zero)
        let dialog = try #require(await express.dialogs("1001").first)
        await express.act("1001", "ANSWER", on: dialog)
        #expect(await express.user("1001") == "TALKING")
        for _ in 0..<2 { #expect(await express.client("1001").change("1001", to: "NOT_READY").status == 202) }
        #expect(await express.fault("1001", "") == ["Invalid State", "CF_INVALID_AGENT_WORKMODE", "265"])
        #expect(await express.user("1001", "pendingState") == "NOT_READY")
    }

    @Test("the list of users is the administrator's, and a team is its supervisor's")
    func lists() async throws {
        let centre = try await Centre()
        await centre.signIn("1001")
        let users = await centre.administrator.get("/finesse/api/Users")
        #expect(users.text.split(separator: "<User>").count == 7)
        #expect(await centre.client("1001").get("/finesse/api/Users").element("ErrorType") == "Unauthorized")
        let supervisor = centre.client(Centre.supervisor)
        let team = await supervisor.get("/finesse/api/Team/5000")
        #expect(team.text.split(separator: "<User>").count == 2)
        let all = await supervisor.get("/finesse/api/Team/5000?includeLoggedOutAgents=true")
        #expect(all.text.split(separator: "<User>").count == 6)
        #expect(await supervisor.get("/finesse/api/Team/5001").element("ErrorType") == "Authorization Failure")
        #expect(await supervisor.get("/finesse/api/Team/1").status == 404)
        #expect(await centre.administrator.get("/finesse/api/Team/5001").status == 200)
        #expect(await centre.client("1001").get("/finesse/api/Team/5000").status == 401)
    }
}
