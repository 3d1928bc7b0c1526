/// Why a file cannot be read as a trace.
package enum TraceReadingError: Error, Hashable, Sendable, CustomStringConvertible {
    /// It is larger than any trace.
    case tooLarge(bytes: Int, limit: Int)
    /// It is no JSON.
    case notJSON
    /// It is JSON, but no HAR; the place says what is not as it must be.
    case notHAR(place: String)
    /// There is no exchange in it.
    case empty

    /// What is wrong and what to do, for people.
    package var description: String {
        switch self {
        case .tooLarge(let bytes, let limit):
            "it has \(bytes) bytes, more than the \(limit) that are read. Record one sign-in only"
        case .notJSON:
            "it is no JSON, or it was cut short. Record it again, with --trace or as HAR in a browser's network tools"
        case .notHAR(let place):
            "it is no HAR 1.2: \(place). Record it again, with --trace or as HAR in a browser's network tools"
        case .empty:
            "it holds no exchange. Record it again"
        }
    }
}
