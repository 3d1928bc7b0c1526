extension SandboxIdentityProviderSettings {
    /// Whose pages the identity provider's are like: our own pages, with the ids, names and addresses that those have.
    public enum Skin: String, CaseIterable, Hashable, Sendable {
        /// The sandbox's own page, with what pages of AD FS have in common.
        case plain
        /// AD FS of Windows Server 2016.
        case adfs2016
        /// AD FS of Windows Server 2019, which asks for the name on a page of its own.
        case adfs2019
        /// Keycloak.
        case keycloak
        /// Okta, whose script asks and draws.
        case okta
        /// Microsoft Entra ID, whose script draws.
        case entra
        /// PingFederate.
        case ping
        /// Shibboleth's identity provider.
        case shibboleth
        /// A page that wants to know first whether a person is there.
        case captcha
        /// A 401 that asks for `Negotiate`, with a form as its body.
        case negotiate
        /// A page whose script needs an interface that only a whole browser has.
        case unsupported
    }

    /// The language of the pages that know several: those like AD FS.
    public enum Language: String, CaseIterable, Hashable, Sendable {
        /// What the browser asks for in `Accept-Language`, else English.
        case browser
        /// English.
        case english = "en"
        /// German.
        case german = "de"
        /// Japanese.
        case japanese = "ja"
    }
}

/// A language in which pages are written.
enum SkinLanguage: String, Sendable, CaseIterable {
    case english = "en"
    case german = "de"
    case japanese = "ja"

    /// The language of a page.
    ///
    /// Source: RFC 9110, section 12.5.4; of equal weights the first wins.
    init(_ setting: SandboxIdentityProviderSettings.Language, acceptLanguage: String?) {
        if let chosen = SkinLanguage(rawValue: setting.rawValue) {
            self = chosen
            return
        }
        let wishes = (acceptLanguage ?? "").split(separator: ",").compactMap { part -> (SkinLanguage, Double)? in
            let pieces = part.split(separator: ";").map { String($0).trimmed }
            guard let tag = pieces.first?.split(separator: "-").first,
                let language = SkinLanguage(rawValue: tag.lowercased())
            else { return nil }
            let weight = pieces.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
            return weight > 0 ? (language, weight) : nil
        }
        self =
            wishes.reduce(nil as (SkinLanguage, Double)?) { best, wish in
                best.map { $0.1 >= wish.1 ? $0 : wish } ?? wish
            }?.0 ?? .english
    }
}

extension SandboxIdentityProviderSettings.Skin {
    /// The pages; nil for the sandbox's own.
    var pages: (any ProviderSkin)? {
        switch self {
        case .plain: nil
        case .adfs2016: ADFSSkin(isPaginated: false)
        case .adfs2019: ADFSSkin(isPaginated: true)
        case .keycloak: KeycloakSkin()
        case .okta: OktaSkin()
        case .entra: EntraSkin()
        case .ping: PingSkin()
        case .shibboleth: ShibbolethSkin()
        case .captcha: WallSkin(wall: .captcha)
        case .negotiate: WallSkin(wall: .negotiate)
        case .unsupported: WallSkin(wall: .unsupported)
        }
    }

    /// Where SAML requests come in.
    var signInPath: String { pages?.signInPath ?? "/adfs/ls/" }
}
