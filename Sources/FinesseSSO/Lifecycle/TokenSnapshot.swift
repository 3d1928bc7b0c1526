import FinesseTypes
import Synchronization

/// The token that is given out now, to be read from anywhere without waiting for the keeper.
final class TokenSnapshot: Sendable {
    private struct Published {
        var token: AccessToken
        var lifecycle: TokenLifecycle
    }

    private let published = Mutex<Published?>(nil)

    func publish(_ tokens: TokenSet) {
        published.withLock { $0 = Published(token: tokens.accessToken, lifecycle: TokenLifecycle(tokens)) }
    }

    func withdraw() {
        published.withLock { $0 = nil }
    }

    /// The token, if its life is not over.
    func token(at now: ClockReading) -> AccessToken? {
        published.withLock { published in
            guard let published, published.lifecycle.phase(at: now) != .expired else { return nil }
            return published.token
        }
    }
}
