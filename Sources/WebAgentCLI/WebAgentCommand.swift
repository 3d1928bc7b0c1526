import ArgumentParser
import Foundation

/// The command at the top, which only has subcommands.
struct WebAgentCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "web-agent",
        abstract: "Opens web pages as a browser does, without a window, and says why each thing went as it did.",
        discussion: """
            Example:
              web-agent open https://www.example.com/ --eval document.title

            Exit status: \(statuses)
            """,
        version: "0.1.0",
        subcommands: [OpenCommand.self]
    )

    private static var statuses: String {
        ExitStatus.allCases.map { "\($0.rawValue) \($0.meaning)" }.joined(separator: "; ") + "."
    }
}

/// The program: one command line in, one exit status out.
@main
enum WebAgentProgram {
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
            var command = try WebAgentCommand.parseAsRoot(arguments)
            if let command = command as? any ContextCommand {
                try await command.run(in: context)
            } else if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
            return ExitStatus.success.rawValue
        } catch let failure as CommandFailure {
            context.console.talk(PrintableText.lines("web-agent: \(failure.message)"))
            return failure.status.rawValue
        } catch is CancellationError {
            return ExitStatus.failure.rawValue
        } catch {
            let code = WebAgentCommand.exitCode(for: error)
            let message = WebAgentCommand.fullMessage(for: error)
            if code.isSuccess { context.console.output(message) } else { context.console.talk(message) }
            return code.rawValue
        }
    }
}
