/// A release of Finesse and of the identity service, as far as releases differ in single sign-on.
///
/// The raw value is what a configuration and a command line write.
public enum SandboxRelease: String, CaseIterable, Hashable, Sendable {
    /// 11.6(1), before its engineering special 10.
    case release116 = "11.6"
    /// 12.0(1), before its engineering special 3.
    case release120 = "12.0"
    /// 12.5(1), before its engineering special 1.
    case release125 = "12.5"
    /// 12.5(1) SU2 of Unified CCX, and what came with it.
    case release125SU2 = "12.5 SU2"
    /// 12.6(2), which signs its tokens.
    case release1262 = "12.6(2)"
    /// 15.0(1).
    case release150 = "15.0"

    /// One line about what is special about it.
    public var summary: String {
        switch self {
        case .release116:
            "encrypted tokens, cc_username by cookie only, SHA-1 accepted, no UserAuthMode, assertion consumer without metaAlias"
        case .release120:
            "as 11.6"
        case .release125:
            "as 12.0, but SHA-1 refused, with UserAuthMode and users found by login name"
        case .release125SU2:
            "as 12.5, but cc_username in the query too, and an assertion consumer with metaAlias"
        case .release1262:
            "tokens signed with RS256 and a public key to verify them, SystemInfo with ports and maintenance mode"
        case .release150:
            "as 12.6(2)"
        }
    }
}

extension SandboxConfiguration {
    /// Creates the default configuration as a release behaves.
    ///
    /// - Parameter release: The release.
    public init(release: SandboxRelease) {
        self.init()
        apply(release)
    }

    /// Sets every switch in which releases differ; all others stay.
    ///
    /// | switch | 11.6 | 12.0 | 12.5 | 12.5 SU2 | 12.6(2) | 15.0 | evidence |
    /// |---|---|---|---|---|---|---|---|
    /// | `tokens.form` | opaque | opaque | opaque | opaque | signed | signed | "Client-side token validation"; PCCE features guide |
    /// | `tokens.…Lifetime` | 1 h, 10 h, 1 min in all | | | | | | UCCE features guide 15.0, "Single Sign-On" |
    /// | `desktop.readsUserNameFromCookieOnly` | yes | yes | yes | no | no | no | TAC document 215626 |
    /// | `desktop.refreshAcceptsGET` | yes | yes | yes | yes | no | no | TAC document 215626 for 12.5; inferred for later ones |
    /// | `desktop.hasUserAuthMode` | no | no | yes | yes | yes | yes | developer guide 12.5(1), "What's New" |
    /// | `desktop.findsUsersByLoginName` | no | no | yes | yes | yes | yes | developer guide 12.5(1), "What's New" |
    /// | `desktop.systemInfoForm` | short | short | short | short | full | full | developer guide 12.5(1), page 333; "SystemInfo" |
    /// | `identityService.publishesMetaAlias` | no | no | no | yes | yes | yes | UCCX release notes 12.5(1) SU2 |
    /// | `identityService.publishesTokenKey` | no | no | no | no | yes | yes | "Client-side token validation" |
    /// | `identityService.acceptsSHA1` | yes | yes | no | no | no | no | TAC document 200662; UCCE features guide 15.0 |
    ///
    /// - Parameter release: The release; nothing for none, which sets every one of these switches to its default.
    public mutating func apply(_ release: SandboxRelease?) {
        self.release = release
        guard let release else { return applyDefaults() }
        let isOlder: (SandboxRelease) -> Bool = { other in
            let all = SandboxRelease.allCases
            return (all.firstIndex(of: release) ?? 0) < (all.firstIndex(of: other) ?? 0)
        }
        tokens.form = isOlder(.release1262) ? .opaque : .signed
        tokens.accessLifetime = .seconds(3600)
        tokens.refreshLifetime = .seconds(36_000)
        tokens.codeLifetime = .seconds(60)
        desktop.readsUserNameFromCookieOnly = isOlder(.release125SU2)
        desktop.refreshAcceptsGET = isOlder(.release1262)
        desktop.hasUserAuthMode = !isOlder(.release125)
        desktop.findsUsersByLoginName = !isOlder(.release125)
        desktop.systemInfoForm = isOlder(.release1262) ? .short : .full
        identityService.publishesMetaAlias = !isOlder(.release125SU2)
        identityService.publishesTokenKey = !isOlder(.release1262)
        identityService.acceptsSHA1 = isOlder(.release125)
    }

    private mutating func applyDefaults() {
        let plain = SandboxConfiguration()
        tokens.form = plain.tokens.form
        tokens.accessLifetime = plain.tokens.accessLifetime
        tokens.refreshLifetime = plain.tokens.refreshLifetime
        tokens.codeLifetime = plain.tokens.codeLifetime
        desktop.readsUserNameFromCookieOnly = plain.desktop.readsUserNameFromCookieOnly
        desktop.refreshAcceptsGET = plain.desktop.refreshAcceptsGET
        desktop.hasUserAuthMode = plain.desktop.hasUserAuthMode
        desktop.findsUsersByLoginName = plain.desktop.findsUsersByLoginName
        desktop.systemInfoForm = plain.desktop.systemInfoForm
        identityService.publishesMetaAlias = plain.identityService.publishesMetaAlias
        identityService.publishesTokenKey = plain.identityService.publishesTokenKey
        identityService.acceptsSHA1 = plain.identityService.acceptsSHA1
    }
}
