import FinesseSSO
import FinesseSandbox
import FinesseTypes
import Foundation
import HTTPTransport
import Testing

@testable import FinesseCLI

extension SandboxContext {
    /// Where the commands keep tokens.
    var store: FileTokenStore { FileTokenStore(directory: test.folder.appending(path: "state/finessekit").path) }

    /// The key of a user's record.
    func key(_ name: String) throws -> SessionKey {
        let origin = HTTPOrigin(
            scheme: .https,
            host: sandbox.origins.host(.finesse),
            port: UInt16(sandbox.origins.port(.finesse))
        )
        return SessionKey(server: origin, user: UserName(name))
    }

    /// Makes stored tokens older than they are.
    func age(_ name: String, by seconds: Int64) async throws {
        let found = try await store.session(for: try key(name))
        var session = try #require(found)
        session.tokens?.receivedAt.milliseconds -= seconds * 1000
        session.tokens?.receivedSinceBoot = nil
        try await store.save(session)
    }

    /// How many refreshes the server has seen.
    var refreshes: Int { sandbox.journal.entries(party: .finesse, method: "POST", path: "/desktop/sso/token").count }
}
