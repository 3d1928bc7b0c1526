import ArgumentParser
import Foundation

/// The command at the top, which only has subcommands.
struct FinesseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "finessectl",
        abstract: "Signs agents in to Cisco Finesse in SSO mode, and shows why when it does not work.",
        discussion: """
            Try it without a Finesse system: "finessectl demo" goes through the whole sign-in on a sandbox of its own;
            "finessectl sandbox" keeps one running for other programs.

            Exit status: \(statuses)
            """,
        version: "0.1.0",
        subcommands: [
            DemoCommand.self,
            SandboxCommand.self,
            ControlCommand.self,
            ProfileCommand.self,
            TrustCommand.self,
            DoctorCommand.self,
            AuthModeCommand.self,
            LoginCommand.self,
            TokenCommand.self,
            RefreshCommand.self,
            KeepCommand.self,
            ExecCommand.self,
            WhoamiCommand.self,
            StateCommand.self,
            AgentsCommand.self,
            TeamsCommand.self,
            QueuesCommand.self,
            DialogsCommand.self,
            CallCommand.self,
            AnswerCommand.self,
            HoldCommand.self,
            RetrieveCommand.self,
            TransferCommand.self,
            ConferenceCommand.self,
            DropCommand.self,
            ReasonCodesCommand.self,
            WrapUpCommand.self,
            PhonebookCommand.self,
            APICommand.self,
            LogoutCommand.self,
            RulesCommand.self,
            TraceCommand.self,
            WhyCookieCommand.self,
            CompletionCommand.self,
        ]
    )

    private static var statuses: String {
        ExitStatus.allCases.map { "\($0.rawValue) \($0.meaning)" }.joined(separator: "; ") + "."
    }
}

/// The program: one command line in, one exit status out.
@main
enum FinesseProgram {
    static func main() async {
        exit(await run(Array(CommandLine.arguments.dropFirst()), in: .process))
    }

    /// Runs one command line.
    ///
    /// - Parameters:
    ///   - arguments: the words after the program's name.
    ///   - context: the outside.
    /// - Returns: the exit status.
    static func run(_ arguments: [String], in context: CommandContext) async -> Int32 {
        do {
            var command = try FinesseCommand.parseAsRoot(arguments)
            context.trace.name(type(of: command).configuration.commandName ?? "")
            if let command = command as? any ContextCommand {
                try await command.run(in: context)
            } else if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
            context.trace.end(ExitStatus.success.rawValue, nil, context.console)
            return ExitStatus.success.rawValue
        } catch let failure as CommandFailure {
            context.console.talk("finessectl: \(failure.message)")
            context.trace.end(failure.status.rawValue, failure.message, context.console)
            return failure.status.rawValue
        } catch is CancellationError {
            context.trace.end(ExitStatus.failure.rawValue, "It was interrupted.", context.console)
            return ExitStatus.failure.rawValue
        } catch {
            let code = FinesseCommand.exitCode(for: error)
            let message = FinesseCommand.fullMessage(for: error)
            if code.isSuccess { context.console.output(message) } else { context.console.talk(message) }
            return code.rawValue
        }
    }
}
