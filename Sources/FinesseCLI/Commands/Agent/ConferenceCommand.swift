import ArgumentParser
import Finesse

/// Joins two calls.
struct ConferenceCommand: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "conference",
        abstract: "Joins the held call and the one you talk in, and waits until all hear each other.",
        discussion: """
            Example:
              finessectl call 2003 --consult && finessectl conference
            """
    )

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run(in context: CommandContext) async throws {
        try await CommandFailure.explaining {
            let agent = try await AgentDesk(connection, in: context).agent()
            let dialog = try await agent.conference()
            output.show(Report(dialog, try await agent.situation().user), on: context.console)
        }
    }
}
