import ArgumentParser
import Finesse

/// Answers a call.
struct AnswerCommand: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "answer",
        abstract: "Answers the call that rings, and waits until you talk.",
        discussion: """
            Example:
              finessectl answer
            """
    )

    @Argument(help: "The call; the one that rings where it is left out.")
    var dialog: String?

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run(in context: CommandContext) async throws {
        try await CommandFailure.explaining {
            let agent = try await AgentDesk(connection, in: context).agent()
            let dialog = try await agent.answer(dialog.map { ObjectID($0) })
            output.show(Report(dialog, try await agent.situation().user), on: context.console)
        }
    }
}
