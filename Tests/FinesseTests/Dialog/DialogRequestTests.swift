import Finesse
import FinesseTypes
import HTTPTransport
import HTTPTransportTesting
import Testing

/// One typed call and the bytes it comes to.
struct DialogCall: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var method = "PUT"
    var target = "/finesse/api/Dialog/16804377"
    var body: String
    var run: @Sendable (FinesseClient) async throws(FinesseError) -> Acceptance

    static let all: [DialogCall] = [
        DialogCall(
            testDescription: "D2",
            method: "POST",
            target: "/finesse/api/User/98411/Dialogs",
            body: """
                <requestedAction>MAKE_CALL</requestedAction><fromAddress>2001</fromAddress><toAddress>5551212</toAddress>\
                <mediaProperties><callvariables><CallVariable><name>callVariable3</name><value>a&amp;b</value></CallVariable>\
                </callvariables></mediaProperties>
                """
        ) { (client) throws(FinesseError) in
            try await client.makeCall(
                for: "98411",
                from: "2001",
                to: "5551212",
                variables: [CallVariable("callVariable3", "a&b")]
            )
        },
        DialogCall(
            testDescription: "D3",
            body: "<requestedAction>HOLD</requestedAction><targetMediaAddress>2001</targetMediaAddress>"
        ) { (client) throws(FinesseError) in try await client.take(.hold, on: "16804377", at: "2001") },
        DialogCall(
            testDescription: "D4",
            body: """
                <requestedAction>UPDATE_CALL_DATA</requestedAction><mediaProperties><wrapUpReason>Sold</wrapUpReason>\
                <callvariables><CallVariable><name>user.acct[2]</name><value>7</value></CallVariable></callvariables>\
                </mediaProperties>
                """
        ) { (client) throws(FinesseError) in
            try await client.updateCallData(
                of: "16804377",
                wrapUpReason: "Sold",
                variables: [CallVariable("user.acct[2]", "7")]
            )
        },
        DialogCall(
            testDescription: "D5",
            body: """
                <requestedAction>SEND_DTMF</requestedAction><targetMediaAddress>2001</targetMediaAddress><actionParams>\
                <ActionParam><name>dtmfString</name><value>77*#A</value></ActionParam></actionParams>
                """
        ) { (client) throws(FinesseError) in try await client.sendDTMF("77*#A", to: "16804377", at: "2001") },
        DialogCall(
            testDescription: "D6",
            body: """
                <requestedAction>CONSULT_CALL</requestedAction><toAddress>2003</toAddress>\
                <targetMediaAddress>2001</targetMediaAddress>
                """
        ) { (client) throws(FinesseError) in try await client.consult("2003", from: "16804377", at: "2001") },
        DialogCall(
            testDescription: "D7",
            body: """
                <requestedAction>TRANSFER_SST</requestedAction><toAddress>2003</toAddress>\
                <targetMediaAddress>2001</targetMediaAddress>
                """
        ) { (client) throws(FinesseError) in
            try await client.transferInSingleStep("16804377", to: "2003", at: "2001")
        },
        DialogCall(
            testDescription: "D8",
            method: "POST",
            target: "/finesse/api/User/98411/Dialogs",
            body: """
                <requestedAction>SILENT_MONITOR</requestedAction><fromAddress>2001</fromAddress>\
                <toAddress>2003</toAddress>
                """
        ) { (client) throws(FinesseError) in
            try await client.monitorSilently(for: "98411", from: "2001", agent: "2003")
        },
        DialogCall(
            testDescription: "D9",
            body: "<requestedAction>DROP</requestedAction><targetMediaAddress>2001</targetMediaAddress>"
        ) { (client) throws(FinesseError) in try await client.endSilentMonitor("16804377", at: "2001") },
        DialogCall(
            testDescription: "D10",
            method: "POST",
            target: "/finesse/api/User/98411/Dialogs",
            body: """
                <requestedAction>BARGE_CALL</requestedAction><fromAddress>2001</fromAddress><toAddress>2003</toAddress>\
                <associatedDialogUri>/finesse/api/Dialog/77</associatedDialogUri>
                """
        ) { (client) throws(FinesseError) in
            try await client.barge(into: "77", for: "98411", from: "2001", agent: "2003")
        },
        DialogCall(
            testDescription: "D11",
            body: "<requestedAction>DROP</requestedAction><targetMediaAddress>2001</targetMediaAddress>"
        ) { (client) throws(FinesseError) in try await client.endBarge("16804377", at: "2001") },
        DialogCall(
            testDescription: "D12",
            body: "<requestedAction>PARTICIPANT_DROP</requestedAction><targetMediaAddress>2003</targetMediaAddress>"
        ) { (client) throws(FinesseError) in try await client.dropParticipant("2003", from: "16804377") },
        DialogCall(
            testDescription: "D13",
            body: "<requestedAction>START_RECORDING</requestedAction><targetMediaAddress>2001</targetMediaAddress>"
        ) { (client) throws(FinesseError) in try await client.startRecording("16804377", at: "2001") },
        DialogCall(
            testDescription: "D14",
            body: "<requestedAction>ACCEPT</requestedAction><targetMediaAddress>2001</targetMediaAddress>"
        ) { (client) throws(FinesseError) in
            try await client.answerOutboundPreview("16804377", .accept, at: "2001")
        },
        DialogCall(
            testDescription: "D15",
            body: "<requestedAction>REJECT</requestedAction><targetMediaAddress>2001</targetMediaAddress>"
        ) { (client) throws(FinesseError) in try await client.answerDirectPreview("16804377", .reject, at: "2001") },
        DialogCall(
            testDescription: "D16",
            body: """
                <requestedAction>RECLASSIFY</requestedAction><targetMediaAddress>2001</targetMediaAddress><actionParams>\
                <ActionParam><name>outboundClassification</name><value>ANS_MACHINE</value></ActionParam></actionParams>
                """
        ) { (client) throws(FinesseError) in
            try await client.reclassify("16804377", as: .answeringMachine, at: "2001")
        },
        DialogCall(
            testDescription: "D17, time",
            body: """
                <requestedAction>UPDATE_SCHEDULED_CALLBACK</requestedAction><targetMediaAddress>2001</targetMediaAddress>\
                <actionParams><ActionParam><name>callbackTime</name><value>2027-03-07T14:30</value></ActionParam>\
                </actionParams>
                """
        ) { (client) throws(FinesseError) in
            try await client.scheduleCallback(of: "16804377", .time("2027-03-07T14:30"), at: "2001")
        },
        DialogCall(
            testDescription: "D17, number",
            body: """
                <requestedAction>UPDATE_SCHEDULED_CALLBACK</requestedAction><targetMediaAddress>2001</targetMediaAddress>\
                <actionParams><ActionParam><name>callbackNumber</name><value>5551212</value></ActionParam></actionParams>
                """
        ) { (client) throws(FinesseError) in
            try await client.scheduleCallback(of: "16804377", .number("5551212"), at: "2001")
        },
        DialogCall(
            testDescription: "D18",
            body: """
                <requestedAction>CANCEL_SCHEDULED_CALLBACK</requestedAction>\
                <targetMediaAddress>2001</targetMediaAddress>
                """
        ) { (client) throws(FinesseError) in try await client.cancelCallback(of: "16804377", at: "2001") },
    ]
}

