import ArgumentParser
import FinesseSSO
import FinesseSSOWebAgent
import FinesseTypes
import WebAgent

/// Steps 1 to 6 of the client integration.
struct LoginCommand: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "login",
        abstract: "Signs an agent in and keeps the tokens.",
        discussion: """
            Goes through the pages of the identity provider as a browser would. The tokens and the cookies of the sessions
            are kept in $XDG_STATE_HOME/finessekit (~/.local/state/finessekit), readable by you alone. Before a password is
            filled in at an origin that neither the profile nor an option names, you are asked. A page that nobody knows ends
            it: what the page looks like, a rule to begin with, and where a redacted copy of it was kept are told.

            Examples:
              finessectl login --server finesse1.xyz.com --user sjefferson
              finessectl login --user sjefferson --otp-secret-file ~/.finesse-otp --realm "Active Directory"
            """
    )

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var password: PasswordOptions
    @OptionGroup var answers: PageAnswerOptions
    @OptionGroup var output: OutputOptions

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

    @Flag(help: "Send the password even where it was refused within the last day, because it is right by now.")
    var retryPassword = false

    @Flag(help: "Ask nobody: succeed only while the session at the identity provider is alive.")
    var silent = false

    func run(in context: CommandContext) async throws {
        try await CommandFailure.explaining {
            let choices = SignInChoices(
                acceptsConsent: acceptConsent,
                passwordOrigins: password.origins,
                plainPasswordOrigins: plainPasswordOrigins,
                codes: silent ? nil : answers.codes,
                realm: answers.realm,
                keepsSignedIn: answers.keepSignedIn,
                negotiateOrigins: answers.negotiateOrigins,
                rules: answers.rules
            )
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
        if retryPassword {
            for name in [user.rawValue, password.idpUser ?? user.rawValue] {
                await connection.signOn.passwordGuard.forget(name)
            }
        }
        let (signedIn, records) = try await SignInPages.with(connection.pages, in: context) { pages in
            try await walk(user, credentials, connection, pages)
        }
        let session = StoredSession(
            key: SessionKey(server: signedIn.origin, user: user),
            loginID: signedIn.loginID,
            tokens: signedIn.tokens,
            records: records
        )
        if signedIn.tokens == nil {
            context.console.talk("This agent signs in by password with each call (NON_SSO): there is no token to keep.")
        } else {
            try await connection.store.save(session)
        }
        return session
    }

    /// Walks through the pages; again from the start, with the cookies it has, after a permission was given.
    private func walk(
        _ user: UserName,
        _ credentials: SignInCredentials?,
        _ connection: Connection,
        _ pages: SignInPages
    ) async throws -> (SignedInAgent, [SessionRecord]) {
        var options = connection.signOn.options
        var records = try await connection.storedRecords(of: user)
        let permission = PasswordPermission(connection, of: password.idpUser ?? user.rawValue)
        while true {
            let agent = pages.agent(over: connection.wire, options: options)
            await agent.restore(records)
            let outcome = try await connection.signOn(options)
                .signIn(user, credentials: credentials, agent: agent, atAnyOf: connection.nodes)
            records = await agent.sessionRecords()
            await agent.close()
            if case .signedIn(let signedIn) = outcome { return (signedIn, records) }
            guard let origin = try permission.grant(for: outcome) else {
                if case .stopped(let stop) = outcome { StoppedPage(stop, in: connection.context).tell(output) }
                throw SignInAdvice.failure(for: outcome)
                    ?? CommandFailure(.failure, "The sign-in ended without a reason.")
            }
            options.passwordRule.origins?.insert(origin)
        }
    }

    private func credentials(
        for user: UserName,
        _ connection: Connection,
        _ context: CommandContext
    ) throws -> SignInCredentials {
        let secret = try password.source.password(
            asking: "Password of \(password.idpUser ?? user.rawValue) for \(connection.address):",
            prompter: context.prompter
        )
        return SignInCredentials(userName: password.idpUser ?? user.rawValue, password: secret)
    }
}
