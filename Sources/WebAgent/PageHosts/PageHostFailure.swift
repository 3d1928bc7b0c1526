/// Why a page host cannot go on.
public enum PageHostFailure: Error, Hashable, Sendable {
    /// It could not be started.
    case notStarted(reason: String)

    /// It ended in the middle.
    case died(reason: String)

    /// What it sent is no message, or one that does not belong here.
    case protocolBroken(reason: String)

    /// It did not answer in time.
    case timeLimit(Duration)
}

extension PageHostFailure: CustomStringConvertible {
    /// What happened and what next.
    public var description: String {
        switch self {
        case .notStarted(let reason): "the page host could not be started (\(reason)). Check the installation."
        case .died(let reason):
            "the page host ended in the middle (\(reason)). Try again; if it stays so, the page is more than it can do."
        case .protocolBroken(let reason):
            "the page host answered something that is no answer (\(reason)). Try again; if it stays so, report it."
        case .timeLimit(let limit):
            "its scripts let nothing be heard for \(limit.inSeconds) s. Tell whoever runs the page, or allow more time."
        }
    }
}
