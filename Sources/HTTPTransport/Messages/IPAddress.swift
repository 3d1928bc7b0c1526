/// An IPv4 or IPv6 address as its bytes.
package struct IPAddress: Sendable, Hashable {
    /// Four or sixteen bytes, the first one first.
    package let bytes: [UInt8]

    /// Reads `127.0.0.1`, `::1` or `[::1]`; `nil` for anything else.
    package init?(_ text: String) {
        var text = Substring(text)
        if text.first == "[", text.last == "]" { text = text.dropFirst().dropLast() }
        guard let bytes = text.utf8.contains(UInt8(ascii: ":")) ? Self.version6(text) : Self.version4(text) else {
            return nil
        }
        self.bytes = bytes
    }

    /// Whether the first bits are the same; never between IPv4 and IPv6.
    package func sharesPrefix(of bits: Int, with other: IPAddress) -> Bool {
        guard bytes.count == other.bytes.count, bits <= bytes.count * 8 else { return false }
        let whole = bits / 8
        guard bytes.prefix(whole) == other.bytes.prefix(whole) else { return false }
        guard bits % 8 != 0 else { return true }
        let mask = ~UInt8(0xFF >> (bits % 8))
        return bytes[whole] & mask == other.bytes[whole] & mask
    }

    /// An IPv6 address in its shortest form; `nil` for IPv4.
    ///
    /// Source: RFC 5952 §4: no leading zeros, the first of the longest runs of two or more zero groups as `::`, lower case.
    package var version6Text: String? {
        guard bytes.count == 16 else { return nil }
        let groups = stride(from: 0, to: 16, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }
        var longest = 0..<0
        for start in groups.indices {
            let run = groups[start...].prefix { $0 == 0 }.count
            if run > max(1, longest.count) { longest = start..<start + run }
        }
        let text = { (part: ArraySlice<UInt16>) in part.map { String($0, radix: 16) }.joined(separator: ":") }
        return longest.isEmpty
            ? text(groups[...]) : text(groups[..<longest.lowerBound]) + "::" + text(groups[longest.upperBound...])
    }

    private static func version4(_ text: Substring) -> [UInt8]? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        // A leading zero means an octal number to some readers.
        let bytes = parts.compactMap { part in
            part.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
                && (part.utf8.count == 1 || part.utf8.first != UInt8(ascii: "0"))
                ? UInt8(part) : nil
        }
        return bytes.count == 4 ? bytes : nil
    }

    private static func version6(_ text: Substring) -> [UInt8]? {
        var halves: [[UInt8]] = []
        var rest = text
        if let gap = text.indices.first(where: { text[$0...].hasPrefix("::") }) {
            guard let head = groups(text[..<gap], mayEndInVersion4: false) else { return nil }
            halves.append(head)
            rest = text[text.index(gap, offsetBy: 2)...]
        }
        guard let tail = groups(rest, mayEndInVersion4: true) else { return nil }
        guard let head = halves.first else { return tail.count == 16 ? tail : nil }
        guard head.count + tail.count <= 14 else { return nil }
        return head + [UInt8](repeating: 0, count: 16 - head.count - tail.count) + tail
    }

    private static func groups(_ text: Substring, mayEndInVersion4: Bool) -> [UInt8]? {
        if text.isEmpty { return [] }
        var bytes: [UInt8] = []
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        for (place, part) in parts.enumerated() {
            if mayEndInVersion4, place == parts.count - 1, let last = version4(part) {
                bytes += last
            } else if (1...4).contains(part.utf8.count), part.allSatisfy(\.isHexDigit),
                let group = UInt16(part, radix: 16)
            {
                bytes += [UInt8(group >> 8), UInt8(group & 0xFF)]
            } else {
                return nil
            }
        }
        return bytes
    }
}
