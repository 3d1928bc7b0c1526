import ArgumentParser
import Finesse
import FinesseSSO
import FinesseTypes

/// The end of the work: the agent's state, the tokens, the sessions.
struct LogoutCommand: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "logout",
        abstract: "Signs the agent out, and forgets tokens and sessions.",
        discussion: """
            The agent is signed out of Finesse. The tokens are deleted, and with them the cookies of the Identity Service and
            of the identity provider: the next one who signs in here is asked for a password.

            Example:
              finessectl logout --profile work
            """
    )

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    @Flag(help: "Keep the cookies of the sessions, so that the next sign-in asks nobody.")
    var keepSession = false

    func run(in context: CommandContext) async throws {
        try await CommandFailure.explaining {
            let connection = try Connection(connection, in: context)
            let session = try await connection.storedSession()
            let wasSignedOut = try await signOut(session, connection, context)
            // Also what a sign-in at the other node has left: its cookies would let the next one in as this agent.
            for origin in connection.origins {
                try await forget(SessionKey(server: origin, user: session.key.user), in: connection.store)
            }
            show(session, wasSignedOut: wasSignedOut, context)
        }
    }

    private func forget(_ key: SessionKey, in store: any TokenStore) async throws {
        guard keepSession else { return try await store.remove(key) }
        guard let session = try await store.session(for: key) else { return }
        try await store.save(StoredSession(key: key, loginID: session.loginID, records: session.records))
    }

    /// Signs the agent out of Finesse; that it cannot be done never keeps the tokens here.
    private func signOut(
        _ session: StoredSession,
        _ connection: Connection,
        _ context: CommandContext
    ) async throws -> Bool {
        do {
            let fresh = try await connection.freshSession()
            let id = try fresh.requiredLoginID
            let client = try connection.client(for: fresh)
            switch try await client.user(id).state {
            case .logout: return true
            case .notReady: break
            default:
                // Finesse signs out only who is NOT_READY; a change during a call takes effect when that ends.
                try await client.changeState(of: id, to: .notReady)
                _ = try await client.confirm(.state(.notReady), of: id)
            }
            try await client.signOut(id)
            _ = try await client.confirm(.signedOut, of: id)
            return true
        } catch {
            context.console.talk("The agent could not be signed out of Finesse: \(CommandFailure(error).message)")
            context.console.talk("The tokens here are forgotten all the same.")
            return false
        }
    }

    private func show(_ session: StoredSession, wasSignedOut: Bool, _ context: CommandContext) {
        guard output.json else {
            let end = wasSignedOut ? "is signed out" : "may still be signed in at Finesse"
            let kept = keepSession ? "the sessions' cookies are kept" : "tokens and sessions are forgotten"
            return context.console.output("\(session.key.user) \(end); \(kept).")
        }
        var report = Report()
        report.add("user", "user", session.key.user.rawValue)
        report.add("signedOut", "signed out", .flag(wasSignedOut))
        report.add("sessionKept", "session kept", .flag(keepSession))
        output.show(report, on: context.console)
    }
}
