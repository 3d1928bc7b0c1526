/// An access token of the Cisco Identity Service: what `Authorization: Bearer` carries.
///
/// It is opaque. It prints as `<redacted>` and is not `Codable`, so that no log, error or file holds it by accident.
///
/// Source: "Client Integration", step 4, `token`.
public struct AccessToken: Hashable, Sendable {
    private let secret: String

    /// Takes the secret.
    ///
    /// - Parameter secret: The token as the server wrote it.
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

extension AccessToken: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Never the secret.
    public var description: String { "<redacted>" }

    /// Never the secret.
    public var debugDescription: String { "<redacted>" }

    /// A mirror without children, so that `dump` and debuggers see nothing either.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
