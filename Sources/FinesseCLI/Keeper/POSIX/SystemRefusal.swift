#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// What the system did not do, and its word for why.
struct SystemRefusal: Error, Hashable, CustomStringConvertible {
    /// What was tried, to follow "could not".
    var operation: String
    /// On what.
    var path: String
    /// The system's words.
    var reason: String

    init(operation: String, path: String, reason: String) {
        self.operation = operation
        self.path = path
        self.reason = reason
    }

    /// Takes the reason from the call that has just failed.
    init(_ operation: String, _ path: String) {
        let number = errno
        let reason = unsafe strerror(number).map { unsafe String(cString: $0) } ?? "error \(number)"
        self.init(operation: operation, path: path, reason: reason)
    }

    var description: String { "\(path): could not \(operation) (\(reason))." }
}
