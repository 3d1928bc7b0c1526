import Testing

@testable import FinesseSandbox

@Suite("Queues, callers and campaigns of the sandbox, Finesse REST guide, Queue and Outbound Option")
struct QueueTests {
    @Test(
        "a caller reaches the agent who is ready the longest, and both sides' work is followed by work after the call"
    )
    func caller() async throws {
        let centre = try await Centre()
        await centre.signIn("1002", then: "READY")
        await centre.advance(.seconds(1))
        await centre.signIn("1001", then: "READY")
        let before = await centre.lastEvent
        try await centre.sandbox.bringCaller(
            to: "10",
            variables: ["callVariable1": "gold"],
            patience: .zero,
            handleTime: .zero
        )
        #expect([await centre.user("1001"), await centre.user("1002")] == ["READY", "RESERVED"])
        let call = try #require(await centre.dialogs("1002").first)
        let document = await centre.client("1002").get("/finesse/api/Dialog/\(call)")
        #expect(
            ["callType", "queueNumber", "queueName", "fromAddress", "toAddress", "value"].map { document.element($0) }
                == ["PREROUTE_ACD_IN", "10", "Sales", "4085550123", "8000", "gold"]
        )
        await centre.act("1002", "ANSWER", on: call)
        #expect(await centre.user("1002") == "TALKING")
        await centre.act("1002", "DROP", on: call)
        #expect(await centre.user("1002") == "WORK_READY")
        #expect(await centre.parties(call, as: "1002")["21002"] == "WRAP_UP")
        #expect(await centre.actions(call, of: "1002") == ["UPDATE_CALL_DATA"])
        await centre.advance(.seconds(30))
        #expect(await centre.user("1002") == "READY")
        #expect(await centre.dialogs("1002") == [])
        #expect(
            await centre.events("User/1002/Dialogs", after: before) == [
                "POST ALERTING", "PUT ACTIVE", "PUT ACTIVE", "PUT DROPPED", "DELETE DROPPED",
            ]
        )
    }

    @Test("not ready chosen during the call leads to work that ends there, at once when the agent says so")
    func workNotReady() async throws {
        let centre = try await Centre()
        await centre.signIn("1001", then: "READY")
        try await centre.sandbox.bringCaller(patience: .zero, handleTime: .seconds(60))
        let call = try #require(await centre.dialogs("1001").first)
        await centre.act("1001", "ANSWER", on: call)
        _ = await centre.client("1001").change("1001", to: "NOT_READY")
        #expect(await centre.user("1001") == "TALKING")
        await centre.advance(.seconds(60))
        #expect(await centre.user("1001") == "WORK")
        _ = await centre.client("1001").change("1001", to: "READY")
        #expect(await centre.user("1001") == "READY")
        #expect(await centre.dialogs("1001") == [])
    }

    @Test(
        "work follows a call between agents only where the settings require it, of the side that they are for",
        arguments: [
            (SandboxWrapUp.notAllowed, SandboxWrapUp.optional, "NOT_READY", "NOT_READY"),
            (.required, .optional, "WORK", "NOT_READY"), (.notAllowed, .required, "NOT_READY", "WORK"),
            (.optional, .requiredWithData, "NOT_READY", "WORK"),
        ]
    )
    func settings(_ outgoing: SandboxWrapUp, _ incoming: SandboxWrapUp, _ caller: String, _ called: String) async throws
    {
        let centre = try await Centre { configuration in
            for index in configuration.users.indices {
                configuration.users[index].wrapUpOnOutgoing = outgoing
                configuration.users[index].wrapUpOnIncoming = incoming
            }
        }
        await centre.signIn("1001", "1002")
        await centre.begin("1001", to: Centre.phone("1002"))
        let call = try #require(await centre.dialogs("1002").first)
        await centre.act("1002", "ANSWER", on: call)
        await centre.act("1001", "DROP", on: call)
        let states = [await centre.user("1001"), await centre.user("1002")]
        #expect(states == [caller, called])
    }

    @Test("a call that nobody answers goes back to its queue, and the caller gives up in the end")
    func noAnswer() async throws {
        let centre = try await Centre()
        await centre.signIn("1001", then: "READY")
        await centre.advance(.seconds(1))
        await centre.signIn("1002", then: "READY")
        try await centre.sandbox.bringCaller(patience: .seconds(40), handleTime: .zero)
        #expect(await centre.user("1001") == "RESERVED")
        await centre.advance(.seconds(15))
        #expect([await centre.user("1001"), await centre.user("1002")] == ["READY", "RESERVED"])
        await centre.advance(.seconds(25))
        #expect([await centre.user("1001"), await centre.user("1002")] == ["READY", "READY"])
        #expect(await centre.sandbox.world.counters.abandoned == 1)
        #expect(await centre.sandbox.world.waitingCallers == 0)
    }

    @Test("a caller waits until an agent of the queue's teams is ready")
    func waiting() async throws {
        let centre = try await Centre()
        await centre.signIn("1010", then: "READY")
        try await centre.sandbox.bringCaller(patience: .zero, handleTime: .zero)
        let queue = await centre.client("1001").get("/finesse/api/Queue/10")
        #expect(queue.element("callsInQueue") == "1")
        #expect(queue.element("startTimeOfLongestCallInQueue") != "")
        #expect(queue.element("agentsLoggedOn") == "0")
        await centre.signIn("1001", then: "READY")
        #expect(await centre.user("1001") == "RESERVED")
        #expect(await centre.user("1010") == "READY")
        await #expect(throws: SandboxError.self) { try await centre.sandbox.bringCaller(to: "99") }
    }

    @Test("statistics count every agent once, are -1 where nobody is assigned and in Unified CCX, and are told")
    func statistics() async throws {
        let centre = try await Centre()
        await centre.signIn("1001", "1002", "1003")
        await centre.signIn("1004", then: "READY")
        _ = try await centre.talk("1001", "1002")
        let queue = await centre.client("1001").get("/finesse/api/Queue/10")
        #expect(
            ["callsInQueue", "agentsReady", "agentsNotReady", "agentsTalkingInternal", "agentsLoggedOn"].map {
                queue.element($0)
            } == ["0", "1", "1", "2", "4"]
        )
        #expect(await centre.client("1001").get("/finesse/api/Queue/12").element("callsInQueue") == "-1")
        #expect(await centre.client("1001").get("/finesse/api/Queue/99").element("ErrorType") == "Not Found")
        #expect(
            await centre.client("1001").get("/finesse/api/User/1002/Queues").text.split(separator: "<Queue>").count == 3
        )
        #expect(await centre.client("1001").get("/finesse/api/User/7/Queues").element("ErrorType") == "User Not Found")
        #expect(await centre.events("Queue/10").isEmpty)
        await centre.advance(.seconds(10))
        #expect(await centre.events("Queue/10").count == 1)
        let express = try await Centre(.uccx)
        #expect(await express.client("1001").get("/finesse/api/Queue/10").status == 501)
        #expect(await express.client("1001").get("/finesse/api/User/1001/Queues").element("agentsReady") == "-1")
    }

    @Test("callers arrive by chance, the same for the same seed, and the pending ones survive a snapshot")
    func arrivals() async throws {
        func day(_ seed: Int, restoring: Bool) async throws -> [Int] {
            let centre = try await Centre {
                $0.contactCentre.callers.interval = .seconds(60)
                $0.contactCentre.callers.seed = seed
            }
            await centre.advance(.seconds(1800))
            if restoring { try await centre.sandbox.restore(try await centre.sandbox.snapshot()) }
            await centre.advance(.seconds(1800))
            let counters = await centre.sandbox.world.counters
            return [counters.offered, counters.abandoned]
        }
        let first = try await day(1, restoring: false)
        #expect((30...100).contains(first[0]))
        #expect(try await day(1, restoring: true) == first)
        #expect(try await day(2, restoring: false) != first)
    }

    // MARK: Campaigns

    @Test("a preview is accepted, rejected or closed by the agent, who is reserved for it")
    func preview() async throws {
        let centre = try await Centre()
        await centre.signIn("1001", then: "READY")
        for action in ["REJECT", "CLOSE"] {
            #expect(await centre.sandbox.world.reserve(.preview, customer: "4085550144") == "1001")
            #expect(await centre.user("1001") == "RESERVED_OUTBOUND_PREVIEW")
            let reservation = try #require(await centre.dialogs("1001").first)
            #expect(await centre.actions(reservation, of: "1001") == ["ACCEPT", "REJECT", "CLOSE"])
            await centre.act("1001", action, on: reservation)
            #expect(await centre.dialogs("1001") == [])
            #expect(await centre.user("1001") == "READY")
        }
        await centre.sandbox.world.reserve(.preview, customer: "4085550144")
        let reservation = try #require(await centre.dialogs("1001").first)
        let document = await centre.client("1001").get("/finesse/api/Dialog/\(reservation)")
        #expect(document.element("callType") == "OUTBOUND_PREVIEW")
        #expect(document.text.contains("PREVIEW_OUTBOUND_RESERVATION"))
        await centre.act("1001", "ACCEPT", on: reservation)
        #expect(await centre.parties(reservation, as: "1001") == ["21001": "ACCEPTED", "": "ACCEPTED"])
        await centre.advance(.seconds(3))
        let call = try #require(await centre.dialogs("1001").first)
        #expect(call != reservation)
        #expect(await centre.user("1001") == "TALKING")
        let customer = await centre.client("1001").get("/finesse/api/Dialog/\(call)")
        #expect(customer.element("callType") == "OUTBOUND")
        #expect(customer.element("toAddress") == "4085550144")
        #expect(customer.text.contains("<value>PREVIEW_OUTBOUND</value>"))
    }

    @Test("a direct preview's number is reclassified, and a callback is set and cancelled")
    func directPreview() async throws {
        let centre = try await Centre()
        await centre.signIn("1001", then: "READY")
        await centre.sandbox.world.reserve(.directPreview, customer: "4085550144")
        await centre.act("1001", "ACCEPT", on: try #require(await centre.dialogs("1001").first))
        await centre.advance(.seconds(3))
        let call = try #require(await centre.dialogs("1001").first)
        func parameter(_ name: String, _ value: String) -> String {
            "<actionParams><ActionParam><name>\(name)</name><value>\(value)</value></ActionParam></actionParams>"
        }
        func dialog() async -> SandboxAnswer { await centre.client("1001").get("/finesse/api/Dialog/\(call)") }
        await centre.act("1001", "RECLASSIFY", on: call, extra: parameter("outboundClassification", "FAX"))
        #expect(await dialog().text.contains("<value>FAX</value>"))
        let wrong = await centre.act("1001", "RECLASSIFY", on: call, extra: parameter("outboundClassification", "CAT"))
        #expect(wrong.element("ErrorType") == "Bad Request")
        #expect(await centre.act("1001", "RECLASSIFY", on: call).element("ErrorType") == "Parameter Missing")
        let time = parameter("callbackTime", "2014-03-07T14:30")
        await centre.act("1001", "UPDATE_SCHEDULED_CALLBACK", on: call, extra: time)
        await centre.act(
            "1001",
            "UPDATE_SCHEDULED_CALLBACK",
            on: call,
            extra: parameter("callbackNumber", "9785551212")
        )
        #expect(
            [await dialog().element("callbackTime"), await dialog().element("callbackNumber")].last == "4085550144"
        )
        #expect(await dialog().text.contains("<callbackNumber>9785551212</callbackNumber>"))
        let soon = await centre.act(
            "1001",
            "UPDATE_SCHEDULED_CALLBACK",
            on: call,
            extra: parameter("callbackTime", "soon")
        )
        #expect(soon.element("ErrorType") == "Invalid Input")
        await centre.act("1001", "CANCEL_SCHEDULED_CALLBACK", on: call)
        #expect(await dialog().element("scheduledCallbackInfo") == nil)
    }

    @Test("each product has the previews that its guide gives it")
    func previewsOfProducts() async throws {
        let rows: [(SandboxDeployment, SandboxRelease?, CampaignCall.Mode, Int)] = [
            (.ucce, nil, .preview, 202), (.ucce, nil, .directPreview, 202), (.ucce, .release125, .directPreview, 501),
            (.uccx, nil, .preview, 501), (.uccx, nil, .directPreview, 202),
        ]
        for (deployment, release, mode, status) in rows {
            let centre = try await Centre(deployment) { if let release { $0.apply(release) } }
            await centre.signIn("1001", then: "READY")
            await centre.sandbox.world.reserve(mode, customer: "4085550144")
            let reservation = try #require(await centre.dialogs("1001").first)
            #expect(await centre.act("1001", "CLOSE", on: reservation).status == status, "\(deployment) \(mode)")
        }
    }

    @Test("a progressive campaign reserves the agent first; Unified CCX lets nobody leave that state")
    func progressive() async throws {
        let centre = try await Centre()
        await centre.signIn("1001", then: "READY")
        await centre.sandbox.world.reserve(.progressive, customer: "4085550144")
        #expect(await centre.user("1001") == "RESERVED_OUTBOUND")
        await centre.advance(.seconds(3))
        #expect(await centre.user("1001") == "TALKING")
        let express = try await Centre(.uccx)
        await express.signIn("1001", then: "READY")
        await express.sandbox.world.reserve(.predictive, customer: "4085550144")
        #expect(await express.client("1001").change("1001", to: "NOT_READY").status == 202)
        #expect(await express.fault("1001", "")?.first == "Internal Server Error")
        #expect(await express.user("1001") == "RESERVED_OUTBOUND")
    }

    @Test("Unified CCX records, sends fewer tones, and stays talking while a call is on hold")
    func express() async throws {
        let centre = try await Centre(.uccx)
        await centre.signIn("1001", then: "READY")
        try await centre.sandbox.bringCaller(patience: .zero, handleTime: .zero)
        let call = try #require(await centre.dialogs("1001").first)
        await centre.act("1001", "ANSWER", on: call)
        #expect(await centre.actions(call, of: "1001").contains("START_RECORDING"))
        #expect(await centre.act("1001", "START_RECORDING", on: call).status == 202)
        #expect(await centre.sandbox.world.dialog(call)?.isRecorded == true)
        let tone = "<actionParams><ActionParam><name>dtmfString</name><value>A</value></ActionParam></actionParams>"
        await centre.act("1001", "SEND_DTMF", on: call, extra: tone)
        #expect(await centre.fault("1001") == ["Generic Error", "CF_VALUE_OUT_OF_RANGE", "3"])
        await centre.act("1001", "HOLD", on: call)
        #expect(await centre.user("1001") == "TALKING")
        #expect(await centre.act("1001", "START_RECORDING", on: call).apiError[0] == "Invalid State")
        #expect(await centre.act("1001", "PARTICIPANT_DROP", on: call).status == 501)
        let variables = "<mediaProperties><callvariables/></mediaProperties>"
        #expect(await centre.begin("1002", to: "1", extra: variables).element("ErrorType") == "Invalid Input")
    }
}
