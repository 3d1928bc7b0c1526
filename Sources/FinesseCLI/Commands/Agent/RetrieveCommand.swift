import ArgumentParser
import Finesse

/// Takes a call back from hold.
struct RetrieveCommand: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "retrieve",
        abstract: "Takes a call back from hold, and waits until you talk.",
        discussion: """
            Example:
              finessectl retrieve
            """
    )

    @Argument(help: "The call; the one on hold where it is left out.")
    var dialog: String?

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run(in context: CommandContext) async throws {
        try await CommandFailure.explaining {
            let agent = try await AgentDesk(connection, in: context).agent()
            let dialog = try await agent.retrieve(dialog.map { ObjectID($0) })
            output.show(Report(dialog, try await agent.situation().user), on: context.console)
        }
    }
}
