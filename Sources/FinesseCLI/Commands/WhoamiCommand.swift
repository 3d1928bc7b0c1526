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
            let client = try connection.client(for: session)
            let user = try await client.user(try session.requiredLoginID)
            var report = SessionReport.report(of: session, now: context.now())
            report.add("loginName", "login name", user.loginName?.rawValue)
            report.add("firstName", "first name", user.firstName)
            report.add("lastName", "last name", user.lastName)
            report.add("team", "team", user.teamName)
            report.add("roles", "roles", .list(user.roles))
            report.add("state", "state", user.state.rawValue)
            report.add("extension", "extension", user.phoneExtension)
            let skew = await skew(connection, session)
            report.add("clockSkew", "clock of the server", skew.map { "\($0)" })
            output.show(report, on: context.console)
            if let skew, skew.verdict != .harmless {
                context.console.talk(
                    "The clocks differ: \(skew). Have this machine and the server synchronised with NTP; \"finessectl doctor\" "
                        + "looks at the other servers' clocks too."
                )
            }
        }
    }

    /// The server's clock; who is signed in is known without it, and the doctor tells why it cannot be read.
    private func skew(_ connection: Connection, _ session: StoredSession) async -> ClockSkew? {
        let nodes = connection.nodes.state
        let client = FinesseClient(
            transport: connection.wire,
            origin: nodes.nodes.contains(session.key.server) ? nodes.current : session.key.server,
            credentials: (session.tokens?.accessToken).map { .bearer(FixedAccessToken($0)) } ?? .none,
            deadline: .seconds(10)
        )
        let now = connection.now
        return try? await client.systemInfo { now().milliseconds }.skew
    }
}
