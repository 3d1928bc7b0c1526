import FinesseSandbox

/// A cookie jar for the hosts of a sandbox.
///
/// It keeps the rules of cookies, or ignores one of them altogether.
struct TestJar {
    private struct Stored {
        var name: String
        var value: String
        var host: String
        var isHostOnly: Bool
        var path: String
        var attributes: [String: String]
    }

    private let broken: CookieRule?
    private var stored: [Stored] = []

    init(breaking rule: CookieRule?) {
        broken = rule
    }

    var names: [String] { stored.map(\.name) }

    func value(_ name: String) -> String? { stored.first { $0.name == name }?.value }

    /// Stores a `Set-Cookie` value, unless a rule forbids it.
    mutating func store(_ line: String, from url: String, isScript: Bool = false) {
        let place = Place(url)
        var parts = line.split(separator: ";").map { Self.pair(String($0)) }[...]
        guard let (name, value) = parts.popFirst() else { return }
        var attributes: [String: String] = [:]
        for (key, value) in parts where !ignores(key) { attributes[key.lowercased()] = value }
        let isSecure = attributes["secure"] != nil
        var cookie = Stored(
            name: name,
            value: value,
            host: place.host,
            isHostOnly: true,
            path: attributes["path"] ?? place.defaultPath,
            attributes: attributes
        )
        if let domain = attributes["domain"] {
            guard domain.contains("."), place.host == domain || place.host.hasSuffix("." + domain) else { return }
            cookie.host = domain
            cookie.isHostOnly = false
        }
        if broken != .secure {
            guard isSecure || (attributes["samesite"] != "None" && !name.hasPrefix("__Secure-")) else { return }
            guard place.isSecure || !isSecure else { return }
        }
        let same = stored.firstIndex { $0.name == name && $0.host == cookie.host && $0.path == cookie.path }
        if let same {
            let old = stored[same].attributes
            if isScript, old["httponly"] != nil { return }
            if !place.isSecure, old["secure"] != nil, broken != .secure { return }
            stored.remove(at: same)
        }
        let isOver = attributes["max-age"] == "0" || attributes["expires"]?.contains("1970") == true
        if !isOver { stored.append(cookie) }
    }

    /// The `Cookie` field for a request.
    func header(for url: String, method: String, initiator: String?) -> String {
        let place = Place(url)
        let isCrossSite = initiator.map { Place($0).site != place.site } ?? false
        return matching(place).filter { cookie in
            guard isCrossSite else { return true }
            return switch cookie.attributes["samesite"] {
            case "Strict": false
            case "Lax": method == "GET"
            default: true
            }
        }
        .map { "\($0.name)=\($0.value)" }.joined(separator: "; ")
    }

    /// What a script sees.
    func scriptCookies(for url: String) -> String {
        matching(Place(url)).filter { $0.attributes["httponly"] == nil }
            .map { "\($0.name)=\($0.value)" }.joined(separator: "; ")
    }

    private func matching(_ place: Place) -> [Stored] {
        stored.filter { cookie in
            (cookie.isHostOnly ? cookie.host == place.host : ".\(place.host)".hasSuffix(".\(cookie.host)"))
                && (cookie.path == "/" || place.path == cookie.path || place.path.hasPrefix(cookie.path + "/"))
                && (place.isSecure || cookie.attributes["secure"] == nil)
        }
    }

    private func ignores(_ key: String) -> Bool {
        guard let broken else { return false }
        let key = key.lowercased()
        return key == broken.rawValue.lowercased() || (broken == .expires && key == "max-age")
    }

    private static func pair(_ part: String) -> (String, String) {
        let pieces = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let trim = { (text: Substring) in String(text.drop { $0 == " " }) }
        return (trim(pieces[0]), pieces.count > 1 ? trim(pieces[1]) : "")
    }

    private struct Place {
        var isSecure: Bool
        var host: String
        var path: String

        init(_ url: String) {
            isSecure = url.hasPrefix("https:")
            let parts = url.split(separator: "/", maxSplits: 2)
            host = String(parts[1].prefix { $0 != ":" })
            path = "/" + (parts.count > 2 ? parts[2].prefix { $0 != "?" } : "")
        }

        var site: String { host.split(separator: ".").suffix(2).joined(separator: ".") }

        var defaultPath: String {
            let directory = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
                separator: "/"
            )
            return directory.isEmpty ? "/" : directory
        }
    }
}
