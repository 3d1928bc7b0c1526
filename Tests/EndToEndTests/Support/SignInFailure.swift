import Finesse
import FinesseSSO
import FinesseTypes
import HTTPTransport
import Testing
import WebAgent

/// How a sign-in failed: as an answer or as an error, told alike.
struct SignInFailure {
    /// The bounded name; a TLS failure's and a transport failure's own name behind it.
    var label: String
    var explanation: FailureExplanation
    /// What a person would read.
    var message: String

    /// The failure behind an outcome; nil when somebody is signed in.
    init?(_ outcome: SignInOutcome) {
        guard let explanation = outcome.explanation else { return nil }
        var label = outcome.label
        if case .stopped(let stop) = outcome { label += "/" + String("\(stop.kind)".prefix { $0.isLetter }) }
        if case .identityFault(let report) = outcome { label += "/" + report.fault.code }
        self.label = label
        self.explanation = explanation
        message = "\(explanation)"
    }

    init(_ error: SSOError) {
        label = error.label
        switch error {
        case .agent(.transport(let failure)), .finesse(.transport(let failure, _)), .refreshTransport(let failure):
            label += "/" + Self.label(of: failure)
        case .unreachable(_, let failures):
            label += failures.map { "/" + Self.label(of: $0) }.joined()
        default:
            break
        }
        explanation = error.explanation
        message = "\(error)"
    }

    private static func label(of failure: TransportError) -> String {
        if case .tls(_, let reason) = failure { return reason.label.rawValue }
        return failure.label.rawValue
    }
}

extension SignInWorld {
    /// Signs a user in and expects it to fail.
    func failure(
        _ user: UserName = "sjefferson",
        account: String? = nil,
        typed: String? = nil,
        password: String? = nil,
        options: SignInOptions = SignInOptions(),
        configure: (inout WebAgentConfiguration) -> Void = { _ in }
    ) async throws -> SignInFailure {
        let outcome: SignInOutcome
        do throws(SSOError) {
            outcome = try await signIn(
                user,
                account: account,
                typed: typed,
                password: password,
                options: options,
                configure: configure
            )
        } catch {
            return SignInFailure(error)
        }
        return try #require(SignInFailure(outcome), "somebody is signed in")
    }
}

/// Expects one message that names host, step and next action.
func expectWhole(
    _ failure: SignInFailure,
    label: String,
    host: String,
    step: String,
    nextAction: String,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    #expect(failure.label == label, "\(failure.message)", sourceLocation: sourceLocation)
    #expect(failure.message.contains(host), "the host \(host)", sourceLocation: sourceLocation)
    #expect(failure.explanation.host == host, sourceLocation: sourceLocation)
    #expect(failure.message.contains("while \(step)"), "the step \(step)", sourceLocation: sourceLocation)
    #expect(failure.message.contains(nextAction), "the next action \(nextAction)", sourceLocation: sourceLocation)
    #expect(!failure.message.contains("\n"), sourceLocation: sourceLocation)
}
