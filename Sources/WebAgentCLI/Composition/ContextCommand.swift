import ArgumentParser

/// A command that gets its outside as a parameter.
protocol ContextCommand: AsyncParsableCommand {
    /// Does what the command says.
    ///
    /// - Parameter context: the outside.
    /// - Throws: ``CommandFailure`` with the message for the person; nothing else reaches the shell.
    func run(in context: CommandContext) async throws
}

extension ContextCommand {
    mutating func run() async throws {
        try await run(in: .process)
    }
}
