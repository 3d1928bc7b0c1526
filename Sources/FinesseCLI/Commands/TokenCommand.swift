import ArgumentParser
import FinesseSSO
import FinesseTypes

/// A usable token on standard output.
struct TokenCommand: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "token",
        abstract: "Prints a usable access token, refreshed if need be.",
        discussion: """
            The token is a secret: keep it out of logs and of shell history.

            Example:
              curl -H "Authorization: Bearer $(finessectl token)" https://finesse1.xyz.com/finesse/api/User/98411
            """
    )

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run(in context: CommandContext) async throws {
        try await CommandFailure.explaining {
            let connection = try Connection(connection, in: context)
            let session = try await connection.freshSession()
            guard let tokens = session.tokens else {
                throw CommandFailure(
                    .notSignedIn,
                    "There is no token for \(session.key). Sign in first: finessectl login."
                )
            }
            guard output.json else { return context.console.output(tokens.accessToken.reveal()) }
            var report = Report()
            report.add("token", "token", tokens.accessToken.reveal())
            report.add("user", "user", session.key.user.rawValue)
            report.add("userId", "user id", tokens.identity.userID)
            report.add("loginId", "login id", session.loginID?.rawValue)
            report.add("server", "server", "\(session.key.server)")
            report.add("expiresAt", "expires at", tokens.expiresAt.iso8601)
            report.add(
                "expiresIn",
                "expires in",
                .number(Int(tokens.expiresAt.since(context.now()).components.seconds))
            )
            output.show(report, on: context.console)
        }
    }
}
