/// A password.
///
/// It prints as `<redacted>` and is not `Codable`.
public struct Password: Hashable, Sendable {
    private let secret: String

    /// Takes the secret.
    ///
    /// - Parameter secret: The password, exactly as the person typed it.
    public init(_ secret: String) {
        self.secret = secret
    }

    /// Gives the secret away, in the one way there is: every use can be found by this name.
    ///
    /// - Returns: The secret, as it was taken.
    public func reveal() -> String { secret }

    /// True when there is nothing in it.
    public var isEmpty: Bool { secret.isEmpty }
}

extension Password: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Never the secret.
    public var description: String { "<redacted>" }

    /// Never the secret.
    public var debugDescription: String { "<redacted>" }

    /// A mirror without children, so that `dump` and debuggers see nothing either.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
