import ArgumentParser

/// Step 7 of the client integration.
struct RefreshCommand: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "refresh",
        abstract: "Refreshes the access token now.",
        discussion: """
            Where the refresh token has ended, the session at the identity provider is tried, without asking anybody.

            Example:
              finessectl refresh --profile work
            """
    )

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run(in context: CommandContext) async throws {
        try await CommandFailure.explaining {
            let connection = try Connection(connection, in: context)
            let session = try await connection.refresh(try await connection.storedSession())
            output.show(SessionReport.report(of: session, now: context.now()), on: context.console)
        }
    }
}
