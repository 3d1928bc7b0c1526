import ArgumentParser
import FinesseSSO
import FinesseSSOWebAgent
import FinesseTypes

/// Steps 1 to 6 of the client integration.
struct LoginCommand: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "login",
        abstract: "Signs an agent in and keeps the tokens.",
        discussion: """
            Goes through the pages of the identity provider as a browser would. The tokens and the cookies of the sessions
            are kept in $XDG_STATE_HOME/finessekit (~/.local/state/finessekit), readable by you alone.

            Example:
              finessectl login --server finesse1.xyz.com --user sjefferson
            """
    )

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var password: PasswordOptions
    @OptionGroup var output: OutputOptions

    @Option(
        help: ArgumentHelp(
            "The name for the identity provider's page, where it is not the agent's.",
            valueName: "name"
        )
    )
    var idpUser: String?

    @Flag(help: "Answer a page that only asks for consent with yes.")
    var acceptConsent = false

    @Option(
        name: .customLong("allow-password-over-http"),
        help: ArgumentHelp(
            "Let the password go to this origin without encryption; may be repeated.",
            valueName: "http://host:port"
        )
    )
    var plainPasswordOrigins: [String] = []

    @Flag(help: "Ask nobody: succeed only while the session at the identity provider is alive.")
    var silent = false

    func run(in context: CommandContext) async throws {
        try await CommandFailure.explaining {
            let choices = SignInChoices(acceptsConsent: acceptConsent, plainPasswordOrigins: plainPasswordOrigins)
            let connection = try Connection(connection, signIn: choices, in: context)
            guard let user = connection.user else {
                throw CommandFailure(.usage, "Which agent? Name one with --user, or in the profile.")
            }
            let session = try await signIn(user, connection, context)
            output.show(SessionReport.report(of: session, now: context.now()), on: context.console)
        }
    }

    private func signIn(
        _ user: UserName,
        _ connection: Connection,
        _ context: CommandContext
    ) async throws -> StoredSession {
        let credentials = try silent ? nil : credentials(for: user, connection, context)
        let agent = SignInAgentFactory.agent(over: connection.transport, options: connection.signOn.options)
        await agent.restore(try await connection.storedRecords(of: user))
        let outcome = try await connection.signOn.signIn(user, credentials: credentials, agent: agent)
        guard case .signedIn(let signedIn) = outcome else {
            throw SignInAdvice.failure(for: outcome) ?? CommandFailure(.failure, "The sign-in ended without a reason.")
        }
        let session = StoredSession(
            key: SessionKey(server: signedIn.origin, user: user),
            loginID: signedIn.loginID,
            tokens: signedIn.tokens,
            records: await agent.sessionRecords()
        )
        if signedIn.tokens == nil {
            context.console.talk("This agent signs in by password with each call (NON_SSO): there is no token to keep.")
        } else {
            try await connection.store.save(session)
        }
        return session
    }

    private func credentials(
        for user: UserName,
        _ connection: Connection,
        _ context: CommandContext
    ) throws -> SignInCredentials {
        let secret = try password.source.password(
            asking: "Password of \(idpUser ?? user.rawValue) for \(connection.address):",
            prompter: context.prompter
        )
        return SignInCredentials(userName: idpUser ?? user.rawValue, password: secret)
    }
}
