import Finesse
import FinesseSSO
import FinesseTypes
import HTTPTransport

extension Connection {
    /// A client that proves itself with a session's token, at whichever node can serve, or at the one that is named.
    func client(for session: StoredSession, at node: HTTPOrigin? = nil) throws -> FinesseClient {
        guard let tokens = session.tokens else {
            throw CommandFailure(.notSignedIn, "There is no token for \(session.key). Sign in first: finessectl login.")
        }
        return FinesseClient(
            transport: node == nil ? transport : wire,
            origin: node ?? session.key.server,
            credentials: .bearer(FixedAccessToken(tokens.accessToken))
        )
    }
}

extension StoredSession {
    /// The one id that Finesse's calls take.
    var requiredLoginID: LoginID {
        get throws {
            guard let loginID else {
                throw CommandFailure(
                    .notSignedIn,
                    "The stored session of \(key) has no loginId. Sign in again: finessectl login."
                )
            }
            return loginID
        }
    }
}
