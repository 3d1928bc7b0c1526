import Testing

@testable import FinesseSandbox

@Suite("Sandbox tasks")
struct TaskTests {
    typealias Agent = MediaTests.Agent

    @Test("a task is accepted, started, paused, resumed, wrapped up and closed, and the media shows it")
    func life() async throws {
        let agent = try await Agent()
        await agent.work()
        let task = await agent.offer()
        #expect(task.contains("_"))
        var seen: [String?] = [await agent.state()]
        for action in ["ACCEPT", "START", "PAUSE", "RESUME", "WRAP_UP"] {
            let answer = await agent.act(task, action)
            #expect(answer.outcome == "202")
            #expect(answer.header("requestId") == ["r2"])
            seen.append(await agent.state())
        }
        #expect(seen == ["RESERVED", "RESERVED", "ACTIVE", "PAUSED", "ACTIVE", "WORK_READY"])
        let dialog = await agent.client.get("Dialog/\(task)")
        #expect(
            ["mediaType", "mediaId", "mediaAddress", "state", "action", "dialedNumber"].map { dialog.element($0) } == [
                "Cisco_Chat_MRD", "5000", "98411", "WRAPPING_UP", "CLOSE", "",
            ]
        )
        #expect(await agent.client.get("User/98411/Dialogs/Media").elements("id") == [task])
        await agent.act(task, "CLOSE")
        #expect(await agent.state() == "READY")
        #expect(await agent.client.get("Dialog/\(task)").outcome == "404 Not Found")
        let events = await agent.sandbox.notifications().filter { $0.node.hasSuffix("/Dialogs/Media") }
        #expect(events.map(\.method) == ["POST", "PUT", "PUT", "PUT", "PUT", "PUT", "DELETE"])
        #expect(events.first?.source == "/finesse/api/User/98411/Media/5000/Dialogs")
        #expect(events.dropFirst().first?.source == "/finesse/api/Dialog/\(task)")
    }

    @Test("every action is allowed where the dialog says so and refused elsewhere", arguments: TaskState.allCases)
    func table(state: TaskState) {
        for action in TaskAction.allCases {
            switch TaskRules.decide(action, from: state) {
            case .success: #expect(state.actions.contains(action))
            case .failure(let fault):
                #expect(!state.actions.contains(action))
                #expect(fault == (state == .interrupted ? .interrupted : .invalidSequence))
            }
        }
    }

    @Test("an action that does not fit, or on a task that is not there, is refused as an event")
    func faults() async throws {
        let agent = try await Agent()
        await agent.work()
        let task = await agent.offer()
        await agent.act(task, "PAUSE")
        #expect(await agent.lastError() == "19 E_ARM_STAT_INVALID_MESSAGE_SEQUENCE")
        await agent.act("1_2_3", "ACCEPT")
        #expect(await agent.lastError() == "18 E_ARM_STAT_TASK_OBJECT_NOT_FOUND")
        await agent.media("<state>NOT_READY</state>")
        #expect(await agent.lastError() == "19 E_ARM_STAT_INVALID_MESSAGE_SEQUENCE")
        await agent.act(task, "ACCEPT")
        let close = """
            <Dialog><targetMediaAddress>98411</targetMediaAddress><requestedAction>CLOSE</requestedAction></Dialog>
            """
        #expect(await agent.client.put("Dialog/\(task)", close).status == 202)
        await agent.act(task, "START")
        #expect(await agent.lastError() == "6030 INVALID_DIALOG_ID: \(task)")
        #expect(await agent.sandbox.notifications().last?.requestId == "r2")
    }

    @Test("Finesse itself refuses a request that is none, or another agent's task")
    func synchronous() async throws {
        let agent = try await Agent()
        await agent.work()
        let task = await agent.offer()
        #expect(await agent.act(task, "HOLD").outcome == "400 Invalid Input")
        #expect(await agent.act(task, "").outcome == "400 Parameter Missing")
        let path = "Dialog/\(task)"
        let body = { (target: String) in
            "<Dialog><targetMediaAddress>\(target)</targetMediaAddress><requestedAction>ACCEPT</requestedAction></Dialog>"
        }
        #expect(await agent.client.put(path, body("98412")).outcome == "400 Invalid Input")
        #expect(
            await agent.client.supervisor.put(path, body("98412")).outcome == "401 Invalid Authorization User Specified"
        )
        #expect(await agent.client.supervisor.get(path).outcome == "401 Authorization Failure")
    }

    @Test("an offer that nobody accepts goes elsewhere, and no more come until the agent is routable again")
    func noAnswer() async throws {
        let agent = try await Agent()
        await agent.work()
        let task = await agent.offer()
        await agent.sandbox.clock.advance(by: .seconds(30))
        #expect(await agent.client.get("Dialog/\(task)").status == 404)
        #expect(await agent.client.get("User/98411/Media/5000").element("routable") == "false")
        #expect(await agent.offer() == "")
        await agent.media("<routable>true</routable>")
        let second = await agent.offer()
        #expect(second != "" && second != task)
        await agent.act(second, "ACCEPT")
        await agent.sandbox.clock.advance(by: .seconds(60))
        #expect(await agent.client.get("Dialog/\(second)").element("state") == "ACCEPTED")
    }

    @Test("not routable waits until what is pending has been started")
    func notRoutable() async throws {
        let agent = try await Agent()
        await agent.work()
        let task = await agent.offer()
        await agent.act(task, "ACCEPT")
        await agent.media("<routable>false</routable>")
        let routable = { await agent.client.get("User/98411/Media/5000").element("routable") }
        #expect(await routable() == "true")
        #expect(await agent.offer() == "")
        await agent.act(task, "START")
        #expect(await routable() == "false")
        #expect(await agent.state() == "ACTIVE")
        await agent.media("<routable>false</routable>")
        #expect(await routable() == "false")
    }

    @Test("an agent has as many tasks as the limit says")
    func limit() async throws {
        let agent = try await Agent()
        await agent.work(most: 2)
        let tasks = [await agent.offer(), await agent.offer(), await agent.offer()]
        #expect(tasks.last == "")
        #expect(tasks[0] != tasks[1])
        await agent.act(tasks[0], "ACCEPT")
        await agent.act(tasks[0], "START")
        // Of several states the one of work comes before the one of an offer.
        #expect(await agent.state() == "ACTIVE")
    }

    @Test("work is ended by the state ACTIVE")
    func workToActive() async throws {
        let agent = try await Agent()
        await agent.work()
        let task = await agent.offer()
        for action in ["ACCEPT", "START", "WRAP_UP"] { await agent.act(task, action) }
        await agent.media("<state>ACTIVE</state>")
        #expect(await agent.state() == "READY")
        #expect(await agent.client.get("Dialog/\(task)").status == 404)
    }

    @Test(
        "a domain that gives way is interrupted where the agent accepts that, and goes on afterwards",
        arguments: ["ACCEPT", "IGNORE"]
    )
    func interrupts(action: String) async throws {
        let agent = try await Agent()
        await agent.work("5001", interrupt: action)
        await agent.work("5000")
        let mail = await agent.offer("5001")
        for action in ["ACCEPT", "START"] { await agent.act(mail, action) }
        let chat = await agent.offer("5000")
        for action in ["ACCEPT", "START"] { await agent.act(chat, action) }
        let isInterrupted = action == "ACCEPT"
        #expect(await agent.state("5001") == (isInterrupted ? "INTERRUPTED" : "ACTIVE"))
        #expect(await agent.client.get("Dialog/\(mail)").elements("action").isEmpty == isInterrupted)
        await agent.act(mail, "PAUSE")
        #expect(
            await agent.lastError()
                == (isInterrupted ? "30 E_ARM_STAT_NOT_VALID_AFTER_INTERRUPT_ADVISORY_ACCEPT" : nil)
        )
        await agent.act(chat, "CLOSE")
        #expect(await agent.state("5001") == (isInterrupted ? "ACTIVE" : "PAUSED"))
    }

    @Test("a sign-out ends the tasks")
    func signOut() async throws {
        let agent = try await Agent()
        await agent.work()
        let task = await agent.offer()
        await agent.media("<state>LOGOUT</state>")
        #expect(await agent.client.get("Dialog/\(task)").status == 404)
        #expect(await agent.state() == "LOGOUT")
    }

    @Test(
        "a task that is given away, or that nobody accepts, is offered to somebody else as the same task's next part",
        arguments: ["transfer", "sign-out", "no answer"]
    )
    func resubmitted(way: String) async throws {
        let agent = try await Agent()
        await agent.work(leave: "TRANSFER")
        var other = agent
        other.client = agent.client.otherAgent
        other.id = "98413"
        await other.work()
        let task = await agent.offer()
        switch way {
        case "transfer":
            await agent.act(task, "ACCEPT")
            await agent.act(task, "TRANSFER")
        case "sign-out": await agent.media("<state>LOGOUT</state>")
        default: await agent.sandbox.clock.advance(by: .seconds(30))
        }
        let tasks = await other.client.get("User/98413/Dialogs/Media")
        #expect(tasks.elements("id") == [String(task.dropLast()) + "2"])
        #expect(tasks.elements("state").first == "OFFERED")
        #expect(await agent.client.get("User/98411/Dialogs/Media").elements("id").isEmpty)
    }

    @Test("a task that the Customer Collaboration Platform does not take back stays, and an event tells why")
    func keptTask() async throws {
        let agent = try await Agent { $0.mediaDomains[0].resubmissionStatus = 503 }
        await agent.work()
        let task = await agent.offer()
        await agent.act(task, "ACCEPT")
        await agent.act(task, "TRANSFER")
        #expect(await agent.lastError() == "503 HTTP 503")
        #expect(await agent.client.get("Dialog/\(task)").element("state") == "ACCEPTED")
        try await agent.sandbox.reconfigure { $0.mediaDomains[0].resubmissionStatus = nil }
        await agent.act(task, "TRANSFER")
        #expect(await agent.client.get("Dialog/\(task)").status == 404)
        // Nor is one that nobody accepted in time.
        try await agent.sandbox.reconfigure { $0.mediaDomains[0].resubmissionStatus = 404 }
        let offered = await agent.offer()
        await agent.sandbox.clock.advance(by: .seconds(30))
        #expect(await agent.client.get("Dialog/\(offered)").element("state") == "OFFERED")
        await #expect(throws: SandboxError.self) {
            try await agent.sandbox.reconfigure { $0.mediaDomains[0].resubmissionStatus = 200 }
        }
    }

    @Test("tasks and media are kept by a snapshot, with what is about to happen to them")
    func state() async throws {
        let agent = try await Agent()
        await agent.work()
        let task = await agent.offer()
        let snapshot = try SandboxSnapshot(json: try await agent.sandbox.snapshot().json())
        await agent.act(task, "ACCEPT")
        try await agent.sandbox.restore(snapshot)
        #expect(await agent.client.get("Dialog/\(task)").element("state") == "OFFERED")
        await agent.sandbox.clock.advance(by: .seconds(30))
        #expect(await agent.client.get("Dialog/\(task)").status == 404)
    }
}
