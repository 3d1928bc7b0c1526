import HTTPTransport

/// The hosts that a `NO_PROXY` list excepts.
///
/// Entries are set apart by commas or white space: `*` for all; a name for itself and everything under it, with or without a
/// leading dot; an address; a network as `10.0.0.0/8` or `fd00::/8`; each but the network may end in `:port`.
struct ProxyExceptions: Sendable {
    private enum Entry: Sendable {
        case all
        case name(String, port: UInt16?)
        case network(IPAddress, prefix: Int, port: UInt16?)
    }

    private let entries: [Entry]

    init(_ list: String) {
        entries = list.split { $0 == "," || $0.isWhitespace }.compactMap { Self.entry(String($0).lowercased()) }
    }

    func contain(_ origin: HTTPOrigin) -> Bool {
        let address = IPAddress(origin.host)
        let host = Self.withoutFinalDot(origin.host)
        return entries.contains { entry in
            switch entry {
            case .all:
                true
            case .name(let name, let port):
                address == nil && (port ?? origin.port) == origin.port && (host == name || host.hasSuffix("." + name))
            case .network(let network, let prefix, let port):
                (port ?? origin.port) == origin.port
                    && address.map { $0.sharesPrefix(of: prefix, with: network) } == true
            }
        }
    }

    private static func entry(_ text: String) -> Entry? {
        if text == "*" { return .all }
        if let slash = text.firstIndex(of: "/") {
            guard let network = IPAddress(String(text[..<slash])),
                let prefix = Int(text[text.index(after: slash)...]), (0...network.bytes.count * 8).contains(prefix)
            else { return nil }
            return .network(network, prefix: prefix, port: nil)
        }
        if let address = IPAddress(text) { return .network(address, prefix: address.bytes.count * 8, port: nil) }

        var host = Substring(text)
        var port: UInt16?
        if let colon = text.lastIndex(of: ":") {
            port = UInt16(digits: text[text.index(after: colon)...])
            if port == nil { return nil }
            host = text[..<colon]
        }
        if let address = IPAddress(String(host)) {
            return .network(address, prefix: address.bytes.count * 8, port: port)
        }
        if host.hasPrefix("*.") { host = host.dropFirst() }
        if host.hasPrefix(".") { host = host.dropFirst() }
        let name = withoutFinalDot(String(host))
        return name.isEmpty ? nil : .name(name, port: port)
    }

    private static func withoutFinalDot(_ name: String) -> String {
        name.hasSuffix(".") ? String(name.dropLast()) : name
    }
}
