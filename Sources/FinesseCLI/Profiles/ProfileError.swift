/// Why a profile could not be read or written.
enum ProfileError: Error, Hashable, CustomStringConvertible {
    /// No profile of that name exists.
    case unknown(name: String, known: [String])

    /// No profile was named and none is the default.
    case noDefault(known: [String])

    /// The name cannot be a file's name.
    case invalidName(String)

    /// The file is not a profile.
    case malformed(path: String, reason: String)

    /// The file system refused.
    case fileSystem(path: String, reason: String)

    var description: String {
        switch self {
        case .unknown(let name, let known):
            "There is no profile \"\(name)\". \(Self.suggestion(known))"
        case .noDefault(let known):
            "No server was named and no profile is the default. Name one with --server HOST or --profile NAME. "
                + Self.suggestion(known)
        case .invalidName(let name):
            "\"\(name)\" cannot name a profile. Use letters, digits, \".\", \"-\" and \"_\", beginning with a letter or digit."
        case .malformed(let path, let reason):
            "The profile \(path) cannot be read: \(reason). Correct it in an editor, or remove it and add it again "
                + "with \"finessectl profile add\"."
        case .fileSystem(let path, let reason):
            "\(path) cannot be used: \(reason). Check the folder and its permissions, or set XDG_CONFIG_HOME to another one."
        }
    }

    private static func suggestion(_ known: [String]) -> String {
        known.isEmpty
            ? "None exists yet: add one with \"finessectl profile add NAME --server HOST\"."
            : "These exist: \(known.joined(separator: ", "))."
    }
}
