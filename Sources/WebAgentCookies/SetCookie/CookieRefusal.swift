/// Why a cookie was not stored: the rule that decided, with what it decided on.
///
/// It carries no cookie's name or value and may be shown and recorded.
///
/// Source: draft-ietf-httpbis-rfc6265bis-20, §5.6 and §5.7; ``section`` names the step.
public enum CookieRefusal: Error, Hashable, Sendable {
    /// The value holds a control character other than tab.
    case controlCharacter(UInt8)

    /// Name and value together are longer than 4096 bytes; so long they were.
    case tooLong(Int)

    /// The cookie policy is not to keep cookies for this scheme; only `http` and `https` have them.
    case notHTTP(scheme: String)

    /// It stood in a page's `<meta http-equiv="set-cookie">`, which sets nothing.
    case fromMarkup

    /// Neither a name nor a value.
    case emptyNameAndValue

    /// The `Domain` holds a byte that is not ASCII.
    case domainNotASCII

    /// The `Domain` is a public suffix and not the host itself.
    case publicSuffix(domain: String)

    /// The host does not belong to the `Domain`.
    case domainMismatch(domain: String, host: String)

    /// `Secure` over a connection that is not.
    case secureOverInsecureConnection

    /// `HttpOnly` from a script.
    case httpOnlyFromScript

    /// Set without security where it would lie over a `Secure` cookie of that name.
    case overlaysSecureCookie

    /// Set by a request of another site that is no top-level navigation, without `SameSite=None`.
    case crossSite(SameSite, because: CrossSiteReason)

    /// `SameSite=None` without `Secure`.
    case sameSiteNoneWithoutSecure

    /// The name promises `__Secure-` and the cookie is not.
    case securePrefix

    /// The name promises `__Host-` and `Secure`, `Path=/` or the absence of `Domain` is missing.
    case hostPrefix

    /// The name promises `__Http-` or `__Host-Http-` and `Secure` or `HttpOnly` is missing.
    case httpPrefix

    /// No name, and a value that begins like a prefixed name.
    case namelessPrefix

    /// A script would overwrite an `HttpOnly` cookie.
    case overwritesHTTPOnly

    /// The jar is full of cookies that are to be kept longer.
    case noRoom
}

extension CookieRefusal {
    /// Where the rule stands.
    public var section: String {
        switch self {
        case .controlCharacter: "RFC 6265bis §5.6 step 1"
        case .tooLong: "RFC 6265bis §5.6 step 5"
        case .notHTTP: "RFC 6265bis §5.7 step 1"
        case .fromMarkup: "HTML, meta http-equiv, Set-Cookie state"
        case .emptyNameAndValue: "RFC 6265bis §5.7 step 2"
        case .domainNotASCII: "RFC 6265bis §5.7 step 8"
        case .publicSuffix: "RFC 6265bis §5.7 step 9"
        case .domainMismatch: "RFC 6265bis §5.7 step 10"
        case .secureOverInsecureConnection: "RFC 6265bis §5.7 step 13"
        case .httpOnlyFromScript: "RFC 6265bis §5.7 step 15"
        case .overlaysSecureCookie: "RFC 6265bis §5.7 step 16"
        case .crossSite: "RFC 6265bis §5.7 step 18"
        case .sameSiteNoneWithoutSecure: "RFC 6265bis §5.7 step 19"
        case .securePrefix: "RFC 6265bis §5.7 step 20"
        case .hostPrefix: "RFC 6265bis §5.7 step 21"
        case .httpPrefix: "Layered Cookies, name prefixes"
        case .namelessPrefix: "RFC 6265bis §5.7 step 22"
        case .overwritesHTTPOnly: "RFC 6265bis §5.7 step 23.2"
        case .noRoom: "RFC 6265bis §5.7, excess cookies"
        }
    }

    /// The rule in one word, for counting.
    public var label: String {
        switch self {
        case .controlCharacter: "control-character"
        case .tooLong: "too-long"
        case .notHTTP: "not-http"
        case .fromMarkup: "from-markup"
        case .emptyNameAndValue: "empty"
        case .domainNotASCII: "domain-not-ascii"
        case .publicSuffix: "public-suffix"
        case .domainMismatch: "domain-mismatch"
        case .secureOverInsecureConnection: "secure-over-insecure"
        case .httpOnlyFromScript: "http-only-from-script"
        case .overlaysSecureCookie: "overlays-secure"
        case .crossSite: "cross-site"
        case .sameSiteNoneWithoutSecure: "same-site-none-without-secure"
        case .securePrefix: "secure-prefix"
        case .hostPrefix: "host-prefix"
        case .httpPrefix: "http-prefix"
        case .namelessPrefix: "nameless-prefix"
        case .overwritesHTTPOnly: "overwrites-http-only"
        case .noRoom: "no-room"
        }
    }
}

extension CookieRefusal: CustomStringConvertible {
    /// The rule as a sentence for people, with its section.
    public var description: String { "\(sentence) (\(section))" }

    private var sentence: String {
        switch self {
        case .controlCharacter(let byte): "it holds the control character 0x\(String(byte, radix: 16, uppercase: true))"
        case .tooLong(let length): "name and value have \(length) bytes together, more than \(SetCookie.maximumLength)"
        case .notHTTP(let scheme): "\(scheme): has no cookies"
        case .fromMarkup: "a <meta> element cannot set cookies"
        case .emptyNameAndValue: "it has neither a name nor a value"
        case .domainNotASCII: "its Domain is not ASCII"
        case .publicSuffix(let domain): "its Domain \(domain) is a public suffix"
        case .domainMismatch(let domain, let host): "its Domain \(domain) does not cover the host \(host)"
        case .secureOverInsecureConnection: "it is Secure and the connection is not"
        case .httpOnlyFromScript: "a script cannot set an HttpOnly cookie"
        case .overlaysSecureCookie: "it would lie over a Secure cookie and the connection is not secure"
        case .crossSite(let sameSite, let reason):
            "it has SameSite \(sameSite.rawValue) and \(reason.sentence), outside a top-level navigation"
        case .sameSiteNoneWithoutSecure: "SameSite=None needs Secure"
        case .securePrefix: "a __Secure- name needs Secure"
        case .hostPrefix: "a __Host- name needs Secure, Path=/ and no Domain"
        case .httpPrefix: "an __Http- name needs Secure and HttpOnly"
        case .namelessPrefix: "it has no name and its value looks like a prefixed name"
        case .overwritesHTTPOnly: "a script cannot overwrite an HttpOnly cookie"
        case .noRoom: "the jar is full of cookies that are kept longer"
        }
    }
}
