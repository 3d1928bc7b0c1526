import FinesseSSO
import FinesseTypes

/// What is said of a signed-in agent: never the token itself.
enum SessionReport {
    /// The report of a stored session.
    static func report(of session: StoredSession, now: WallTime) -> Report {
        var report = Report()
        report.add("user", "user", session.key.user.rawValue)
        report.add("loginId", "login id", session.loginID?.rawValue)
        report.add("server", "server", "\(session.key.server)")
        if let tokens = session.tokens {
            report.add("userId", "user id of the token", tokens.identity.userID)
            report.add("userPrincipal", "user principal", tokens.identity.principal)
            report.add("expiresAt", "token expires at", tokens.expiresAt.iso8601)
            report.add("expiresIn", "token expires in s", .number(Int(tokens.expiresAt.since(now).components.seconds)))
            report.add("refreshable", "has a refresh token", .flag(tokens.refreshToken != nil))
        }
        return report
    }
}
