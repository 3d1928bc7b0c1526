import Testing

@testable import FinesseCLI

@Suite("finessectl, a call handed over", .timeLimit(.minutes(5)))
struct HandOverCommandTests {
    private static let agent = "sjefferson"
    private static let colleague = "bwitwicky"
    private static let supervisor = "mwitwicky"
    private static let seats: KeyValuePairs = [agent: "2001", colleague: "2003", supervisor: "2002"]

    /// The agent and the colleague talk.
    private func talk(_ desk: Desk) async throws {
        _ = try await desk.object(Self.agent, "call", "2003")
        _ = try await desk.object(Self.colleague, "answer")
    }

    @Test("asks somebody first, then connects the two or talks with both")
    func consult() async throws {
        try await Desk.with(Self.seats) { (desk: Desk) async throws in
            try await talk(desk)
            let early = await desk.run(Self.agent, "transfer")
            #expect(early.status == ExitStatus.failure.rawValue)
            #expect(early.message.contains("there is no held call with an answered consult call"))
            #expect(early.message.contains("First \"finessectl call NUMBER --consult\", and an answer there; or hand"))

            _ = try await desk.object(Self.agent, "call", "2002", "--consult")
            let unanswered = await desk.run(Self.agent, "conference")
            #expect(unanswered.message.contains(" is HELD, ") && unanswered.message.contains(" is INITIATED)"))
            _ = try await desk.object(Self.supervisor, "answer")
            #expect(try await desk.object(Self.agent, "conference")["ownState"] == .text("ACTIVE"))
            #expect(try await desk.run(Self.supervisor, "dialogs", "--json").rows().count == 1)
            _ = try await desk.object(Self.supervisor, "drop")

            _ = try await desk.object(Self.agent, "call", "2002", "--consult")
            _ = try await desk.object(Self.supervisor, "answer")
            let left = await desk.run(Self.agent, "transfer")
            #expect(left.status == 0)
            #expect(left.output[0] == "state                 NOT_READY" && left.output[2] == "calls                 –")
            let rows = try await desk.run(Self.colleague, "dialogs", "--json").rows()
            #expect(rows.map { $0["ownState"] } == [.text("ACTIVE")])
        }
    }

    @Test("hands over at once")
    func singleStep() async throws {
        try await Desk.with(Self.seats) { (desk: Desk) async throws in
            try await talk(desk)
            let situation = try await desk.object(Self.agent, "transfer", "2002")
            #expect(situation["calls"] == .list([]) && situation["state"] == .text("NOT_READY"))
            #expect(try await desk.object(Self.supervisor, "answer")["ownState"] == .text("ACTIVE"))
        }
    }
}
