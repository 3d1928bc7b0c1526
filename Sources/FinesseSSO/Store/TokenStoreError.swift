/// Why a store could not do what it was asked.
public enum TokenStoreError: Error, Hashable, Sendable {
    /// The system refused an operation on a file.
    case file(FileFault)
    /// A file, or an item of a keyring, is none of this program's, or is damaged; it was moved aside.
    case damaged(file: String, setAside: String)
    /// A file, or an item of a keyring, is of a newer version of this program; it is left alone.
    case newerVersion(file: String, version: Int)
    /// A keyring refused.
    case keyring(KeyringFault)
}

/// A refusal by the file system.
public struct FileFault: Error, Hashable, Sendable {
    /// What was tried, to follow "could not".
    public var operation: String
    /// On which file or directory.
    public var path: String
    /// The system's words.
    public var reason: String

    /// Makes a fault from its parts.
    ///
    /// - Parameters:
    ///   - operation: What was tried, to follow "could not".
    ///   - path: On which file or directory.
    ///   - reason: The system's words.
    public init(operation: String, path: String, reason: String) {
        self.operation = operation
        self.path = path
        self.reason = reason
    }
}

extension TokenStoreError: CustomStringConvertible {
    /// What is wrong, with which file or keyring, and what to do next.
    public var description: String {
        switch self {
        case .file(let fault):
            "\(fault.path), while keeping tokens: could not \(fault.operation) (\(fault.reason))."
                + " Check that the directory is yours and that there is room, then try again."
        case .damaged(let file, let setAside):
            "\(file), while reading tokens: it is damaged or not a file of this program, and was moved to \(setAside)."
                + " Sign in again; remove the moved file when nobody needs it."
        case .newerVersion(let file, let version):
            "\(file), while reading tokens: it has the form of a newer version (\(version)) and was left alone."
                + " Use the newer version of this program, or remove the file and sign in again."
        case .keyring(let fault): "\(fault)"
        }
    }

    /// A short name without payload, for counters.
    public var label: String {
        switch self {
        case .file: "file"
        case .damaged: "damaged"
        case .newerVersion: "newer-version"
        case .keyring(let fault): "keyring-\(fault.cause.rawValue)"
        }
    }
}
