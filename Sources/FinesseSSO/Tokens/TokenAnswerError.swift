/// Why a body is no token answer; no case carries any of its text.
public enum TokenAnswerError: Error, Hashable, Sendable {
    /// There is nothing.
    case empty
    /// It is a page for people.
    case html
    /// It begins as JSON and stops in the middle.
    case truncated
    /// It is not JSON.
    case notJSON
    /// It is JSON and no object.
    case notAnObject(found: String)
    /// A member that must be there is not, or is empty.
    case missing(member: String)
    /// A member is of another type.
    case wrongType(member: String, expected: String, found: String)
    /// `expires_in` is not above zero or beyond all reason.
    case lifeOutOfRange
    /// A token has characters that no header can carry.
    case unusableToken(member: String)
}

extension TokenAnswerError: CustomStringConvertible {
    /// What is wrong, to follow "the answer cannot be used:".
    public var description: String {
        switch self {
        case .empty: "it is empty"
        case .html: "it is a web page, not JSON"
        case .truncated: "it is JSON that stops in the middle"
        case .notJSON: "it is not JSON"
        case .notAnObject(let found): "it is JSON, but \(found) and no object"
        case .missing(let member): "it has no \"\(member)\""
        case .wrongType(let member, let expected, let found): "its \"\(member)\" is \(found), not \(expected)"
        case .lifeOutOfRange: "its \"expires_in\" is no life for a token"
        case .unusableToken(let member): "its \"\(member)\" has characters that no token has"
        }
    }

    /// A short name without payload, for counters.
    public var label: String {
        switch self {
        case .empty: "empty"
        case .html: "html"
        case .truncated: "truncated"
        case .notJSON: "not-json"
        case .notAnObject: "not-an-object"
        case .missing: "missing"
        case .wrongType: "wrong-type"
        case .lifeOutOfRange: "life-out-of-range"
        case .unusableToken: "unusable-token"
        }
    }
}
