/// The host parser.
///
/// Source: WHATWG URL (2025) §3.5, https://url.spec.whatwg.org/#host-parsing. Departures: none.
enum HostParser {
    /// Reads a host.
    ///
    /// - Parameters:
    ///   - input: the host without port, not empty unless `isOpaque`.
    ///   - isOpaque: the URL's scheme is not special.
    /// - Returns: the host; nil when it is no host.
    static func parse(_ input: [UInt8], isOpaque: Bool) -> Host? {
        // 1. Brackets hold an IPv6 address.
        if input.first == UInt8(ascii: "[") {
            guard input.count >= 2, input.last == UInt8(ascii: "]") else { return nil }
            return IPv6Address(parsing: input[1..<(input.count - 1)]).map(Host.ipv6)
        }

        // 2. Without a special scheme nothing more is known of it.
        if isOpaque { return parseOpaque(input) }

        // 4–5. Percent-decode, then to ASCII.
        guard let domain = DomainName.toASCII(PercentEncoding.decode(input)) else { return nil }

        // 6. A last label that is a number makes it an IPv4 address or nothing.
        if IPv4.endsInNumber(domain) { return IPv4.parse(domain).map(Host.ipv4) }

        // 7.
        return .domain(String(decoding: domain, as: UTF8.self))
    }

    /// Source: "opaque-host parser".
    private static func parseOpaque(_ input: [UInt8]) -> Host? {
        guard !input.contains(where: \.isForbiddenInHost) else { return nil }
        return input.isEmpty ? .empty : .opaque(PercentEncoding.encode(input, set: .c0Control))
    }
}

extension UInt8 {
    /// A forbidden host code point.
    var isForbiddenInHost: Bool {
        switch self {
        case 0x00, 0x09, 0x0A, 0x0D, 0x20, UInt8(ascii: "#"), UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: "<"),
            UInt8(ascii: ">"), UInt8(ascii: "?"), UInt8(ascii: "@"), UInt8(ascii: "["), UInt8(ascii: "\\"),
            UInt8(ascii: "]"), UInt8(ascii: "^"), UInt8(ascii: "|"):
            true
        default: false
        }
    }

    /// A forbidden domain code point: those of hosts, all controls, `%` and DEL.
    var isForbiddenInDomain: Bool {
        self <= 0x1F || self == UInt8(ascii: "%") || self == 0x7F || isForbiddenInHost
    }
}
