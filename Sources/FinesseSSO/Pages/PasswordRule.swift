/// To which origins a password may go.
public struct PasswordRule: Hashable, Sendable {
    /// Origins over HTTPS, written `https://adfs.corp.example`; nil allows every one that the sign-in leads to.
    public var origins: Set<String>?
    /// Origins without TLS that may have the password all the same, written `http://127.0.0.1:8080`.
    public var plainOrigins: Set<String>
    /// Where this very password was refused lately, and when, by host and port as pages are named: it does not go there.
    public var refused: [String: WallTime] = [:]

    /// Makes a rule from its parts.
    ///
    /// - Parameters:
    ///   - origins: Origins over HTTPS; nil allows all.
    ///   - plainOrigins: Origins without TLS; each needs to be named.
    public init(origins: Set<String>? = nil, plainOrigins: Set<String> = []) {
        self.origins = origins
        self.plainOrigins = plainOrigins
    }

    /// Every origin over HTTPS that the sign-in leads to, and none without TLS.
    public static let everySecureOrigin = PasswordRule()

    /// Looks at a form: both the page and the form's target must be allowed, since either could send the password on.
    ///
    /// - Parameters:
    ///   - pageOrigin: The origin of the page.
    ///   - actionOrigin: The origin that the form is submitted to.
    /// - Returns: nil when the password may go there, else the origin and the reason.
    public func objection(pageOrigin: String, actionOrigin: String) -> PasswordObjection? {
        for origin in [pageOrigin, actionOrigin] {
            if let objection = objection(to: origin) { return objection }
        }
        return nil
    }

    /// Looks at one origin.
    ///
    /// - Parameter origin: The origin, as origins are written.
    /// - Returns: nil when the password may go there, else the reason.
    public func objection(to origin: String) -> PasswordObjection? {
        if let scheme = origin.firstRange(of: "://"), let date = refused[String(origin[scheme.upperBound...])] {
            return PasswordObjection(origin: origin, reason: .refusedBefore(date))
        }
        if origin.hasPrefix("https://") {
            guard let origins, !origins.contains(origin) else { return nil }
            return PasswordObjection(origin: origin, reason: .notAllowed)
        }
        return plainOrigins.contains(origin) ? nil : PasswordObjection(origin: origin, reason: .notEncrypted)
    }
}

/// Why a password may not go somewhere.
public struct PasswordObjection: Hashable, Sendable {
    /// The rule that decided.
    public enum Reason: Hashable, Sendable {
        /// The origin is not over HTTPS and was not named.
        case notEncrypted
        /// The origin is not among those that were named.
        case notAllowed
        /// The same password was refused there, at this time.
        case refusedBefore(WallTime)
    }

    /// The origin that may not have it.
    public var origin: String
    /// The rule that decided.
    public var reason: Reason

    /// Makes an objection from its parts.
    ///
    /// - Parameters:
    ///   - origin: The origin that may not have it.
    ///   - reason: The rule that decided.
    public init(origin: String, reason: Reason) {
        self.origin = origin
        self.reason = reason
    }
}
