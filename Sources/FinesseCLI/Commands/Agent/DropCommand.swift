import ArgumentParser
import Finesse

/// Leaves a call.
struct DropCommand: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "drop",
        abstract: "Leaves a call, and waits until you have.",
        discussion: """
            Example:
              finessectl drop
            """
    )

    @Argument(help: "The call; the one you talk in where it is left out.")
    var dialog: String?

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run(in context: CommandContext) async throws {
        try await CommandFailure.explaining {
            let agent = try await AgentDesk(connection, in: context).agent()
            let situation = try await agent.drop(dialog.map { ObjectID($0) })
            output.show(Report(situation), on: context.console)
        }
    }
}
