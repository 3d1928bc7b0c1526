import Finesse
import FinesseSSO
import FinesseSandbox
import FinesseTypes
import HTTPTransport

/// An agent's tokens through the day: refreshed by the sandbox's clock when three quarters of their life are over.
actor DayTokens: AccessTokenSource {
    private let signOn: SingleSignOn
    private let clock: SandboxClock
    private let user: UserName
    private let origin: HTTPOrigin
    private var tokens: TokenSet
    private var receivedAt: SandboxInstant
    /// How often they were refreshed.
    private(set) var refreshes = 0

    init(_ signedIn: TokenSet, of user: UserName, at origin: HTTPOrigin, signOn: SingleSignOn, clock: SandboxClock) {
        tokens = signedIn
        self.user = user
        self.origin = origin
        self.signOn = signOn
        self.clock = clock
        receivedAt = clock.now
    }

    func accessToken() async throws(AccessTokenUnavailable) -> AccessToken {
        guard receivedAt.advanced(by: tokens.life * 3 / 4) <= clock.now else { return tokens.accessToken }
        let outcome: RefreshOutcome
        do {
            outcome = try await signOn.refresh(tokens, of: user, at: origin)
        } catch {
            throw unavailable(error.explanation.problem, error.explanation.nextAction)
        }
        switch outcome {
        case .refreshed(let renewed):
            tokens = renewed
            receivedAt = clock.now
            refreshes += 1
            return renewed.accessToken
        case .needsSignIn(let refusal):
            throw unavailable("the token of \(user) was not refreshed: \(refusal)", "Play the day again.")
        }
    }

    private func unavailable(_ reason: String, _ nextAction: String) -> AccessTokenUnavailable {
        AccessTokenUnavailable(reason: reason, nextAction: nextAction, isFinal: true)
    }
}
