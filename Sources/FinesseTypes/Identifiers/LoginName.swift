/// The name an agent signs in with, in the words of the contact centre's configuration.
///
/// On Unified CCE it differs from the ``LoginID``; on Unified CCX the two are the same text.
///
/// Source: Finesse REST guide, "User", `loginName`.
public struct LoginName: RawRepresentable, Hashable, Sendable, Codable {
    /// The text as it was given, neither trimmed nor folded.
    public var rawValue: String

    /// Takes the text as it is.
    ///
    /// - Parameter rawValue: Text such as `sjefferson`; UTF-8 beyond ASCII is allowed.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Takes the text as it is.
    ///
    /// - Parameter text: Text such as `sjefferson`; UTF-8 beyond ASCII is allowed.
    public init(_ text: String) {
        self.rawValue = text
    }
}

extension LoginName: ExpressibleByStringLiteral {
    /// Takes the literal as it is.
    ///
    /// - Parameter value: Text such as `sjefferson`; UTF-8 beyond ASCII is allowed.
    public init(stringLiteral value: String) {
        self.rawValue = value
    }
}

extension LoginName: CustomStringConvertible {
    /// The text itself: an identifier is no secret.
    public var description: String { rawValue }
}
