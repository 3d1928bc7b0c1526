/// What an `Authorization` field carries.
///
/// Source: RFC 7617, 2; RFC 6750, 2.1.
enum RESTCredentials: Hashable, Sendable {
    case basic(user: String, password: String)
    case bearer(String)

    /// Reads the field; nothing when it is absent or of another kind.
    init?(_ field: String?) {
        guard let pieces = field?.split(separator: " ", maxSplits: 1), pieces.count == 2 else { return nil }
        let value = String(pieces[1]).trimmed
        switch pieces[0].lowercased() {
        case "bearer":
            self = .bearer(value)
        case "basic":
            guard let decoded = TextEncodings.base64Decode(value) else { return nil }
            let parts = decoded.split(separator: UInt8(ascii: ":"), maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2 else { return nil }
            self = .basic(
                user: String(decoding: parts[0], as: UTF8.self),
                password: String(decoding: parts[1], as: UTF8.self)
            )
        default:
            return nil
        }
    }
}
