import FinesseSSO
import FinesseTypes
import Foundation
import HTTPTransport

/// Answers the requests to a keeper; see docs/keeper.md for the protocol.
struct KeeperService: Sendable {
    private let keeper: TokenKeeper
    private let clock: any LifecycleClock

    /// Makes the one who answers.
    ///
    /// - Parameters:
    ///   - keeper: whom it asks.
    ///   - clock: tells how long a token has.
    init(_ keeper: TokenKeeper, clock: any LifecycleClock) {
        self.keeper = keeper
        self.clock = clock
    }

    /// Answers one line.
    func answer(_ line: [UInt8]) async -> KeeperAnswer {
        guard let request = KeeperLine.decode(KeeperRequest.self, line) else {
            return .refusal(
                .badRequest,
                "The line is no JSON object with a member \"request\".",
                "Send {\"request\":\"token\"} and the end of the line."
            )
        }
        if let refusal = refusal(of: request) { return refusal }
        switch request.request {
        case KeeperRequest.token: return await token()
        case KeeperRequest.status: return await status()
        case KeeperRequest.stop:
            return KeeperAnswer(user: keeper.key.user.rawValue, server: "\(keeper.key.server)", stopping: true)
        default:
            return .refusal(
                .unknownRequest,
                "There is no such request.",
                "Send \"token\", \"status\" or \"stop\" as the request."
            )
        }
    }

    private func refusal(of request: KeeperRequest) -> KeeperAnswer? {
        let user = request.user.map { $0.lowercased() } ?? keeper.key.user.rawValue
        let server = request.server ?? "\(keeper.key.server)"
        guard user != keeper.key.user.rawValue || server != "\(keeper.key.server)" else { return nil }
        return .refusal(
            .otherUser,
            "This keeper keeps the tokens of \(keeper.key).",
            "Ask the keeper of the other agent, or start one: finessectl keep --user NAME."
        )
    }

    private func token() async -> KeeperAnswer {
        // Another program may have signed the agent out, or in anew.
        await keeper.reload()
        do throws(AccessTokenUnavailable) {
            let token = try await keeper.accessToken()
            return await facts(token)
        } catch {
            return .refusal(error.isFinal ? .needsPerson : .unavailable, error.reason, nextAction(error))
        }
    }

    private func status() async -> KeeperAnswer {
        var answer = await facts(nil)
        switch await keeper.standing {
        case .unknown: answer.standing = "starting"
        case .signedIn: answer.standing = "signed-in"
        case .needsPerson(let reason), .ended(let reason):
            answer.standing = "needs-person"
            answer.reason = reason.reason
            answer.nextAction = nextAction(reason)
        }
        answer.process = Int(ProcessInfo.processInfo.processIdentifier)
        return answer
    }

    private func nextAction(_ reason: AccessTokenUnavailable) -> String {
        reason.isFinal
            ? "\(reason.nextAction) In a terminal: finessectl login --user \(keeper.key.user)." : reason.nextAction
    }

    /// What is known of the tokens there are.
    private func facts(_ token: AccessToken?) async -> KeeperAnswer {
        var answer = KeeperAnswer(token: token, user: keeper.key.user.rawValue, server: "\(keeper.key.server)")
        answer.loginId = await keeper.loginID?.rawValue
        guard let tokens = await keeper.tokens, token.map({ $0 == tokens.accessToken }) ?? true else { return answer }
        answer.userId = tokens.identity.userID
        answer.expiresAt = tokens.expiresAt.iso8601
        answer.expiresIn = Int(tokens.expiresAt.since(clock.reading().wall).components.seconds)
        return answer
    }
}
