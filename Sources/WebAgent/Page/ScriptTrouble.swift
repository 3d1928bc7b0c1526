/// Something that kept a page's scripts from doing what they meant to, as the recording has it.
public enum ScriptTrouble: Hashable, Sendable {
    /// A script reached for a part of the web platform, or a global, that is not here.
    case missingInterface(String)

    /// A script ended in an error; the message is without quoted parts and long words.
    case failed(message: String, source: RedactedURL, line: Int)
}

extension ScriptTrouble: CustomStringConvertible {
    /// One phrase for people.
    public var description: String {
        switch self {
        case .missingInterface(let name): "a script needs \(name), which is not here"
        case .failed(let message, let source, let line):
            "a script ended in \(message) (\(source)\(line > 0 ? ", line \(line)" : ""))"
        }
    }
}
