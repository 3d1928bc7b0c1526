import FinesseSandbox
import HTTPTransport
import Synchronization

/// A rule of cookies that a jar ignores, and how; every other rule it keeps.
enum BrokenCookieRule: String, CaseIterable, Sendable {
    /// It does not know `Secure`, and so sends such cookies without TLS.
    case secureUnknown
    /// It does not know `Path`, and so sends every cookie everywhere on its host.
    case pathUnknown
    /// It lets a server set cookies for another one.
    case domainUnchecked
    /// It lets a server set cookies for a whole public suffix.
    case publicSuffixUnchecked
    /// It does not know `Domain`, and so keeps to the one host what is meant for the parent domain.
    case domainUnknown
    /// It knows neither `Expires` nor `Max-Age`, and so never forgets.
    case expiresUnknown
    /// It does not know `HttpOnly`, and so shows such cookies to scripts.
    case httpOnlyUnknown
    /// It does not know `SameSite`, and so sends cookies whoever started the request.
    case sameSiteUnknown
    /// It takes every cookie for `SameSite=Strict`.
    case sameSiteAlwaysStrict

    /// The attribute's rule, as the sandbox names it.
    var rule: CookieRule {
        switch self {
        case .secureUnknown: .secure
        case .pathUnknown: .path
        case .domainUnchecked, .publicSuffixUnchecked, .domainUnknown: .domain
        case .expiresUnknown: .expires
        case .httpOnlyUnknown: .httpOnly
        case .sameSiteUnknown, .sameSiteAlwaysStrict: .sameSite
        }
    }

    /// A sandbox on which the rule decides.
    var configuration: SandboxConfiguration {
        var configuration = SandboxConfiguration()
        if self == .secureUnknown { configuration.hasPlainHop = true }
        if self == .domainUnknown { configuration.sites = .joined(parent: "contact.example") }
        return configuration
    }
}

/// Makes the jar in front of it ignore one rule, by taking from `Set-Cookie` what the rule goes by.
///
/// The jar decides on what it was told, so a cookie without the attribute is treated as by a jar that does not know the
/// attribute. What the jar refuses or withholds by a rule that also tells cookies apart (`Path`, another server's `Domain`)
/// is kept here and sent as a jar without the rule would.
final class CookieBreakingTransport: HTTPTransport {
    /// A cookie that the jar withholds or refused, and to which hosts a jar without the rule sends it.
    private struct Stray: Sendable {
        var pair: String
        var domain: String
        /// Where the jar sends it by itself.
        var path: String?
    }

    private let inner: any HTTPTransport
    private let broken: BrokenCookieRule
    private let strays = Mutex<[Stray]>([])

    init(_ inner: any HTTPTransport, breaking broken: BrokenCookieRule) {
        self.inner = inner
        self.broken = broken
    }

    func perform(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        var request = request
        let more = strays.withLock { strays in
            strays.filter { stray in
                Self.isWithin(request.origin.host, stray.domain)
                    && !(stray.path.map { Self.path(request.target, isWithin: $0) } ?? false)
            }.map(\.pair)
        }
        if !more.isEmpty {
            let sent = request.fields.text(named: "Cookie").map { [$0] } ?? []
            request.fields.set("Cookie", (sent + more).joined(separator: "; "))
        }
        var response = try await inner.perform(request)
        let lines = response.fields.values(named: "Set-Cookie").map { String(decoding: $0, as: UTF8.self) }
        response.fields.removeAll(named: "Set-Cookie")
        for line in lines { response.fields.append("Set-Cookie", told(line, from: request.origin.host)) }
        return response
    }

    /// What the jar is told of a cookie.
    private func told(_ line: String, from host: String) -> String {
        var parts = line.split(separator: ";").map { $0.drop { $0 == " " } }
        func name(_ part: Substring) -> String { part.prefix { $0 != "=" }.lowercased() }
        func value(_ attribute: String) -> String? {
            parts.dropFirst().first { name($0) == attribute }.map { String($0.drop { $0 != "=" }.dropFirst()) }
        }
        func remove(_ attributes: Set<String>) {
            parts = parts.prefix(1) + parts.dropFirst().filter { !attributes.contains(name($0)) }
        }
        switch broken {
        case .secureUnknown:
            // Where SameSite=None or a prefix asks for Secure the jar still sees it: those are rules of their own.
            let isAskedFor = value("samesite")?.lowercased() == "none" || parts[0].hasPrefix("__")
            if !isAskedFor { remove(["secure"]) }
        case .pathUnknown:
            guard let path = value("path"), value("expires") == nil, value("max-age") == nil else { break }
            strays.withLock { $0.append(Stray(pair: String(parts[0]), domain: host, path: path)) }
        case .domainUnchecked, .publicSuffixUnchecked:
            guard let domain = value("domain") else { break }
            let isSuffix = Self.isWithin(host, domain)
            guard isSuffix == (broken == .publicSuffixUnchecked) else { break }
            strays.withLock { $0.append(Stray(pair: String(parts[0]), domain: domain, path: nil)) }
        case .domainUnknown: remove(["domain"])
        case .expiresUnknown: remove(["expires", "max-age"])
        case .httpOnlyUnknown: remove(["httponly"])
        case .sameSiteUnknown:
            guard value("secure") != nil else { break }
            remove(["samesite"])
            parts.append("SameSite=None")
        case .sameSiteAlwaysStrict:
            remove(["samesite"])
            parts.append("SameSite=Strict")
        }
        return parts.joined(separator: "; ")
    }

    private static func path(_ target: String, isWithin path: String) -> Bool {
        let target = target.prefix { $0 != "?" }
        return target == path || target.hasPrefix(path.hasSuffix("/") ? path : "\(path)/")
    }

    private static func isWithin(_ host: String, _ domain: String) -> Bool {
        let domain = domain.drop { $0 == "." }
        return host == domain || host.hasSuffix(".\(domain)")
    }
}
