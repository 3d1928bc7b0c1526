/// A refusal by the server: its status and its own words.
public struct FinesseRefusal: Hashable, Sendable {
    /// The call that was refused.
    public var call: FinesseCall
    /// The HTTP status.
    public var status: Int
    /// The errors of the body, in order; empty when it held none.
    public var errors: [ApiError]
    /// True when the body was a page for people.
    public var isPage: Bool
    /// How long to wait before another try, where the server said so (`Retry-After`).
    public var retryAfter: Duration?
    /// The primary node, where a call that only it takes went to another one.
    public var primaryNode: String?

    /// Makes a refusal from its parts.
    ///
    /// - Parameters:
    ///   - call: The call that was refused.
    ///   - status: The HTTP status.
    ///   - errors: The errors of the body, in order.
    ///   - isPage: Whether the body was a page for people.
    ///   - retryAfter: How long to wait before another try, where the server said so.
    ///   - primaryNode: The primary node, where a call that only it takes went to another one.
    public init(
        call: FinesseCall,
        status: Int,
        errors: [ApiError] = [],
        isPage: Bool = false,
        retryAfter: Duration? = nil,
        primaryNode: String? = nil
    ) {
        self.call = call
        self.status = status
        self.errors = errors
        self.isPage = isPage
        self.retryAfter = retryAfter
        self.primaryNode = primaryNode
    }

    /// What the refusal means and what to do, from the documented table.
    public var meaning: ErrorMeaning {
        if let primaryNode {
            return ErrorMeaning(
                "this node is not the primary one, which alone takes configuration",
                "Ask the primary node, \(primaryNode)."
            )
        }
        var meaning = call.operation.isOfAgentState ? ErrorMeaning.of(status: status, errors: errors) : ofAnyCall
        if let retryAfter { meaning.nextAction += " The server asks to wait \(retryAfter.components.seconds) s." }
        return meaning
    }

    /// The table's advice is that of sign-ins and states; elsewhere the error names what was wrong, a role may be missing, and what
    /// is not there is seldom a user.
    private var ofAnyCall: ErrorMeaning {
        var meaning = ErrorMeaning.of(status: status, errors: errors)
        switch status {
        case 400:
            return ErrorMeaning(
                errors.lazy.compactMap(\.kind.meaning).first ?? "the server does not take the request as it is",
                "Change what the error names, then repeat the call."
            )
        case 401 where meaning == ErrorMeaning.of(status: status, errors: []):
            meaning.nextAction =
                "Ask as somebody whose role allows it, such as a supervisor of the team or the administrator; if the role is"
                + " right, sign in again."
        case 404 where meaning == ErrorMeaning.of(status: status, errors: []):
            meaning.nextAction = "Check the id that was asked for, and that the address is a Finesse node."
        default: break
        }
        return meaning
    }

    /// True when the same call may work later without anything being changed.
    public var isTransient: Bool { status == 429 || status >= 500 && status != 501 }

    var problem: String {
        let words = errors.map(\.description).joined(separator: "; ")
        let body = words.isEmpty ? (isPage ? " with a web page" : "") : " (\(words))"
        return "the server answered \(status)\(body): \(meaning.meaning)"
    }
}
