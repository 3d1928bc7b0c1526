/// The identifier that every Finesse REST address takes: the peripheral id on Unified CCE.
///
/// It is read from the `loginId` element of a User and from nowhere else: never cut out of a URI.
///
/// Source: Finesse REST guide, "User", `loginId`; "Client Integration", step 6.
public struct LoginID: RawRepresentable, Hashable, Sendable, Codable {
    /// The text as it was given, neither trimmed nor folded.
    public var rawValue: String

    /// Takes the text as it is.
    ///
    /// - Parameter rawValue: Text such as `98411`; it looks like a number and is not one.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Takes the text as it is.
    ///
    /// - Parameter text: Text such as `98411`; it looks like a number and is not one.
    public init(_ text: String) {
        self.rawValue = text
    }
}

extension LoginID: ExpressibleByStringLiteral {
    /// Takes the literal as it is.
    ///
    /// - Parameter value: Text such as `98411`; it looks like a number and is not one.
    public init(stringLiteral value: String) {
        self.rawValue = value
    }
}

extension LoginID: CustomStringConvertible {
    /// The text itself: an identifier is no secret.
    public var description: String { rawValue }
}
