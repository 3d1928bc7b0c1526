/// A user as the person at the keyboard names them: a login name or a login id, nobody knows which.
///
/// `cc_username` and `UserAuthMode` take either, so nothing is decided before the server has answered.
///
/// Source: "Client Integration", step 3 (`cc_username`).
public struct UserName: RawRepresentable, Hashable, Sendable, Codable {
    /// The text as it was given, neither trimmed nor folded.
    public var rawValue: String

    /// Takes the text as it is.
    ///
    /// - Parameter rawValue: Text such as `sjefferson` or `98411`.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Takes the text as it is.
    ///
    /// - Parameter text: Text such as `sjefferson` or `98411`.
    public init(_ text: String) {
        self.rawValue = text
    }
}

extension UserName: ExpressibleByStringLiteral {
    /// Takes the literal as it is.
    ///
    /// - Parameter value: Text such as `sjefferson` or `98411`.
    public init(stringLiteral value: String) {
        self.rawValue = value
    }
}

extension UserName: CustomStringConvertible {
    /// The text itself: an identifier is no secret.
    public var description: String { rawValue }
}
