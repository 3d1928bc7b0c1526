/// A refusal by a keyring: the program that keeps secrets for a desktop.
public struct KeyringFault: Error, Hashable, Sendable {
    /// What kept it from its work, as far as something can be done about it.
    public enum Cause: String, CaseIterable, Hashable, Sendable {
        /// There is no session bus to reach it by.
        case noSession = "no-session"
        /// No program on the session bus keeps secrets.
        case noService = "no-service"
        /// It is locked.
        case locked = "locked"
        /// Anything else.
        case refused = "refused"
    }

    /// What kept it from its work.
    public var cause: Cause
    /// What was tried, to follow "could not".
    public var operation: String
    /// The keyring's own words; may be empty.
    public var reason: String

    /// Makes a fault from its parts.
    ///
    /// - Parameters:
    ///   - cause: What kept it from its work.
    ///   - operation: What was tried, to follow "could not".
    ///   - reason: The keyring's own words.
    public init(cause: Cause, operation: String, reason: String) {
        self.cause = cause
        self.operation = operation
        self.reason = reason
    }
}

extension KeyringFault: CustomStringConvertible {
    /// What is wrong and what to do next.
    public var description: String {
        let words = reason.isEmpty ? "" : " (\(reason))"
        return "The keyring: could not \(operation): \(problem)\(words). \(nextAction)"
    }

    private var problem: String {
        switch cause {
        case .noSession: "there is no D-Bus session"
        case .noService: "no Secret Service answers on the D-Bus session"
        case .locked: "it is locked"
        case .refused: "it answered with an error"
        }
    }

    private var nextAction: String {
        switch cause {
        case .noSession: "Run this inside a desktop session, or keep tokens in files."
        case .noService:
            "Start gnome-keyring, KWallet or KeePassXC with its Secret Service on, or keep tokens in files."
        case .locked: "Unlock the default keyring and try again, or keep tokens in files."
        case .refused: "Look at the keyring with its own program, or keep tokens in files."
        }
    }
}
