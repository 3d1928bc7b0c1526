/// The id of one kind of object, as it stands in an address.
///
/// `ObjectID<ReasonCode>` and `ObjectID<PhoneBook>` are different types, so one is never sent for the other.
///
/// Source: Finesse REST guide, "Configuration APIs": an object is addressed by its name and its id.
public struct ObjectID<Object>: RawRepresentable, Hashable, Sendable {
    /// The text as it was given, neither trimmed nor folded.
    public var rawValue: String

    /// Takes the text as it is.
    ///
    /// - Parameter rawValue: Text such as `16`; it looks like a number and need not be one.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Takes the text as it is.
    ///
    /// - Parameter text: Text such as `16`; it looks like a number and need not be one.
    public init(_ text: String) {
        self.rawValue = text
    }
}

extension ObjectID: ExpressibleByStringLiteral {
    /// Takes the literal as it is.
    ///
    /// - Parameter value: Text such as `16`; it looks like a number and need not be one.
    public init(stringLiteral value: String) {
        self.rawValue = value
    }
}

extension ObjectID: CustomStringConvertible {
    /// The text itself: an identifier is no secret.
    public var description: String { rawValue }
}
