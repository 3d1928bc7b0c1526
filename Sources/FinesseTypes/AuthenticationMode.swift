/// How a system, or one of its users, proves who is there.
///
/// The literals of the wire are only partly documented, so they are read without case and without `-` and `_`.
///
/// Source: Finesse REST guide, "SystemInfo", `systemAuthMode`; "Single Sign-On: Get User Authentication Mode", `authMode`.
public enum AuthenticationMode: Hashable, Sendable, CaseIterable {
    /// Single sign-on: an access token, sent as Bearer.
    case singleSignOn
    /// User name and password, sent as Basic.
    case password
    /// Each user has a mode of their own, to be asked for (Unified CCE only).
    case hybrid

    /// Reads the server's word; nil when it is none of the three, and the caller shows the word then.
    ///
    /// - Parameter serverWord: The text of `systemAuthMode` or `authMode`, such as `NON_SSO`.
    public init?(serverWord: String) {
        let letters = serverWord.lowercased().filter { $0 != "-" && $0 != "_" && !$0.isWhitespace }
        switch letters {
        case "sso": self = .singleSignOn
        case "nonsso": self = .password
        case "hybrid": self = .hybrid
        default: return nil
        }
    }

    /// The word as the documents print it: `SSO`, `NON_SSO`, `HYBRID`.
    public var serverWord: String {
        switch self {
        case .singleSignOn: "SSO"
        case .password: "NON_SSO"
        case .hybrid: "HYBRID"
        }
    }
}

extension AuthenticationMode: CustomStringConvertible {
    /// The word as the documents print it.
    public var description: String { serverWord }
}