@Suite("Dialog, requests")
struct DialogRequestTests {
    @Test("have the documented address and body, and a mark", arguments: DialogCall.all)
    func bytes(call: DialogCall) async throws {
        let transport = script(Answer(202))
        let acceptance = try await call.run(client(transport))
        let request = try #require(transport.requests.first)
        #expect(request.method == call.method && request.target == call.target)
        let declaration = #"<?xml version="1.0" encoding="UTF-8"?>"#
        #expect(request.bodyText == "\(declaration)<Dialog>\(call.body)</Dialog>")
        #expect(request.fields.text(named: "requestId") == acceptance.requestID.rawValue)
    }

    @Test("that are refused say so", arguments: DialogCall.all)
    func refused(call: DialogCall) async {
        let body = "<ApiErrors><ApiError><ErrorType>Invalid State</ErrorType></ApiError></ApiErrors>"
        let transport = script(Answer(400, body))
        let error = await failure { () throws(FinesseError) in try await call.run(client(transport)) }
        guard case .refused(let refusal) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(refusal.errors.map(\.kind) == [.invalidState])
    }

    @Test("for reading ask the documented addresses")
    func reading() async throws {
        let transport = ScriptedTransport { (request) throws(TransportError) in
            let name = request.target.contains("Dialogs") ? "Dialogs" : "Dialog"
            return HTTPResponse(status: 200, body: Array("<\(name)/>".utf8))
        }
        let client = client(transport)
        _ = try await client.dialog("1")
        #expect(try await client.dialogs(of: "98411").isEmpty)
        #expect(try await client.taskDialogs(of: "98411").isEmpty)
        #expect(
            transport.requests.map(\.target) == [
                "/finesse/api/Dialog/1", "/finesse/api/User/98411/Dialogs", "/finesse/api/User/98411/Dialogs/Media",
            ]
        )
    }

    @Test("with digits that no phone has are not sent", arguments: ["", "12a", "E", "1 2"])
    func digits(text: String) async {
        let transport = script(Answer(202))
        let error = await failure { () throws(FinesseError) in
            try await client(transport).sendDTMF(text, to: "1", at: "2001")
        }
        #expect(error?.label == "invalid-request" && transport.requests.isEmpty)
    }

    @Test("with nothing to change are not sent")
    func nothing() async {
        let transport = script(Answer(202))
        let error = await failure { () throws(FinesseError) in try await client(transport).updateCallData(of: "1") }
        #expect(error?.label == "invalid-request" && transport.requests.isEmpty)
    }
}
