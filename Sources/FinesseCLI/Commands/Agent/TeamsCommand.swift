import ArgumentParser
import Finesse
import FinesseTypes

/// The agent's teams.
struct TeamsCommand: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "teams",
        abstract: "Lists your team and the teams that you supervise.",
        discussion: """
            Example:
              finessectl teams
            """
    )

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run(in context: CommandContext) async throws {
        try await CommandFailure.explaining {
            let desk = try await AgentDesk(connection, in: context)
            let user = try await desk.client.user(desk.id)
            var table = ReportTable(
                [
                    .init("id", "ID"), .init("name", "NAME"), .init("member", "MEMBER"),
                    .init("supervised", "SUPERVISED"),
                ],
                empty: "You are in no team."
            )
            let supervised = user.supervisedTeams
            if let own = user.teamID, !supervised.contains(where: { $0.id?.rawValue == own }) {
                table.add([.text(own), .filled(user.teamName), .flag(true), .flag(false)])
            }
            for team in supervised {
                let id = team.id?.rawValue
                table.add([.filled(id), .filled(team.name), .flag(id == user.teamID), .flag(true)])
            }
            output.show(table, on: context.console)
        }
    }
}
