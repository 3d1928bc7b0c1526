import ArgumentParser
import Finesse
import FinesseSSO
import FinesseTypes

/// Who the token says this is, asked of Finesse.
struct WhoamiCommand: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "whoami",
        abstract: "Asks Finesse who is signed in here.",
        discussion: """
            Example:
              finessectl whoami --json
            """
    )

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run(in context: CommandContext) async throws {
        try await CommandFailure.explaining {
            let connection = try Connection(connection, in: context)
            let session = try await connection.freshSession()
            let user = try await connection.client(for: session).user(try session.requiredLoginID)
            var report = SessionReport.report(of: session, now: context.now())
            report.add("loginName", "login name", user.loginName?.rawValue)
            report.add("firstName", "first name", user.firstName)
            report.add("lastName", "last name", user.lastName)
            report.add("team", "team", user.teamName)
            report.add("roles", "roles", .list(user.roles))
            report.add("state", "state", user.state.rawValue)
            report.add("extension", "extension", user.phoneExtension)
            output.show(report, on: context.console)
        }
    }
}
