public import WebAgentURL

/// Why the agent did not go where a page wanted to go: the rule that decided.
public enum NavigationRefusal: Hashable, Sendable {
    /// A script would submit a form with a password field before it was filled and clicked.
    case passwordFormNotFilled(to: RedactedURL)

    /// A password would go over http.
    case passwordOverHTTP(Origin)

    /// A password would go to an origin that is not among those allowed.
    case passwordOriginNotAllowed(Origin)

    /// A form of a secure page would be sent over http.
    case insecurePost(from: RedactedURL, to: RedactedURL)

    /// The address is none of http or https.
    case foreignScheme(String)

    /// It is meant for another window or frame.
    case otherWindow(name: String)

    /// A frame of another origin, in which nobody has clicked, would lead the page away.
    case frameWasNotClicked(frame: RedactedURL, to: RedactedURL)

    /// The sandbox around a frame does not let it lead the page away.
    case frameIsSandboxed(frame: RedactedURL, to: RedactedURL)

    /// A `Refresh` waits longer than allowed.
    case refreshTooLate(seconds: Int)
}

extension NavigationRefusal: CustomStringConvertible {
    /// The rule as a sentence, with what to do.
    public var description: String {
        switch self {
        case .passwordFormNotFilled(let url):
            "The page wanted to submit a form with an empty password field to \(url). Fill it in and click first."
        case .passwordOverHTTP(let origin):
            "The password was not sent to \(origin): it could be read on the way. "
                + "Use https, or allow passwords over http explicitly."
        case .passwordOriginNotAllowed(let origin):
            "The password was not sent to \(origin): it is not among the origins that may have it. "
                + "Allow it if it is the right one."
        case .insecurePost(let from, let to):
            "The form of \(from) was not sent to \(to): the page is secure and what is sent there can be read on the way. "
                + "Tell whoever runs \(to.host) to use https, or allow insecure posts explicitly."
        case .foreignScheme(let scheme):
            "The page wanted to go to a \(scheme): address, which this agent does not open."
        case .otherWindow(let name):
            "The page wanted to open \(name.isEmpty ? "another window" : "the window \(name)"), "
                + "which this agent does not have."
        case .frameWasNotClicked(let frame, let to):
            "The frame with \(frame) wanted to lead the page to \(to). It is of another origin and nobody has clicked in it, "
                + "so that no browser would follow it."
        case .frameIsSandboxed(let frame, let to):
            "The frame with \(frame) wanted to lead the page to \(to). The sandbox that the page put around it forbids that."
        case .refreshTooLate(let seconds):
            "The page wants to go on in \(seconds) s, which is longer than this agent waits."
        }
    }
}
