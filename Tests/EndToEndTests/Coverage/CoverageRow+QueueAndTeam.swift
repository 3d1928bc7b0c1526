import Finesse
import FinesseSandbox
import FinesseTypes
import Testing

extension CoverageRow {
    /// Queues and teams.
    static let queueAndTeamRows = [
        CoverageRow(.queue, "counts the callers who wait and the agents who are ready") { world in
            let floor = try await Floor(world)
            let empty = try await floor.agent.client.queue("10")
            #expect(empty.name == "Sales" && empty.statistics.callsInQueue == 0 && empty.statistics.agentsNotReady == 3)
            try await world.sandbox.bringCaller(to: "10", patience: .zero, handleTime: .zero)
            let waiting = try await floor.agent.client.queue("10").statistics
            #expect(waiting.callsInQueue == 1 && waiting.startTimeOfLongestCallInQueue?.isEmpty == false)
            #expect(try await floor.agent.client.queue("12").statistics.callsInQueue == nil)
            #expect(
                await errorType { () throws(FinesseError) in try await floor.agent.client.queue("99") } == "Not Found"
            )
        },
        CoverageRow(.queue, "is not there in Unified CCX", in: RESTWorld.express) { world in
            let floor = try await Floor(world)
            let type = await errorType { () throws(FinesseError) in try await floor.agent.client.queue("10") }
            #expect(type == "Not Implemented")
        },
        CoverageRow(.userQueues, "lists the queues that an agent serves") { world in
            let floor = try await Floor(world)
            let names = try await floor.colleague.client.queues(of: floor.agent.id).items.compactMap(\.name)
            #expect(names == ["Sales", "Support"])
            let type = await errorType { () throws(FinesseError) in try await floor.agent.client.queues(of: "7") }
            #expect(type == "User Not Found")
        },
        CoverageRow(.team, "shows the team's agents to its supervisor, those signed out on request") { world in
            let floor = try await Floor(world)
            let supervisor = floor.supervisor.client
            let team = try await supervisor.team("5000", includesLoggedOutAgents: false)
            #expect(team.name == "FunctionalAgents" && team.users.count == 3)
            let whole = try await supervisor.team("5000", includesLoggedOutAgents: true)
            #expect(whole.users.contains { $0.loginID == "98414" && $0.state == .logout })
            let type = await errorType { () throws(FinesseError) in try await floor.agent.client.team("5000") }
            #expect(type == "Authorization Failure")
        },
    ]
}
