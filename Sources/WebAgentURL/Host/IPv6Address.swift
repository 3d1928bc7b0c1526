/// An IPv6 address as a URL's host holds it.
///
/// Source: WHATWG URL (2025) §3.5, https://url.spec.whatwg.org/#concept-ipv6
public struct IPv6Address: Hashable, Sendable, CustomStringConvertible {
    /// The 128 bits, most significant first.
    public let bits: UInt128

    /// Makes an address of its bits.
    ///
    /// - Parameter bits: the 128 bits, most significant first.
    public init(bits: UInt128) {
        self.bits = bits
    }

    /// The eight 16-bit pieces, in the order they are written.
    public var pieces: [UInt16] {
        (0..<8).map { UInt16(truncatingIfNeeded: bits >> UInt128(112 - 16 * $0)) }
    }

    /// The address without brackets, its longest run of zero pieces compressed.
    ///
    /// Source: WHATWG URL (2025), "IPv6 serializer".
    public var description: String {
        let pieces = pieces
        let compressed = Self.longestZeroRun(in: pieces)
        var output = ""
        var index = 0
        while index < 8 {
            if index == compressed?.lowerBound {
                output += index == 0 ? "::" : ":"
                index = compressed?.upperBound ?? 8
                continue
            }
            output += String(pieces[index], radix: 16)
            if index != 7 { output += ":" }
            index += 1
        }
        return output
    }

    /// The first longest run of two or more zero pieces.
    private static func longestZeroRun(in pieces: [UInt16]) -> Range<Int>? {
        var longest: Range<Int>?
        var start = 0
        while start < 8 {
            guard pieces[start] == 0 else {
                start += 1
                continue
            }
            let end = pieces[start...].firstIndex { $0 != 0 } ?? 8
            if end - start > max(1, longest?.count ?? 0) { longest = start..<end }
            start = end
        }
        return longest
    }
}

extension IPv6Address {
    /// Reads an address without brackets.
    ///
    /// - Parameter input: the text between the brackets of a host.
    ///
    /// Source: WHATWG URL (2025), "IPv6 parser".
    init?(parsing input: ArraySlice<UInt8>) {
        var pieces = [UInt16](repeating: 0, count: 8)
        var pieceIndex = 0
        var compress: Int?
        var pointer = input.startIndex
        func byte(_ index: Int) -> UInt8? { index < input.endIndex ? input[index] : nil }

        // 5. A leading colon must be the first of "::".
        if byte(pointer) == UInt8(ascii: ":") {
            guard byte(pointer + 1) == UInt8(ascii: ":") else { return nil }
            pointer += 2
            pieceIndex += 1
            compress = pieceIndex
        }

        // 6. One piece after the other.
        while let c = byte(pointer) {
            // 6.1. There are eight pieces.
            guard pieceIndex < 8 else { return nil }

            // 6.2. "::" stands once.
            if c == UInt8(ascii: ":") {
                guard compress == nil else { return nil }
                pointer += 1
                pieceIndex += 1
                compress = pieceIndex
                continue
            }

            // 6.3–6.4. Up to four hexadecimal digits.
            var value: UInt16 = 0
            var length = 0
            while length < 4, let digit = byte(pointer)?.hexDigitValue {
                value = value << 4 | UInt16(digit)
                pointer += 1
                length += 1
            }

            // 6.5. A dot: the digits were the begin of an IPv4 address, which takes the last two pieces.
            if byte(pointer) == UInt8(ascii: ".") {
                guard length > 0, pieceIndex <= 6 else { return nil }
                pointer -= length
                guard let address = Self.embeddedIPv4(input[pointer...]) else { return nil }
                pieces[pieceIndex] = UInt16(address >> 16)
                pieces[pieceIndex + 1] = UInt16(address & 0xFFFF)
                pieceIndex += 2
                break
            }

            // 6.6–6.7. A colon must be followed by something; anything else must be the end.
            if byte(pointer) == UInt8(ascii: ":") {
                pointer += 1
                guard byte(pointer) != nil else { return nil }
            } else if byte(pointer) != nil {
                return nil
            }

            // 6.8–6.9.
            pieces[pieceIndex] = value
            pieceIndex += 1
        }

        // 7–8. Move what follows "::" to the end.
        if let compress {
            var swaps = pieceIndex - compress
            pieceIndex = 7
            while pieceIndex != 0, swaps > 0 {
                pieces.swapAt(pieceIndex, compress + swaps - 1)
                pieceIndex -= 1
                swaps -= 1
            }
        } else if pieceIndex != 8 {
            return nil
        }
        self.init(bits: pieces.reduce(0) { $0 << 16 | UInt128($1) })
    }

    /// The four decimal parts at the end of an address: no leading zeros, each at most 255, nothing after them.
    private static func embeddedIPv4(_ input: ArraySlice<UInt8>) -> UInt32? {
        let parts = input.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        var address: UInt32 = 0
        for part in parts {
            guard (1...3).contains(part.count), part.allSatisfy(\.isASCIIDigit),
                part.count == 1 || part.first != UInt8(ascii: "0")
            else { return nil }
            let value = part.reduce(UInt32(0)) { $0 * 10 + UInt32($1 - 0x30) }
            guard value <= 255 else { return nil }
            address = address << 8 | value
        }
        return address
    }
}
