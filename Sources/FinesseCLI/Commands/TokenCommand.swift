import ArgumentParser
import FinesseSSO
import FinesseTypes
import HTTPTransport

/// A usable token on standard output.
struct TokenCommand: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "token",
        abstract: "Prints a usable access token, refreshed if need be.",
        discussion: """
            A running keeper is asked first (see "finessectl help keep"); without one the token is
            refreshed here, while no other program does so. The token is a secret: keep it out of logs and
            of shell history.

            Example:
              curl -H "Authorization: Bearer $(finessectl token)" https://finesse1.xyz.com/finesse/api/User/98411
            """
    )

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run(in context: CommandContext) async throws {
        try await CommandFailure.explaining {
            let connection = try Connection(connection, in: context)
            let usable = try await connection.usableToken()
            guard output.json else { return context.console.output(usable.token.reveal()) }
            var report = Report()
            report.add("token", "token", usable.token.reveal())
            report.add("user", "user", usable.key.user.rawValue)
            report.add("userId", "user id", usable.userID)
            report.add("loginId", "login id", usable.loginID)
            report.add("server", "server", "\(usable.key.server)")
            report.add("expiresAt", "expires at", usable.expiresAt)
            report.add("expiresIn", "expires in", usable.expiresIn.map { .number($0) } ?? .absent)
            output.show(report, on: context.console)
        }
    }
}
