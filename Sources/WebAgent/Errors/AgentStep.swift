/// What the agent was doing when something happened.
public enum AgentStep: Hashable, Sendable {
    /// A page was asked for; the number counts the requests of this opening from 1.
    case page(request: Int, method: String)

    /// A page was asked for that is shown in a frame.
    case frame

    /// A page's script was fetched.
    case script

    /// A page's script asked for something.
    case scriptRequest

    /// A page was shown, and its scripts ran.
    case running
}

extension AgentStep: CustomStringConvertible {
    /// The step as part of a sentence.
    public var description: String {
        switch self {
        case .page(let request, let method): "step \(request), \(method)"
        case .frame: "loading a frame of the page"
        case .script: "loading a script of the page"
        case .scriptRequest: "a request by a script of the page"
        case .running: "running the page"
        }
    }
}
