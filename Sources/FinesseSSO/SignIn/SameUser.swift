public import Finesse
public import FinesseTypes

/// Whether a token is that of the user asked for.
///
/// On a shared machine the identity provider may still know somebody else and sign them in without asking.
public enum SameUser: Hashable, Sendable {
    /// The answer's own words name the user asked for.
    case byName
    /// The User that the token belongs to has the name or the id asked for.
    case byLookup(User)
    /// It is another user's; the User, when there is one.
    case other(User?)

    /// Decides whose token it is.
    ///
    /// 1. `user_id`, its local part or `user_principal` equals the name asked for, without case: the same.
    /// 2. Else, where names and ids differ, the User looked up by `user_id` has that loginId or loginName: the same.
    /// 3. Otherwise it is another user's.
    ///
    /// - Parameters:
    ///   - asked: The user asked for.
    ///   - identity: Whose token it is, in the words of the answer.
    ///   - looksUp: Whether names and ids differ on this system (everything but Unified CCX).
    ///   - lookUp: Finds the User by a `user_id`; nil when there is none.
    /// - Returns: The verdict.
    /// - Throws: Whatever `lookUp` throws.
    ///
    /// Source: "Client Integration", steps 3 to 5: `cc_username` may be a loginName or a peripheralId, and so may `user_id`.
    public static func verdict<Failure: Error>(
        asked: UserName,
        identity: TokenIdentity,
        looksUp: Bool,
        lookUp: (String) async throws(Failure) -> User?
    ) async throws(Failure) -> SameUser {
        if names(of: identity).contains(where: { equal($0, asked.rawValue) }) { return .byName }
        guard looksUp, let userID = identity.userID, let user = try await lookUp(userID) else { return .other(nil) }
        let isSame = equal(user.loginID.rawValue, asked.rawValue) || equal(user.loginName?.rawValue, asked.rawValue)
        return isSame ? .byLookup(user) : .other(user)
    }

    private static func names(of identity: TokenIdentity) -> [String] {
        [identity.userID, identity.userID.flatMap(localPart), identity.principal].compactMap { $0 }
    }

    /// Whether a User has the name in a `user_id`, with its realm or without.
    static func isNamed(_ userID: String, _ user: User) -> Bool {
        let name = user.loginName?.rawValue
        return equal(name, userID) || localPart(userID).map { equal(name, $0) } ?? false
    }

    /// What stands before the last `@`; nil when there is none or nothing before it.
    static func localPart(_ name: String) -> String? {
        guard let at = name.lastIndex(of: "@"), at > name.startIndex else { return nil }
        return String(name[..<at])
    }

    private static func equal(_ left: String?, _ right: String) -> Bool {
        left.map { $0.lowercased() == right.lowercased() } ?? false
    }
}

/// A token of somebody else than the user asked for; it is not used.
public struct OtherUser: Hashable, Sendable {
    /// Host and port of the Finesse node.
    public var host: String
    /// The user asked for.
    public var asked: UserName
    /// The user of the token.
    public var got: String

    /// Makes the finding from its parts.
    ///
    /// - Parameters:
    ///   - host: Host and port of the Finesse node.
    ///   - asked: The user asked for.
    ///   - got: The user of the token.
    public init(host: String, asked: UserName, got: String) {
        self.host = host
        self.asked = asked
        self.got = got
    }

    /// The finding in the four parts that a person needs.
    public var explanation: FailureExplanation {
        FailureExplanation(
            host: host,
            step: "checking whose token it is",
            problem: "the token belongs to \(got), not to \(asked), and was thrown away",
            nextAction: "The identity provider still knew \(got), by a session or by a Kerberos ticket: remove that"
                + " session's cookies, or get \(asked)'s ticket with kinit, then sign in as \(asked) again."
        )
    }
}
