/// Why the parent can't go on with a page host.
public enum PageHostError: Error, Sendable, Hashable {
    /// The host has ended, or was closed.
    case ended
    /// The host sent bytes that are no message.
    case malformed(PageCodecError)
    /// What was to be sent cannot be: it is too long.
    case unsendable(PageCodecError)
    /// The host did not answer within the bound on real time; it was abandoned.
    case timedOut(Duration)
    /// The task that waited was cancelled; the host was abandoned.
    case cancelled

    /// A bounded name of the error.
    public var label: String {
        switch self {
        case .ended: "ended"
        case .malformed: "malformed"
        case .unsendable: "unsendable"
        case .timedOut: "timedOut"
        case .cancelled: "cancelled"
        }
    }
}

extension PageHostError: CustomStringConvertible {
    /// A sentence for people.
    public var description: String {
        switch self {
        case .ended: "The page host has ended; open the page again in a new one."
        case .malformed(let error): "The page host sent something that is no message. \(error)"
        case .unsendable(let error): "The order can't be sent to the page host. \(error)"
        case .timedOut(let bound): "The page host did not answer within \(bound); the page was given up."
        case .cancelled: "The wait for the page host was cancelled, and the page was given up."
        }
    }
}
