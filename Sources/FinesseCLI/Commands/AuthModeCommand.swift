import ArgumentParser
import FinesseSSO
import FinesseTypes

/// Step 1 and 2 of the client integration.
struct AuthModeCommand: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "auth-mode",
        abstract: "Asks how agents sign in: the system, and in a hybrid one the user.",
        discussion: """
            Example:
              finessectl auth-mode --server finesse1.xyz.com --user sjefferson
            """
    )

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run(in context: CommandContext) async throws {
        try await CommandFailure.explaining {
            let connection = try Connection(connection, in: context)
            let discovery = connection.signOn.discovery
            let server = try await connection.signOn.server(atAnyOf: connection.nodes)
            var report = Report()
            report.add("server", "server", "\(server.origin)")
            report.add("systemAuthMode", "system", server.mode.serverWord)
            report.add("deployment", "deployment", server.deployment.map { "\($0)" })
            if let user = connection.user {
                report.add("user", "user", user.rawValue)
                report.add(
                    "userAuthMode",
                    "user signs in by",
                    try await discovery.mode(of: user, on: server).serverWord
                )
            } else if server.mode == .hybrid {
                context.console.talk("Each user has a mode of their own here; name one with --user.")
            }
            output.show(report, on: context.console)
        }
    }
}
