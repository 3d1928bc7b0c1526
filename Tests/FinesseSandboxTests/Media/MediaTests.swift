import Testing

@testable import FinesseSandbox

@Suite("Sandbox Media and tasks")
struct MediaTests {
    /// An agent in front of a sandbox, with what was published since.
    struct Agent {
        var client: CatalogueClient
        var id = "98411"

        var sandbox: FinesseSandbox { client.sandbox }

        init(_ change: (inout SandboxConfiguration) -> Void = { _ in }) async throws {
            client = try await CatalogueClient(change).agent
        }

        /// Asks, and lets the moment pass in which it is decided.
        @discardableResult
        func media(_ body: String) async -> SandboxAnswer { await media("5000", body) }

        @discardableResult
        func media(_ domain: String, _ body: String) async -> SandboxAnswer {
            let answer = await client.ask(
                "PUT",
                "User/\(id)/Media/\(domain)",
                "<Media>\(body)</Media>",
                headers: [("requestId", "r1")]
            )
            await sandbox.clock.advance(by: .milliseconds(20))
            return answer
        }

        func state(_ domain: String = "5000") async -> String? {
            await client.get("User/\(id)/Media/\(domain)").element("state")
        }

        /// Signs in and gets ready.
        func work(_ domain: String = "5000", most: Int = 3, interrupt: String = "IGNORE", leave: String = "CLOSE") async
        {
            await media(
                domain,
                """
                <maxDialogLimit>\(most)</maxDialogLimit><state>LOGIN</state><interruptAction>\(interrupt)\
                </interruptAction><dialogLogoutAction>\(leave)</dialogLogoutAction>
                """
            )
            await media(domain, "<state>READY</state>")
        }

        func offer(_ domain: String = "5000") async -> String {
            await sandbox.world.offer(.init(mediaId: domain))?.id ?? ""
        }

        @discardableResult
        func act(_ task: String, _ action: String) async -> SandboxAnswer {
            let body = """
                <Dialog><targetMediaAddress>\(id)</targetMediaAddress>\
                <requestedAction>\(action)</requestedAction></Dialog>
                """
            let answer = await client.ask("PUT", "Dialog/\(task)", body, headers: [("requestId", "r2")])
            await sandbox.clock.advance(by: .milliseconds(20))
            return answer
        }

        /// The code of the last error that was published, with its constant.
        func lastError() async -> String? {
            guard let last = await sandbox.notifications().last, last.data.contains("<apiErrors>") else { return nil }
            let answer = SandboxAnswer.text(last.data, type: "application/xml", status: 200)
            return "\(answer.element("errorData") ?? "") \(answer.element("errorMessage") ?? "")"
        }
    }

