import ArgumentParser
import Finesse
import FinesseTypes

/// The agents of teams.
struct AgentsCommand: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "agents",
        abstract: "Lists the agents of the teams that you supervise, or of one team.",
        discussion: """
            Only a supervisor of the team, or an administrator, may ask.

            Examples:
              finessectl agents
              finessectl agents --team 5000 --all --json
            """
    )

    @Option(help: ArgumentHelp("Only this team.", valueName: "id"))
    var team: [String] = []

    @Flag(help: "Agents who are signed out, too.")
    var all = false

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run(in context: CommandContext) async throws {
        try await CommandFailure.explaining {
            let desk = try await AgentDesk(connection, in: context)
            var table = ReportTable(
                [
                    .init("team", "TEAM"), .init("loginId", "LOGIN ID"), .init("name", "NAME"),
                    .init("state", "STATE"), .init("reason", "REASON"), .init("since", "SINCE"),
                    .init("extension", "EXTENSION"),
                ],
                empty: "No agent of the team is signed in; --all lists those who are not, too."
            )
            for id in try await teams(desk) {
                let found = try await read(id, desk)
                for user in found.users where all || user.state.isSignedIn {
                    table.add([
                        .filled(found.name ?? id.rawValue), .text(user.loginID.rawValue), .filled(user.fullName),
                        .text(user.state.rawValue), .filled(user.reasonCode?.label), .filled(user.stateChangeTime),
                        .filled(user.phoneExtension),
                    ])
                }
            }
            output.show(table, on: context.console)
        }
    }

    /// The team with its agents.
    private func read(_ id: ObjectID<Team>, _ desk: AgentDesk) async throws -> Team {
        do throws(FinesseError) {
            return try await desk.client.team(id, includesLoggedOutAgents: all)
        } catch {
            guard case .refused(let refusal) = error else { throw error }
            switch refusal.status {
            case 401:
                throw CommandFailure(
                    .serverError,
                    "The server does not show \(desk.id) the agents of team \(id): that is for the team's supervisors and for"
                        + " administrators. \"finessectl teams\" lists the teams that you supervise; sign a supervisor in"
                        + " with \"finessectl login --user NAME\"."
                )
            case 404:
                throw CommandFailure(
                    .serverError,
                    "There is no team \(id). --team takes an id; \"finessectl teams\" lists those of yours."
                )
            default: throw error
            }
        }
    }

    /// The teams asked for, or those that the user supervises, or the user's own.
    private func teams(_ desk: AgentDesk) async throws -> [ObjectID<Team>] {
        guard team.isEmpty else { return team.map { ObjectID<Team>($0) } }
        let user = try await desk.client.user(desk.id)
        let supervised = user.supervisedTeams.compactMap(\.id)
        return supervised.isEmpty ? user.teamID.map { [ObjectID<Team>($0)] } ?? [] : supervised
    }
}

extension User {
    /// First and last name, as far as the server gives them.
    var fullName: String { [firstName, lastName].compactMap(\.self).joined(separator: " ") }
}
