import ArgumentParser
import Finesse

/// Puts a call on hold.
struct HoldCommand: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "hold",
        abstract: "Puts a call on hold, and waits until it is.",
        discussion: """
            Example:
              finessectl hold
            """
    )

    @Argument(help: "The call; the one you talk in where it is left out.")
    var dialog: String?

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run(in context: CommandContext) async throws {
        try await CommandFailure.explaining {
            let agent = try await AgentDesk(connection, in: context).agent()
            let dialog = try await agent.hold(dialog.map { ObjectID($0) })
            output.show(Report(dialog, try await agent.situation().user), on: context.console)
        }
    }
}
