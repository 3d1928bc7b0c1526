/// A code that a page asks for once, beside the password.
///
/// It prints as `<redacted>` and is not `Codable`.
public struct OneTimeCode: Hashable, Sendable {
    private let secret: String

    /// Takes the code; blanks, with which people group digits, fall away.
    ///
    /// - Parameter secret: The code as it was shown.
    public init(_ secret: String) {
        self.secret = String(secret.filter { !$0.isWhitespace })
    }

    /// Gives the code away, in the one way there is.
    ///
    /// - Returns: The code, as it is typed.
    public func reveal() -> String { secret }

    /// True when there is nothing in it.
    public var isEmpty: Bool { secret.isEmpty }
}

extension OneTimeCode: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Never the code.
    public var description: String { "<redacted>" }

    /// Never the code.
    public var debugDescription: String { "<redacted>" }

    /// A mirror without children.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// Why there is no one-time code.
public enum OneTimeCodeError: Error, Hashable, Sendable {
    /// The secret cannot be read; the reason is a phrase and shows nothing of it.
    case unusableSecret(reason: String)
    /// The same code came a second time; it was not sent again.
    case repeated
    /// Nobody, or no program, gave one; the reason is a sentence without its full stop.
    case notGiven(reason: String)
}

extension OneTimeCodeError: CustomStringConvertible {
    /// What is wrong and what to do next.
    public var description: String {
        switch self {
        case .unusableSecret(let reason):
            "The secret of the one-time codes cannot be used: \(reason). Give it in Base32, or as the otpauth:// address"
                + " that the provider's QR code holds."
        case .repeated:
            "The same one-time code came a second time and was not sent again. Wait for the next code, then sign in again."
        case .notGiven(let reason): "\(reason). Then sign in again."
        }
    }
}
