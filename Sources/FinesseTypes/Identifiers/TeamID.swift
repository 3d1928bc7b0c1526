/// The id of a team, as it stands in an address.
///
/// Source: Finesse REST guide, "Team", `id`; "User", `teamId`.
public struct TeamID: RawRepresentable, Hashable, Sendable, Codable {
    /// The text as it was given, neither trimmed nor folded.
    public var rawValue: String

    /// Takes the text as it is.
    ///
    /// - Parameter rawValue: Text such as `500`; it looks like a number and is not one.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Takes the text as it is.
    ///
    /// - Parameter text: Text such as `500`; it looks like a number and is not one.
    public init(_ text: String) {
        self.rawValue = text
    }
}

extension TeamID: ExpressibleByStringLiteral {
    /// Takes the literal as it is.
    ///
    /// - Parameter value: Text such as `500`; it looks like a number and is not one.
    public init(stringLiteral value: String) {
        self.rawValue = value
    }
}

extension TeamID: CustomStringConvertible {
    /// The text itself: an identifier is no secret.
    public var description: String { rawValue }
}
