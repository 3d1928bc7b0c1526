import ArgumentParser
import Finesse
import FinesseTypes

/// Makes a call.
struct CallCommand: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "call",
        abstract: "Calls a number, and waits until it rings there.",
        discussion: """
            With --consult the present call is held meanwhile; then "finessectl transfer" or "finessectl conference" connects
            the two.

            Examples:
              finessectl call 5551212
              finessectl call 5551212 --variable callVariable1=gold
              finessectl call 2003 --consult
            """
    )

    @Argument(help: "The number.")
    var number: String

    @Flag(help: "Hold the present call meanwhile.")
    var consult = false

    @Option(help: ArgumentHelp("A variable of the call; may be repeated.", valueName: "name=value"))
    var variable: [String] = []

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard !number.allSatisfy(\.isWhitespace) else {
            throw ValidationError("The number is empty. Name who is called: finessectl call 2003.")
        }
        guard variable.allSatisfy({ $0.contains("=") }) else {
            throw ValidationError("--variable takes a name and a value: --variable callVariable1=gold.")
        }
        guard variable.isEmpty || !consult else {
            throw ValidationError("A consult call takes no --variable: it has those of the call that is held.")
        }
    }

    func run(in context: CommandContext) async throws {
        try await CommandFailure.explaining {
            let agent = try await AgentDesk(connection, in: context).agent()
            let variables = variable.map { text in
                let pieces = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
                return CallVariable(pieces.first ?? "", pieces.count > 1 ? pieces[1] : "")
            }
            let dialog = consult ? try await agent.consult(number) : try await dial(agent, variables)
            output.show(Report(dialog, try await agent.situation().user), on: context.console)
        }
    }

    private func dial(_ agent: FinesseAgent, _ variables: [CallVariable]) async throws -> Dialog {
        do {
            return try await agent.dial(number, variables: variables)
        } catch {
            guard case .finesse(.refused(let refusal)) = error, refusal.status == 400, !variables.isEmpty,
                agent.deployment == .express
            else { throw error }
            throw CommandFailure(.serverError, "\(error) Unified CCX takes no --variable: leave it out.")
        }
    }
}
