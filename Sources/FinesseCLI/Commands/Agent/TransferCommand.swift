import ArgumentParser
import Finesse

/// Hands a call over.
struct TransferCommand: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "transfer",
        abstract: "Hands a call over, and waits until you are out of it.",
        discussion: """
            With a number the call goes there at once. Without one the held call is connected with the one you talk in, after
            "finessectl call --consult".

            Examples:
              finessectl transfer 2003
              finessectl call 2003 --consult && finessectl transfer
            """
    )

    @Argument(help: "Who gets the call at once; leave it out after a consult call.")
    var number: String?

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard number?.allSatisfy(\.isWhitespace) != true else {
            throw ValidationError("The number is empty. Name who gets the call: finessectl transfer 2003.")
        }
    }

    func run(in context: CommandContext) async throws {
        try await CommandFailure.explaining {
            let agent = try await AgentDesk(connection, in: context).agent()
            let situation: AgentSituation
            if let number {
                situation = try await agent.transfer(to: number)
            } else {
                situation = try await agent.transfer()
            }
            output.show(Report(situation), on: context.console)
        }
    }
}
