import FinesseSSO
import FinesseSSOWebAgent
import FinesseTypes
import HTTPTransport
import Synchronization
import WebAgent

/// Gets tokens over a command's connection, and asks nobody; what shows pages is started only where a sign-in is needed.
final class SessionSupplier: TokenSupplier {
    private let connection: Connection
    private let key: SessionKey
    private let lastFailure = Mutex<CommandFailure?>(nil)

    /// Makes a supplier.
    ///
    /// - Parameters:
    ///   - connection: the way to the server.
    ///   - key: whose tokens they are, and the node that refreshes are asked of.
    init(_ connection: Connection, _ key: SessionKey) {
        self.connection = connection
        self.key = key
    }

    /// Why the last try failed, with its exit status.
    var failure: CommandFailure? { lastFailure.withLock { $0 } }

    func refresh(_ tokens: TokenSet) async throws(SSOError) -> RefreshOutcome {
        do {
            return try await connection.signOn.refresh(tokens, of: key.user, at: key.server)
        } catch {
            lastFailure.withLock { $0 = CommandFailure(error) }
            throw error
        }
    }

    func signIn(with records: [SessionRecord]) async throws(SSOError) -> (SignInOutcome, [SessionRecord]) {
        do {
            return try await walk(records)
        } catch let error as SSOError {
            lastFailure.withLock { $0 = CommandFailure(error) }
            throw error
        } catch {
            let failure = CommandFailure(error)
            lastFailure.withLock { $0 = failure }
            throw .agent(
                .page(
                    host: "\(key.server.host):\(key.server.port)",
                    reason: "what shows pages could not be started: \(failure.message)",
                    nextAction: "Then try again."
                )
            )
        }
    }

    private func walk(_ records: [SessionRecord]) async throws -> (SignInOutcome, [SessionRecord]) {
        let connection = connection
        let user = key.user
        return try await SignInPages.with(connection.pages, in: connection.context) { pages in
            let agent = pages.agent(over: connection.wire, options: connection.signOn.options)
            await agent.restore(records)
            do {
                let outcome = try await connection.signOn
                    .signIn(user, credentials: nil, agent: agent, atAnyOf: connection.nodes)
                let records = await agent.sessionRecords()
                await agent.close()
                if case .signedIn(let signedIn) = outcome {
                    await connection.store.keep(signedIn, of: user, besides: key, records: records)
                }
                return (outcome, records)
            } catch {
                await agent.close()
                throw error
            }
        }
    }
}
