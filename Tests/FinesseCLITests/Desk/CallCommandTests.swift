import Testing

@testable import FinesseCLI

@Suite("finessectl, a call from its first ring to its end", .timeLimit(.minutes(5)))
struct CallCommandTests {
    private static let agent = "sjefferson"
    private static let colleague = "bwitwicky"

    @Test("calls, answers, holds, retrieves and drops; each command returns when it is so")
    func wholeCall() async throws {
        try await Desk.with([Self.agent: "2001", Self.colleague: "2003"]) { (desk: Desk) async throws in
            let variables = ["--variable", "callVariable1=gold"]
            let made = await desk.run(Self.agent, "call", "2003", variables[0], variables[1])
            #expect(made.status == 0)
            #expect(
                made.output.map { $0.split(separator: " ").dropFirst().last ?? "" }.dropFirst().prefix(2) == [
                    "ALERTING", "INITIATED",
                ]
            )
            let list = await desk.run(Self.colleague, "dialogs")
            #expect(list.output.first == "ID        STATE     FROM  TO    QUEUE  YOU       ACTIONS")
            let row = try #require(list.output.dropFirst().first)
            #expect(row.hasSuffix("ALERTING  2001  2003  –      ALERTING  ANSWER"))
            let id = try #require(row.split(separator: " ").first.map(String.init))

            let answered = try await desk.object(Self.colleague, "answer", id)
            #expect(answered["id"] == .text(id) && answered["ownState"] == .text("ACTIVE"))
            #expect(try await desk.object(Self.agent, "hold")["ownState"] == .text("HELD"))
            let rows = try await desk.run(Self.agent, "dialogs", "--json").rows()
            #expect(rows.map { $0["actions"] } == [.list(["RETRIEVE", "DROP", "UPDATE_CALL_DATA"])])
            #expect(try await desk.object(Self.agent, "retrieve")["ownState"] == .text("ACTIVE"))

            let dropped = try await desk.object(Self.agent, "drop")
            #expect(dropped["calls"] == .list([]) && dropped["state"] == .text("NOT_READY"))
            #expect(await desk.run(Self.agent, "dialogs").output == ["You are in no call."])
            #expect(await desk.run(Self.agent, "dialogs", "--json").output == ["[]"])
        }
    }

    @Test("says of a call that cannot be had why not, and by which commands it goes on")
    func refusals() async throws {
        try await Desk.with([Self.agent: "2001", Self.colleague: "2003"]) { (desk: Desk) async throws in
            let idle = await desk.run(Self.agent, "hold")
            #expect(idle.status == ExitStatus.failure.rawValue)
            #expect(
                idle.message
                    == """
                    finessectl: Agent 98411 cannot hold now: there is no call (the state is NOT_READY). Possible now: \
                    finessectl state READY, finessectl state NOT_READY, finessectl call NUMBER, finessectl state LOGOUT.
                    """
            )
            let id = try #require(try await desk.object(Self.agent, "call", "2003")["id"]?.text)
            let unknown = await desk.run(Self.colleague, "answer", "99")
            #expect(unknown.message.contains("cannot answer call 99 now: there is no such call (\(id) is ALERTING)."))
            #expect(unknown.message.contains("finessectl answer") == false)
            #expect(await desk.run(Self.colleague, "answer").status == 0)
            #expect(await desk.run(Self.colleague, "answer").message.contains("no call rings (\(id) is ACTIVE)"))
            let second = await desk.run(Self.agent, "call", "5551212")
            #expect(second.message.contains("cannot make a call now: there is a call already (\(id) is ACTIVE)."))
            #expect(second.message.contains("finessectl call NUMBER --consult, finessectl transfer, finessectl drop"))
            let held = await desk.run(Self.agent, "retrieve", id)
            #expect(held.message.contains("cannot retrieve call \(id) now: it is ACTIVE."))
        }
    }

    @Test("says what became of a number that nobody can be reached at, and how the failed call is left")
    func failedCall() async throws {
        try await Desk.with([Self.agent: "2001"]) { (desk: Desk) async throws in
            let bad = await desk.run(Self.agent, "call", "20o3")
            #expect(bad.status == ExitStatus.serverError.rawValue)
            #expect(
                bad.message
                    == """
                    finessectl: The call of agent 98411 to 20o3 reached nobody (BAD_DESTINATION). The failed call stays until \
                    it is dropped. Check the number, or call again later. "finessectl drop" drops it.
                    """
            )
            #expect(await desk.run(Self.agent, "call", "2003").message.contains("there is a call already"))
            #expect(try await desk.object(Self.agent, "drop")["calls"] == .list([]))
            let own = await desk.run(Self.agent, "call", "2001")
            #expect(own.message.contains("toAddress is fromAddress"))
            #expect(own.message.contains("Change what the error names, then repeat the call."))
            let variable = await desk.run(Self.agent, "call", "2003", "--variable", "colour=red")
            #expect(variable.message.contains("they are callVariable1 to callVariable10 and user.NAME"))
        }
    }

    @Test("sends an agent who has no phone yet to the sign-in there")
    func withoutPhone() async throws {
        try await Desk.with([:]) { (desk: Desk) async throws in
            #expect(try await desk.box.login(Self.agent) == 0)
            for words in [["answer"], ["drop", "7"], ["call", "2003"]] {
                let status = await FinesseProgram.run(words, in: desk.box.test.context)
                #expect(status == ExitStatus.failure.rawValue)
                let message = try #require(desk.box.test.takeTalk().last)
                #expect(
                    message.hasSuffix("the state is LOGOUT. Possible now: finessectl state LOGIN --extension NUMBER.")
                )
            }
        }
    }
}
