/// A pattern for the addresses of pages: `https://*.corp.example/adfs/**`.
///
/// `*` stands for any characters but a slash, `**` for any characters; the query and the fragment are not looked at. A port that
/// is not the scheme's own is written.
public struct AddressPattern: Hashable, Sendable, CustomStringConvertible {
    /// The pattern as it is written.
    public let text: String

    /// Reads a pattern.
    ///
    /// - Parameter text: The pattern; nil is returned where it has no scheme or a `**` in its host.
    public init?(_ text: String) {
        guard let scheme = ["https://", "http://"].first(where: text.hasPrefix) else { return nil }
        let host = text.dropFirst(scheme.count).prefix { $0 != "/" }
        guard !host.isEmpty, !host.contains("**"), !text.contains(where: { $0 == "?" || $0 == "#" || $0.isWhitespace })
        else { return nil }
        self.text = text
    }

    /// Makes a pattern that is known to be one.
    init(known text: StaticString) {
        self.text = "\(text)"
    }

    /// The pattern as it is written.
    public var description: String { text }

    /// Whether an address fits.
    ///
    /// - Parameter url: The address, absolute.
    /// - Returns: True where scheme, host, port and path all fit.
    public func matches(_ url: String) -> Bool {
        let address = url.prefix { $0 != "?" && $0 != "#" }
        return Self.matches(Array(text.utf8)[...], Array(address.utf8)[...])
    }

    private static func matches(_ pattern: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>) -> Bool {
        var pattern = pattern
        var text = text
        while let first = pattern.first {
            guard first == UInt8(ascii: "*") else {
                guard text.first == first else { return false }
                pattern = pattern.dropFirst()
                text = text.dropFirst()
                continue
            }
            let crosses = pattern.starts(with: "**".utf8)
            let rest = pattern.drop { $0 == UInt8(ascii: "*") }
            if rest.isEmpty { return crosses || !text.contains(UInt8(ascii: "/")) }
            while true {
                if matches(rest, text) { return true }
                guard let next = text.first, crosses || next != UInt8(ascii: "/") else { return false }
                text = text.dropFirst()
            }
        }
        return text.isEmpty
    }
}