    @Test("an agent signs in, gets ready and not ready for a reason, and signs out")
    func shift() async throws {
        let agent = try await Agent()
        #expect(await agent.state() == "LOGOUT")
        let answer = await agent.media(
            "<maxDialogLimit>5</maxDialogLimit><state>LOGIN</state><interruptAction>ACCEPT</interruptAction>"
        )
        #expect(answer.outcome == "202")
        #expect(answer.header("requestId") == ["r1"])
        var media = await agent.client.get("User/98411/Media/5000")
        let names = [
            "uri", "id", "name", "interruptible", "maxDialogLimit", "routable", "state", "reasonCodeId",
            "interruptAction", "dialogLogoutAction", "stateChangeTime",
        ]
        #expect(
            names.map { media.element($0) } == [
                "/finesse/api/User/98411/Media/5000", "5000", "Cisco_Chat_MRD", "false", "5", "true", "NOT_READY", "-1",
                "ACCEPT", "CLOSE", "2022-12-22T12:47:41.767Z",
            ]
        )
        await agent.media("<state>READY</state>")
        #expect(await agent.state() == "READY")
        await agent.media("<state>NOT_READY</state><reasonCodeId>3</reasonCodeId>")
        media = await agent.client.get("User/98411/Media/5000")
        #expect(media.element("reasonCodeId") == "3")
        #expect(media.element("label") == "Meeting")
        await agent.media("<state>LOGOUT</state>")
        #expect(await agent.state() == "LOGOUT")
        let published = await agent.sandbox.notifications()
        #expect(published.count == 4)
        #expect(published.allSatisfy { $0.node == "/finesse/api/User/98411/Media" && $0.requestId == "" })
        #expect(published.first?.source == "/finesse/api/User/98411/Media/5000")
    }

    @Test("nothing has happened before the moment has passed")
    func asynchronous() async throws {
        let agent = try await Agent()
        let body =
            "<Media><maxDialogLimit>1</maxDialogLimit><state>LOGIN</state><interruptAction>IGNORE</interruptAction></Media>"
        #expect(await agent.client.put("User/98411/Media/5000", body).status == 202)
        #expect(await agent.state() == "LOGOUT")
        await agent.sandbox.clock.advance(by: .milliseconds(20))
        #expect(await agent.state() == "NOT_READY")
    }

    @Test("the list has every domain, of one without a skill group only the half")
    func list() async throws {
        let agent = try await Agent {
            $0.teams.append(SandboxTeam(id: "5001", name: "Other"))
            $0.mediaDomains.append(SandboxMediaDomain(id: "5009", name: "Other_MRD", teams: ["5001"]))
        }
        let list = await agent.client.get("User/98411/Media")
        #expect(list.text.contains("<MediaList>"))
        #expect(list.elements("id") == ["5000", "5001", "5009"])
        #expect(list.elements("state").count == 2)
        #expect(await agent.client.get("MediaDomain").elements("name").last == "Other_MRD")
    }

    @Test("several media are changed at once from 12.6(2) on")
    func several() async throws {
        let agent = try await Agent()
        let one = { (id: String, rest: String) in "<Media><id>\(id)</id>\(rest)</Media>" }
        let login = "<maxDialogLimit>1</maxDialogLimit><state>LOGIN</state><interruptAction>IGNORE</interruptAction>"
        let body = "<MediaList>\(one("5000", login))\(one("5001", login))</MediaList>"
        #expect(await agent.client.put("User/98411/Media", body).status == 202)
        await agent.sandbox.clock.advance(by: .milliseconds(20))
        #expect(await agent.state("5001") == "NOT_READY")
        #expect(await agent.client.put("User/98411/Media", "<MediaList/>").outcome == "400 Parameter Missing")
        let bad = "<MediaList>\(one("5000", "<state>READY</state>"))\(one("7", "<state>READY</state>"))</MediaList>"
        #expect(await agent.client.put("User/98411/Media", bad).outcome == "404 Not Found")
        try await agent.sandbox.reconfigure { $0.apply(.release125SU2) }
        #expect(await agent.client.put("User/98411/Media", body).outcome == "404 Not Found")
    }

    @Test("the elements of later releases are there from these on")
    func releases() async throws {
        let agent = try await Agent()
        #expect(await agent.client.get("User/98411/Media/5000").element("channel") == "CHAT")
        try await agent.sandbox.reconfigure { $0.apply(.release125) }
        let media = await agent.client.get("User/98411/Media/5000")
        #expect(media.element("channel") == nil)
        #expect(media.element("mediaConnected") == "false")
    }

    @Test(
        "Finesse itself refuses what goes against its rules",
        arguments: [
            ("", "400 Parameter Missing", "state"), ("<state>LOGIN</state>", "400 Parameter Missing", "maxDialogLimit"),
            ("<state>LOGIN</state><maxDialogLimit>1</maxDialogLimit>", "400 Parameter Missing", "interruptAction"),
            (
                "<state>LOGIN</state><maxDialogLimit>11</maxDialogLimit><interruptAction>IGNORE</interruptAction>",
                "400 Bad Request", "maxDialogLimit"
            ),
            (
                "<state>LOGIN</state><maxDialogLimit>1</maxDialogLimit><interruptAction>MAYBE</interruptAction>",
                "400 Bad Request", "interruptAction"
            ),
            (
                """
                <state>LOGIN</state><maxDialogLimit>1</maxDialogLimit><interruptAction>IGNORE</interruptAction>\
                <dialogLogoutAction>KEEP</dialogLogoutAction>
                """,
                "400 Bad Request", "dialogLogoutAction"
            ),
            ("<state>WORK_READY</state>", "400 Bad Request", "state"),
            ("<state>NOT_READY</state><reasonCodeId>77</reasonCodeId>", "400 Bad Request", "reasonCodeId"),
            ("<state>LOGOUT</state><reasonCodeId>1</reasonCodeId>", "400 Bad Request", "reasonCodeId"),
            ("<state>READY</state><reasonCodeId>1</reasonCodeId>", "400 Bad Request", "reasonCodeId"),
            ("<routable>perhaps</routable>", "400 Bad Request", "routable"),
        ]
    )
    func synchronous(body: String, outcome: String, data: String) async throws {
        let agent = try await Agent()
        let answer = await agent.media("5000", body)
        #expect(answer.outcome == outcome)
        #expect(answer.element("ErrorData") == data)
        #expect(await agent.sandbox.notifications().isEmpty)
    }

    @Test("media are the agent's own, of domains that are there, and of Unified CCE")
    func whose() async throws {
        let agent = try await Agent()
        let body = "<Media><state>READY</state></Media>"
        let other = await agent.client.put("User/98412/Media/5000", body)
        #expect(other.outcome == "401 Invalid Authorization User Specified")
        #expect(await agent.client.put("User/98411/Media/7", body).outcome == "404 Not Found")
        #expect(await agent.client.get("User/98411/Media/7").outcome == "404 Not Found")
        #expect(await agent.client.put("User/98411/Media/5000", "<User/>").outcome == "400 Bad Request")
        let express = try await Agent { $0.deployment = .uccx }
        for path in [
            "User/sjefferson/Media", "User/sjefferson/Media/5000", "MediaDomain", "User/sjefferson/Dialogs/Media",
        ] {
            #expect(await express.client.get(path).outcome == "501 Not Implemented")
        }
    }

    @Test("what the contact centre refuses comes as an event")
    func asynchronousErrors() async throws {
        let agent = try await Agent()
        let login = "<maxDialogLimit>1</maxDialogLimit><state>LOGIN</state><interruptAction>IGNORE</interruptAction>"
        await agent.media("<state>READY</state>")
        #expect(await agent.lastError() == "6 E_ARM_STAT_AGENT_NOT_LOGGED_IN")
        await agent.media("1", login)
        #expect(await agent.lastError() == "11 E_ARM_STAT_CANT_LOGIN_TO_VOICE_MRD")
        await agent.media(login)
        await agent.media(login)
        #expect(await agent.lastError() == "1 E_ARM_STAT_AGENT_ALREADY_LOGGED_IN")
        let event = try #require(await agent.sandbox.notifications().last)
        #expect(event.requestId == "r1")
        #expect(event.source == "/finesse/api/User/98411/Media/5000")
        #expect(event.data.contains("<errorMedia>5000</errorMedia>"))
        #expect(event.data.contains("<errorType>Agent already logged into MRD</errorType>"))
        await agent.media("<state>ACTIVE</state>")
        #expect(await agent.lastError() == "19 E_ARM_STAT_INVALID_MESSAGE_SEQUENCE")
        try await agent.sandbox.reconfigure { $0.mediaDomains[0].isOnline = false }
        await agent.media("<state>READY</state>")
        #expect(await agent.lastError() == "36 E_ARM_STAT_CC_OFFLINE")
    }

    private static let refusedSignIns: [(String, @Sendable (inout SandboxConfiguration) -> Void)] = [
        ("2 E_ARM_STAT_AGENT_NOT_FOUND", { $0.users[0].roles = ["Supervisor"] }),
        (
            "3 E_ARM_STAT_MRD_LIST_ENTRY_NOT_FOUND",
            {
                $0.teams.append(SandboxTeam(id: "5001", name: "Other"))
                $0.mediaDomains[0].teams = ["5001"]
            }
        ),
        ("27 E_ARM_STAT_LOGIN_NOT_ALLOWED_FOR_APP_PATH", { $0.mediaDomains[0].isInApplicationPath = false }),
        ("34 E_ARM_STAT_PERFORMANCE_LIMIT_EXCEEDED", { $0.mediaDomains[0].agentLimit = 0 }),
        ("36 E_ARM_STAT_CC_OFFLINE", { $0.mediaDomains[0].isOnline = false }),
    ]

    @Test(
        "a sign-in is refused by the contact centre for reasons of the configuration",
        arguments: refusedSignIns
    )
    func signIn(error: String, change: @escaping @Sendable (inout SandboxConfiguration) -> Void) async throws {
        let agent = try await Agent(change)
        await agent.media(
            "<maxDialogLimit>1</maxDialogLimit><state>LOGIN</state><interruptAction>IGNORE</interruptAction>"
        )
        #expect(await agent.lastError() == error)
    }
}
