public import WebAgentScripting
public import WebAgentURL

/// Why the agent did not fill, click or submit: the rule that decided.
public enum ActionRefusal: Hashable, Sendable {
    /// The page's host says no: no such element, not fillable, disabled, a password field not filled …
    case page(PageRefusal)

    /// No page with elements is open.
    case noPage

    /// A password would go over http.
    case passwordOverHTTP(Origin)

    /// A password would go to an origin that is not among those allowed.
    case passwordOriginNotAllowed(Origin)
}

extension ActionRefusal: CustomStringConvertible {
    /// The rule as a sentence, with what to do.
    public var description: String {
        switch self {
        case .page(let refusal): "\(refusal)"
        case .noPage: "No page is open whose elements could be used. Open one first."
        case .passwordOverHTTP(let origin):
            "The password was not given to \(origin): what is sent there can be read on the way. "
                + "Use https, or allow passwords over http explicitly."
        case .passwordOriginNotAllowed(let origin):
            "The password was not given to \(origin): it is not among the origins that may have it. "
                + "Allow it if it is the right one."
        }
    }
}
