import FinesseSandbox
import Testing

@testable import FinesseCLI

@Suite("finessectl, who is there and what waits", .timeLimit(.minutes(5)))
struct DeskListTests {
    private static let agent = "sjefferson"
    private static let supervisor = "mwitwicky"

    @Test("shows a supervisor the agents of the team, and everybody the own teams and queues")
    func lists() async throws {
        try await Desk.with([Self.agent: "2001", Self.supervisor: "2002"]) { (desk: Desk) async throws in
            let agents = await desk.run(Self.supervisor, "agents")
            #expect(agents.status == 0 && agents.output.count == 3)
            #expect(agents.output[0].hasPrefix("TEAM              LOGIN ID  NAME "))
            #expect(agents.output[1].hasPrefix("FunctionalAgents  98411     AGENT 98411       NOT_READY  –"))
            let all = try await desk.run(Self.supervisor, "agents", "--team", "5000", "--all", "--json").rows()
            #expect(all.map { $0["loginId"] } == ["98411", "98412", "98413", "98414"].map(JSON.text))
            #expect(all.map { $0["state"] } == ["NOT_READY", "NOT_READY", "LOGOUT", "LOGOUT"].map(JSON.text))

            let teams = await desk.run(Self.supervisor, "teams")
            #expect(
                teams.output == ["ID    NAME              MEMBER  SUPERVISED", "5000  FunctionalAgents  yes     yes"]
            )
            let own = try await desk.run(Self.agent, "teams", "--json").rows()
            #expect(own.map { $0["supervised"] } == [.flag(false)] && own.map { $0["member"] } == [.flag(true)])

            let queues = await desk.run(Self.agent, "queues")
            #expect(queues.output.first?.hasPrefix("ID  NAME     WAITING  LONGEST SINCE  READY  NOT READY") == true)
            #expect(queues.output.dropFirst().first?.hasPrefix("10  Sales    0        –") == true)
            let counted = try await desk.run(Self.supervisor, "queues", "--json").rows()
            #expect(counted.map { $0["name"] } == [.text("Sales"), .text("Support")])
            #expect(counted.map { $0["agentsNotReady"] } == [.number(2), .number(2)])
            #expect(counted.map { $0["longestSince"] } == [.null, .null])
        }
    }

    @Test("tells who is no supervisor so, and whoever asks for a team that is none where the ids are")
    func refusals() async throws {
        try await Desk.with([Self.agent: "2001"]) { (desk: Desk) async throws in
            let agents = await desk.run(Self.agent, "agents")
            #expect(agents.status == ExitStatus.serverError.rawValue && agents.output.isEmpty)
            #expect(
                agents.message
                    == """
                    finessectl: The server does not show 98411 the agents of team 5000: that is for the team's supervisors and \
                    for administrators. "finessectl teams" lists the teams that you supervise; sign a supervisor in with \
                    "finessectl login --user NAME".
                    """
            )
            let team = await desk.run(Self.agent, "agents", "--team", "FunctionalAgents")
            #expect(team.status == ExitStatus.serverError.rawValue)
            #expect(
                team.message.contains("There is no team FunctionalAgents. --team takes an id; \"finessectl teams\"")
            )
        }
    }

    @Test("keeps the rules of Unified CCX: no call from READY, no variables of a call, nothing counted in queues")
    func express() async throws {
        var configuration = SandboxConfiguration()
        configuration.deployment = .uccx
        try await Desk.with([Self.agent: "2001"], configuration) { (desk: Desk) async throws in
            let queues = await desk.run(Self.agent, "queues")
            #expect(
                queues.output.last == "11  Support  –        –              –      –          –        –            –"
            )
            let variables = await desk.run(Self.agent, "call", "2003", "--variable", "callVariable1=gold")
            #expect(variables.status == ExitStatus.serverError.rawValue)
            #expect(variables.message.contains("mediaProperties are not allowed in this deployment"))
            #expect(variables.message.contains("Unified CCX takes no --variable: leave it out."))
            #expect(await desk.run(Self.agent, "state", "READY").status == 0)
            let call = await desk.run(Self.agent, "call", "2003")
            #expect(call.message.contains("cannot make a call now: the state is READY."))
            #expect(call.message.contains("finessectl state NOT_READY"))
        }
    }
}
