import ArgumentParser
import Finesse
import FinesseSSO
import FinesseTypes

/// Shows or changes the agent's state.
struct StateCommand: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "state",
        abstract: "Shows or changes the agent's state, and waits until it is so.",
        discussion: """
            LOGIN needs the extension of the agent's phone.

            Examples:
              finessectl state
              finessectl state LOGIN --extension 98411
              finessectl state READY
              finessectl state NOT_READY --reason 12
            """
    )

    /// What can be asked for.
    enum Target: String, CaseIterable, ExpressibleByArgument {
        case login = "LOGIN"
        case ready = "READY"
        case notReady = "NOT_READY"
        case logout = "LOGOUT"

        init?(argument: String) {
            self.init(rawValue: argument.uppercased().replacing("-", with: "_"))
        }
    }

    @Argument(help: "The state to change to: LOGIN, READY, NOT_READY or LOGOUT; leave it out to see the present one.")
    var state: Target?

    @Option(name: .customLong("extension"), help: ArgumentHelp("The agent's phone, for LOGIN.", valueName: "number"))
    var phoneExtension: String?

    @Option(help: ArgumentHelp("The id of a reason code, for NOT_READY and LOGOUT.", valueName: "id"))
    var reason: Int?

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard (state == .login) == (phoneExtension != nil) else {
            throw ValidationError("LOGIN and --extension belong together: finessectl state LOGIN --extension 98411.")
        }
        guard reason == nil || state == .notReady || state == .logout else {
            throw ValidationError("--reason goes with NOT_READY and LOGOUT.")
        }
    }

    func run(in context: CommandContext) async throws {
        try await CommandFailure.explaining {
            let connection = try Connection(connection, in: context)
            let session = try await connection.freshSession()
            let client = try connection.client(for: session)
            let user = try await apply(client, try session.requiredLoginID, context)
            var report = Report()
            report.add("loginId", "login id", user.loginID.rawValue)
            report.add("state", "state", user.state.rawValue)
            report.add("pendingState", "state after the call", user.pendingState?.rawValue)
            report.add("extension", "extension", user.phoneExtension)
            output.show(report, on: context.console)
        }
    }

    private func apply(_ client: FinesseClient, _ id: LoginID, _ context: CommandContext) async throws -> User {
        switch (state, phoneExtension) {
        case (.login, let phoneExtension?):
            try await client.signIn(id, phoneExtension: phoneExtension)
            return try await client.confirm(.signedIn, of: id).user
        case (.ready, _):
            try await client.changeState(of: id, to: .ready)
            return try await client.confirm(.state(.ready), of: id).user
        case (.notReady, _):
            try await client.changeState(of: id, to: .notReady, reasonCodeID: reason)
            return try await client.confirm(.state(.notReady), of: id).user
        case (.logout, _):
            try await client.signOut(id, reasonCodeID: reason)
            return try await client.confirm(.signedOut, of: id).user
        default:
            return try await client.user(id)
        }
    }
}
