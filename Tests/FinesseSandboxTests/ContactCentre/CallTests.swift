import Testing

@testable import FinesseSandbox

@Suite("Calls of the sandbox, Finesse REST guide, Dialog")
struct CallTests {
    @Test("a call between agents is told step by step, to each side as the guide has it")
    func lifeOfACall() async throws {
        let centre = try await Centre()
        await centre.signIn("1001", "1002")
        let before = await centre.lastEvent
        let call = try await centre.talk("1001", "1002")
        #expect(await centre.parties(call, as: "1001") == ["21001": "ACTIVE", "21002": "ACTIVE", "": "ACTIVE"])
        #expect([await centre.user("1001"), await centre.user("1002")] == ["TALKING", "TALKING"])
        await centre.act("1002", "DROP", on: call)
        #expect(
            await centre.events("User/1001/Dialogs", after: before) == [
                "POST INITIATING", "PUT INITIATED", "PUT ALERTING", "PUT ACTIVE", "PUT ACTIVE", "PUT DROPPED",
                "DELETE DROPPED",
            ]
        )
        #expect(
            await centre.events("User/1002/Dialogs", after: before) == [
                "POST ALERTING", "PUT ACTIVE", "PUT ACTIVE", "PUT DROPPED", "DELETE DROPPED",
            ]
        )
        #expect([await centre.user("1001"), await centre.user("1002")] == ["NOT_READY", "NOT_READY"])
        #expect(await centre.dialogs("1001") == [])
        #expect(await centre.client("1001").get("/finesse/api/Dialog/\(call)").status == 404)
    }

    @Test("each state of a party allows what the guide lists")
    func actions() async throws {
        let centre = try await Centre()
        await centre.signIn("1001", "1002", "1003")
        await centre.begin("1001", to: Centre.phone("1002"))
        let call = try #require(await centre.dialogs("1001").first)
        #expect(await centre.actions(call, of: "1001") == ["DROP", "UPDATE_CALL_DATA"])
        #expect(await centre.actions(call, of: "1002") == ["ANSWER"])
        await centre.act("1002", "ANSWER", on: call)
        let active = ["HOLD", "DROP", "UPDATE_CALL_DATA", "CONSULT_CALL", "TRANSFER_SST", "SEND_DTMF"]
        #expect(await centre.actions(call, of: "1001") == active)
        await centre.act("1001", "HOLD", on: call)
        #expect(await centre.user("1001") == "HOLD")
        #expect(await centre.actions(call, of: "1001") == ["RETRIEVE", "DROP", "UPDATE_CALL_DATA"])
        #expect(await centre.actions(call, of: "1002") == active)
        await centre.act("1001", "RETRIEVE", on: call)
        #expect(await centre.user("1001") == "TALKING")
        await centre.act("1001", "CONSULT_CALL", on: call, extra: "<toAddress>21003</toAddress>")
        let consult = try #require(await centre.dialogs("1003").first)
        #expect(await centre.actions(call, of: "1001").contains("TRANSFER") == false)
        await centre.act("1003", "ANSWER", on: consult)
        let held = ["RETRIEVE", "DROP", "UPDATE_CALL_DATA", "TRANSFER", "CONFERENCE"]
        #expect(await centre.actions(call, of: "1001") == held)
    }

    @Test(
        "a phone that cannot be reached fails the call with its cause, and the caller drops it",
        arguments: [
            ("5550100", "BUSY"), ("5550199", "BAD_DESTINATION"), ("nobody", "BAD_DESTINATION"), ("21002", "BUSY"),
        ]
    )
    func failures(number: String, cause: String) async throws {
        let centre = try await Centre()
        await centre.signIn("1001", "1002", "1003")
        if number == "21002" { _ = try await centre.talk("1002", "1003") }
        await centre.begin("1001", to: number)
        let call = try #require(await centre.dialogs("1001").first)
        let dialog = await centre.client("1001").get("/finesse/api/Dialog/\(call)")
        #expect(dialog.element("stateCause") == cause)
        #expect(await centre.parties(call, as: "1001") == ["21001": "FAILED", "": "FAILED"])
        #expect(await centre.actions(call, of: "1001") == ["DROP"])
        await centre.act("1001", "DROP", on: call)
        #expect(await centre.dialogs("1001") == [])
        #expect(await centre.user("1001") == "NOT_READY")
    }

    @Test("a phone outside answers after its rings")
    func outside() async throws {
        let centre = try await Centre()
        await centre.signIn("1001")
        await centre.begin("1001", to: "4085550177")
        let call = try #require(await centre.dialogs("1001").first)
        #expect(await centre.parties(call, as: "1001")["4085550177"] == "ALERTING")
        await centre.advance(.seconds(3))
        #expect(await centre.parties(call, as: "1001") == ["21001": "ACTIVE", "4085550177": "ACTIVE", "": "ACTIVE"])
    }

    @Test("an agent dials from READY in Unified CCE 12.5, and is not ready with code 50006 then")
    func fromReady() async throws {
        let centre = try await Centre()
        await centre.signIn("1001", "1002", then: "READY")
        let before = await centre.lastEvent
        let call = try await centre.talk("1001", "1002")
        let codes = await centre.sandbox.world.notifications(after: before).filter {
            $0.node == "/finesse/api/User/1001"
        }
        #expect(codes.first?.data.contains("<code>50006</code>") == true)
        await centre.act("1001", "DROP", on: call)
        #expect([await centre.user("1001"), await centre.user("1002")] == ["NOT_READY", "READY"])
        for change: (inout SandboxConfiguration) -> Void in [
            { $0.apply(.release120) }, { $0.deployment = .uccx },
        ] {
            let other = try await Centre(.ucce, change)
            _ = await other.client("1001").change("a1001", to: "LOGIN", extra: "<extension>21001</extension>")
            await other.signIn("1001", then: "READY")
            let name = other.sandbox.configuration.deployment == .uccx ? "a1001" : "1001"
            _ = await other.client("1001").change(name, to: "READY")
            await other.begin("1001", to: "4085550177")
            let faults = await other.sandbox.world.notifications(after: 0).filter { $0.data.contains("apiErrors") }
            #expect(faults.last?.data.contains("CF_INVALID_AGENT_WORKMODE") == true)
        }
    }

    // MARK: Two calls

    /// 1001 talks with 1002 and consults 1003.
    private func consulting(_ centre: Centre) async throws -> (call: String, consult: String) {
        await centre.signIn("1001", "1002", "1003")
        let call = try await centre.talk("1002", "1001")
        await centre.act("1001", "CONSULT_CALL", on: call, extra: "<toAddress>21003</toAddress>")
        let consult = try #require(await centre.dialogs("1003").first)
        await centre.act("1003", "ANSWER", on: consult)
        return (call, consult)
    }

    @Test("a consult call stands beside the call on hold, and a transfer keeps the original call")
    func transfer() async throws {
        let centre = try await Centre()
        let (call, consult) = try await consulting(centre)
        #expect(await centre.dialogs("1001") == [call, consult])
        let document = await centre.client("1001").get("/finesse/api/Dialog/\(consult)")
        #expect(document.element("associatedDialogUri") == "/finesse/api/Dialog/\(call)")
        #expect(document.element("callType") == "CONSULT")
        let before = await centre.lastEvent
        await centre.act("1001", "TRANSFER", on: call)
        #expect(
            await centre.parties(call, as: "1002") == [
                "21001": "DROPPED", "21002": "ACTIVE", "21003": "ACTIVE", "": "ACTIVE",
            ]
        )
        let survivor = await centre.client("1003").get("/finesse/api/Dialog/\(call)")
        #expect(survivor.element("secondaryId") == consult)
        #expect(survivor.element("callType") == "TRANSFER")
        #expect([survivor.element("fromAddress"), survivor.element("toAddress")] == ["21002", "21001"])
        #expect(await centre.events("User/1003/Dialogs", after: before) == ["DELETE DROPPED", "POST ACTIVE"])
        #expect(
            await centre.events("User/1001/Dialogs", after: before).suffix(2) == ["DELETE ACTIVE", "DELETE DROPPED"]
        )
        #expect(await centre.dialogs("1001") == [])
        #expect(await centre.user("1001") == "NOT_READY")
    }

    @Test("when the agent went back to the original call, the consult call survives a transfer")
    func transferTheOtherWay() async throws {
        let centre = try await Centre()
        let (call, consult) = try await consulting(centre)
        await centre.act("1001", "HOLD", on: consult)
        await centre.act("1001", "RETRIEVE", on: call)
        await centre.act("1001", "TRANSFER", on: consult)
        #expect(await centre.dialogs("1002") == [consult])
        #expect(await centre.dialogs("1003") == [consult])
        #expect(await centre.client("1002").get("/finesse/api/Dialog/\(consult)").element("secondaryId") == call)
    }

    @Test("a conference has everybody in the original call; who made it may add, and others may leave")
    func conference() async throws {
        let centre = try await Centre()
        let (call, _) = try await consulting(centre)
        await centre.act("1001", "CONFERENCE", on: call)
        let all = ["21001": "ACTIVE", "21002": "ACTIVE", "21003": "ACTIVE", "": "ACTIVE"]
        #expect(await centre.parties(call, as: "1003") == all)
        await centre.act("1003", "CONSULT_CALL", on: call, extra: "<toAddress>21004</toAddress>")
        #expect(await centre.fault("1003")?.first == "Generic Error")
        await centre.act("1003", "DROP", on: call)
        #expect(await centre.dialogs("1003") == [])
        #expect(await centre.parties(call, as: "1001")["21002"] == "ACTIVE")
        await centre.act("1001", "DROP", on: call)
        #expect(await centre.dialogs("1002") == [])
    }

    @Test("a single step transfer hands the call over; a busy phone leaves it where it is")
    func singleStep() async throws {
        let centre = try await Centre()
        await centre.signIn("1001", "1002", "1003")
        let call = try await centre.talk("1002", "1001")
        await centre.act("1001", "TRANSFER_SST", on: call, extra: "<toAddress>5550100</toAddress>")
        #expect(await centre.fault("1001")?.first == "Call Operation Failure")
        await centre.act("1001", "TRANSFER_SST", on: call, extra: "<toAddress>21003</toAddress>")
        #expect(await centre.dialogs("1001") == [])
        await centre.act("1003", "ANSWER", on: call)
        #expect(await centre.parties(call, as: "1003")["21003"] == "ACTIVE")
        #expect(await centre.client("1003").get("/finesse/api/Dialog/\(call)").element("callType") == "TRANSFER")
    }

    @Test(
        "what the call's state does not allow is accepted and reported as an event",
        arguments: [
            ("HOLD", "HOLD", ""), ("", "RETRIEVE", ""), ("", "ANSWER", ""), ("", "TRANSFER", ""),
            ("HOLD", "CONSULT_CALL", "<toAddress>21003</toAddress>"),
            ("HOLD", "TRANSFER_SST", "<toAddress>21003</toAddress>"), ("", "CONFERENCE", ""), ("", "ACCEPT", ""),
            ("", "CANCEL_SCHEDULED_CALLBACK", ""),
            (
                "", "SEND_DTMF",
                "<actionParams><ActionParam><name>dtmfString</name><value>7x</value></ActionParam></actionParams>"
            ),
        ]
    )
    func callStates(before: String, action: String, extra: String) async throws {
        let centre = try await Centre()
        await centre.signIn("1001", "1002", "1003")
        let call = try await centre.talk("1001", "1002")
        if !before.isEmpty { await centre.act("1001", before, on: call) }
        #expect(await centre.act("1001", action, on: call, extra: extra).status == 202)
        let code = action == "SEND_DTMF" ? ["CF_VALUE_OUT_OF_RANGE", "3"] : ["CF_INVALID_OBJECT_STATE", "22"]
        #expect(await centre.fault("1001") == ["Generic Error"] + code)
    }

    // MARK: Refusals

    @Test(
        "a call that could not begin is refused at once",
        arguments: [
            ("MAKE_CALL", "21001", "", "400 Invalid Destination"), ("MAKE_CALL", "", "", "400 Parameter Missing"),
            ("DIAL", "21002", "", "400 Invalid Input"), ("", "21002", "", "400 Parameter Missing"),
            ("SILENT_MONITOR", "21002", "", "401 Authorization Failure"),
            ("BARGE_CALL", "21002", "", "400 Parameter Missing"),
            ("MAKE_CALL", "21002", Self.variable("BACampaign", "x"), "400 Invalid Input"),
            ("MAKE_CALL", "21002", Self.variable("callVariable11", "x"), "400 Invalid Input"),
            (
                "MAKE_CALL", "21002", "<mediaProperties><wrapUpReason>x</wrapUpReason></mediaProperties>",
                "400 Invalid Input"
            ),
            ("MAKE_CALL", "21002", Self.variable("callVariable1", "x"), "202 "),
        ]
    )
    func refusedBeginnings(action: String, to: String, extra: String, outcome: String) async throws {
        let centre = try await Centre()
        await centre.signIn("1001")
        let answer = await centre.begin("1001", action, to: to, extra: extra)
        #expect("\(answer.status) \(answer.element("ErrorType") ?? "")" == outcome)
    }

    private static func variable(_ name: String, _ value: String) -> String {
        """
        <mediaProperties><callvariables><CallVariable><name>\(name)</name><value>\(value)</value></CallVariable>\
        </callvariables></mediaProperties>
        """
    }

    @Test("only those in a call act on it, each at the own phone")
    func whose() async throws {
        let centre = try await Centre()
        await centre.signIn("1001", "1002", "1003")
        let call = try await centre.talk("1001", "1002")
        #expect(await centre.act("1003", "DROP", on: call).apiError[0] == "Invalid Authorization User Specified")
        #expect(await centre.act("1001", "DROP", on: call, target: "21002").status == 401)
        #expect(await centre.act("1001", "DROP", on: "1").apiError[0] == "Not Found")
        #expect(await centre.act("1001", "ACCEPT", on: "1").apiError[0] == "Dialog Not Found")
        #expect(await centre.act("1001", "SLEEP", on: call).apiError[0] == "Invalid Input")
        #expect(await centre.act("1001", "CONSULT_CALL", on: call).apiError[0] == "Parameter Missing")
        #expect(await centre.act("1001", "START_RECORDING", on: call).status == 501)
        #expect(await centre.client("1003").get("/finesse/api/Dialog/\(call)").status == 401)
        #expect(await centre.client(Centre.supervisor).get("/finesse/api/Dialog/\(call)").status == 200)
        #expect(await centre.begin("1003", to: "21002", from: "21001").apiError[0] == "Invalid Input")
        let administrator = await centre.administrator.post(
            "/finesse/api/User/1001/Dialogs",
            "<Dialog><requestedAction>MAKE_CALL</requestedAction></Dialog>"
        )
        #expect(administrator.apiError[1] == "User (administrator) is not an authorizied supervisor.")
        await centre.act("1001", "HOLD", on: call)
        let digits = "<actionParams><ActionParam><name>dtmfString</name><value>7</value></ActionParam></actionParams>"
        let dtmf = await centre.act("1001", "SEND_DTMF", on: call, extra: digits)
        #expect("\(dtmf.status) \(dtmf.element("ErrorType") ?? "")" == "401 Invalid State")
    }

    // MARK: Call variables

    @Test("call variables are taken as the guide's matrix has it")
    func variables() async throws {
        let centre = try await Centre()
        await centre.signIn("1001", "1002")
        let call = try await centre.talk("1001", "1002")
        func update(_ variables: [(String, String)], _ extra: String = "") async -> SandboxAnswer {
            let list = variables.map { "<CallVariable><name>\($0)</name><value>\($1)</value></CallVariable>" }.joined()
            let answer = await centre.client("1001").put(
                "/finesse/api/Dialog/\(call)",
                """
                <Dialog><requestedAction>UPDATE_CALL_DATA</requestedAction><mediaProperties>\(extra)<callvariables>\
                \(list)</callvariables></mediaProperties></Dialog>
                """
            )
            await centre.advance()
            return answer
        }
        func value() async -> String? {
            await centre.client("1001").get("/finesse/api/Dialog/\(call)").element("value")
        }
        #expect(await update([("callVariable1", "Chuck")], "<wrapUpReason>Sales</wrapUpReason>").status == 202)
        #expect(await value() == "Chuck")
        #expect(await centre.client("1002").get("/finesse/api/Dialog/\(call)").element("wrapUpReason") == "Sales")
        for names in [["BAStatus"], ["callVariable0"], ["callVariable1", "callVariable1"], ["user.a[x]"]] {
            #expect(await update(names.map { ($0, "x") }).element("ErrorType") == "Invalid Input", "\(names)")
        }
        // Too long: an error, and nothing is updated.
        let long = String(repeating: "x", count: 41)
        #expect(await update([("callVariable1", "new"), ("callVariable2", long)]).status == 202)
        #expect(await centre.fault("1001")?.last == "3")
        #expect(await value() == "Chuck")
        // Not known to the contact centre: passed over, and the others are updated; too long there: cut off.
        let before = await centre.lastEvent
        #expect(await update([("user.unknown", "x")]).status == 202)
        #expect(await centre.lastEvent == before)
        #expect(await update([("user.unknown", "x"), ("user.microapp.locale", "en_US-long")]).status == 202)
        #expect(await centre.client("1001").get("/finesse/api/Dialog/\(call)").text.contains("<value>en_US</value>"))
    }

    // MARK: Supervisors

    @Test("a supervisor listens, joins and leaves; the agent sees a call without actions meanwhile")
    func monitorAndBarge() async throws {
        let centre = try await Centre()
        await centre.signIn("1001", "1002", Centre.supervisor)
        let call = try await centre.talk("1001", "1002")
        #expect(await centre.begin(Centre.supervisor, "SILENT_MONITOR", to: "21001").status == 202)
        let monitor = try #require(await centre.dialogs(Centre.supervisor).first)
        #expect(await centre.user(Centre.supervisor) == "TALKING")
        #expect(await centre.dialogs("1001") == [call, monitor])
        #expect(await centre.actions(monitor, of: "1001") == [])
        #expect(await centre.actions(monitor, of: Centre.supervisor) == ["DROP", "BARGE_CALL"])
        let uri = "<associatedDialogUri>/finesse/api/Dialog/\(call)</associatedDialogUri>"
        #expect(await centre.begin(Centre.supervisor, "BARGE_CALL", to: "21001", extra: uri).status == 202)
        #expect(await centre.dialogs(Centre.supervisor) == [call])
        #expect(await centre.parties(call, as: "1002")["21009"] == "ACTIVE")
        // Only a supervisor drops others, by default.
        #expect(await centre.act("1001", "PARTICIPANT_DROP", on: call, target: "21002").status == 401)
        #expect(
            await centre.act(Centre.supervisor, "PARTICIPANT_DROP", on: call, target: "4711").apiError[0]
                == "Invalid Destination"
        )
        await centre.act(Centre.supervisor, "PARTICIPANT_DROP", on: call, target: "21002")
        #expect(await centre.dialogs("1002") == [])
        await centre.act(Centre.supervisor, "DROP", on: call)
        #expect(await centre.dialogs("1001") == [])
        #expect(await centre.user(Centre.supervisor) == "NOT_READY")
    }

    @Test("listening ends with the agent's call, and has its conditions")
    func monitorEnds() async throws {
        let centre = try await Centre()
        await centre.signIn("1001", "1002", "1003", Centre.supervisor)
        await centre.begin(Centre.supervisor, "SILENT_MONITOR", to: "21001")
        #expect(await centre.fault(Centre.supervisor)?.last == "13145")
        let call = try await centre.talk("1001", "1002")
        await centre.begin(Centre.supervisor, "SILENT_MONITOR", to: "21001")
        #expect(await centre.dialogs(Centre.supervisor).count == 1)
        await centre.act("1002", "DROP", on: call)
        #expect(await centre.dialogs(Centre.supervisor) == [])
        #expect(await centre.dialogs("1001") == [])
        #expect(
            await centre.begin(Centre.supervisor, "SILENT_MONITOR", to: "4711").apiError[0] == "Invalid Destination"
        )
        let uri = "<associatedDialogUri>/finesse/api/Dialog/1</associatedDialogUri>"
        #expect(
            await centre.begin(Centre.supervisor, "BARGE_CALL", to: "21001", extra: uri).apiError[0] == "Invalid State"
        )
        _ = await centre.client(Centre.supervisor).change(Centre.supervisor, to: "READY")
        #expect(
            await centre.begin(Centre.supervisor, "SILENT_MONITOR", to: "21001").apiError[0] == "Invalid State"
        )
    }

    @Test("joining has its limits: a call on hold, a full conference, a consult call")
    func bargeLimits() async throws {
        let centre = try await Centre { $0.contactCentre.conferenceLimit = 3 }
        await centre.signIn("1001", "1002", "1003", Centre.supervisor)
        let call = try await centre.talk("1001", "1002")
        await centre.begin(Centre.supervisor, "SILENT_MONITOR", to: "21001")
        let uri = "<associatedDialogUri>/finesse/api/Dialog/\(call)</associatedDialogUri>"
        await centre.act("1001", "HOLD", on: call)
        #expect(
            await centre.begin(Centre.supervisor, "BARGE_CALL", to: "21001", extra: uri).apiError[0]
                == "Invalid Destination"
        )
        await centre.act("1001", "RETRIEVE", on: call)
        await centre.act("1002", "CONSULT_CALL", on: call, extra: "<toAddress>21003</toAddress>")
        let consult = try #require(await centre.dialogs("1003").first)
        await centre.act("1003", "ANSWER", on: consult)
        await centre.act("1002", "CONFERENCE", on: call)
        #expect(await centre.begin(Centre.supervisor, "BARGE_CALL", to: "21001", extra: uri).apiError[0] == "20700")
        try await centre.sandbox.reconfigure { $0.contactCentre.conferenceLimit = 8 }
        // 1001 is not the one who made the conference.
        #expect(await centre.begin(Centre.supervisor, "BARGE_CALL", to: "21001", extra: uri).apiError[0] == "20999")
    }
}
