/// The IPv4 forms that a URL's host may be written in.
///
/// Source: WHATWG URL (2025) §3.5, https://url.spec.whatwg.org/#concept-ipv4-parser
enum IPv4 {
    /// Whether a domain's last label makes it an IPv4 address, or nothing at all.
    ///
    /// Source: "ends in a number checker".
    static func endsInNumber(_ domain: [UInt8]) -> Bool {
        // FAST PATH: such a label begins with a digit; a label that does not is no number.
        var end = domain.count
        if domain.last == UInt8(ascii: ".") { end -= 1 }
        guard end > 0 else { return false }
        let start = (domain[..<end].lastIndex(of: UInt8(ascii: ".")) ?? -1) + 1
        let last = domain[start..<end]
        guard let first = last.first, first.isASCIIDigit else { return false }
        return last.allSatisfy(\.isASCIIDigit) || number(last) != nil
    }

    /// Reads one to four parts in decimal, octal or hexadecimal.
    ///
    /// Source: "IPv4 parser".
    static func parse(_ domain: [UInt8]) -> UInt32? {
        // 1–3. At most four parts, and an empty one after the last dot.
        var parts = domain.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        if parts.count > 1, parts.last?.isEmpty == true { parts.removeLast() }
        guard parts.count <= 4 else { return nil }

        // 4–5. Each is a number.
        var numbers: [UInt64] = []
        for part in parts {
            guard let value = number(part) else { return nil }
            numbers.append(value)
        }

        // 6–9. All but the last are bytes; the last fills what is left.
        guard let last = numbers.popLast(), numbers.allSatisfy({ $0 <= 255 }),
            last < 1 << UInt64(8 * (4 - numbers.count))
        else { return nil }

        // 10–13.
        var address = last
        for (index, value) in numbers.enumerated() { address += value << UInt64(8 * (3 - index)) }
        return UInt32(truncatingIfNeeded: address)
    }

    /// The dotted form.
    static func serialize(_ address: UInt32) -> String {
        "\(address >> 24).\(address >> 16 & 0xFF).\(address >> 8 & 0xFF).\(address & 0xFF)"
    }

    /// One part; a value too large for any place is cut to 2^40, which is still too large.
    ///
    /// Source: "IPv4 number parser".
    private static func number(_ part: ArraySlice<UInt8>) -> UInt64? {
        guard !part.isEmpty else { return nil }
        var digits = part
        var radix: UInt64 = 10
        if digits.starts(with: Array("0x".utf8)) || digits.starts(with: Array("0X".utf8)) {
            digits = digits.dropFirst(2)
            radix = 16
        } else if digits.count > 1, digits.first == UInt8(ascii: "0") {
            digits = digits.dropFirst()
            radix = 8
        }
        var value: UInt64 = 0
        for byte in digits {
            guard let digit = byte.hexDigitValue, UInt64(digit) < radix else { return nil }
            value = min(value * radix + UInt64(digit), 1 << 40)
        }
        return value
    }
}
