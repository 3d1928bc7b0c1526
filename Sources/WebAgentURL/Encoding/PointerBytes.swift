/// Pointers of Shift_JIS and the bytes they are written as.
enum ShiftJIS {
    /// The pointers of user-defined characters, which are computed and in no index.
    static let userDefined = 8836...10_715

    static func bytes(of pointer: Int) -> [UInt8] {
        let leading = pointer / 188
        let trailing = pointer % 188
        return [UInt8(leading + (leading < 0x1F ? 0x81 : 0xC1)), UInt8(trailing + (trailing < 0x3F ? 0x40 : 0x41))]
    }

    static func pointer(leading: UInt8, trailing: UInt8) -> Int? {
        guard (0x40...0x7E).contains(trailing) || (0x80...0xFC).contains(trailing) else { return nil }
        let leadingOffset = leading < 0xA0 ? 0x81 : 0xC1
        return (Int(leading) - leadingOffset) * 188 + Int(trailing) - (trailing < 0x7F ? 0x40 : 0x41)
    }
}

/// Pointers of Big5 and the bytes they are written as.
enum Big5 {
    static func bytes(of pointer: Int) -> [UInt8] {
        let trailing = pointer % 157
        return [UInt8(pointer / 157 + 0x81), UInt8(trailing + (trailing < 0x3F ? 0x40 : 0x62))]
    }

    static func pointer(leading: UInt8, trailing: UInt8) -> Int? {
        guard (0x40...0x7E).contains(trailing) || (0xA1...0xFE).contains(trailing) else { return nil }
        return (Int(leading) - 0x81) * 157 + Int(trailing) - (trailing < 0x7F ? 0x40 : 0x62)
    }
}

/// Pointers of GBK and gb18030 and the bytes they are written as.
enum GB18030 {
    static func bytes(of pointer: Int) -> [UInt8] {
        let trailing = pointer % 190
        return [UInt8(pointer / 190 + 0x81), UInt8(trailing + (trailing < 0x3F ? 0x40 : 0x41))]
    }

    static func pointer(leading: UInt8, trailing: UInt8) -> Int? {
        guard (0x40...0x7E).contains(trailing) || (0x80...0xFE).contains(trailing) else { return nil }
        return (Int(leading) - 0x81) * 190 + Int(trailing) - (trailing < 0x7F ? 0x40 : 0x41)
    }

    /// Characters the 2022 edition gave a code point of their own; their private one is still written in two bytes.
    ///
    /// Source: WHATWG Encoding (2025), "gb18030 encoder", step 5.
    static let formerPrivateUse: [UInt32: [UInt8]] = [
        0xE78D: [0xA6, 0xD9], 0xE78E: [0xA6, 0xDA], 0xE78F: [0xA6, 0xDB], 0xE790: [0xA6, 0xDC], 0xE791: [0xA6, 0xDD],
        0xE792: [0xA6, 0xDE], 0xE793: [0xA6, 0xDF], 0xE794: [0xA6, 0xEC], 0xE795: [0xA6, 0xED], 0xE796: [0xA6, 0xF3],
        0xE81E: [0xFE, 0x59], 0xE826: [0xFE, 0x61], 0xE82B: [0xFE, 0x66], 0xE82C: [0xFE, 0x67], 0xE832: [0xFE, 0x6D],
        0xE843: [0xFE, 0x7E], 0xE854: [0xFE, 0x90], 0xE864: [0xFE, 0xA0],
    ]

    /// The code points of the basic plane that take four bytes, in order: those without two bytes of their own.
    ///
    /// The standard lists them as ranges, which stand since the edition of 2000: what later editions moved into the two-byte
    /// part keeps its four bytes, and what they moved out has none. U+E7C7 took the place of U+1E3F.
    ///
    /// Source: WHATWG Encoding (2025) §5, "index gb18030 ranges".
    static let fourByteCodePoints: [UInt32] = {
        var hasTwoBytes = [Bool](repeating: false, count: 0x10000)
        for codePoint in EncodingIndex.gb18030.allCodePoints { hasTwoBytes[Int(codePoint)] = true }
        for (old, bytes) in formerPrivateUse {
            hasTwoBytes[Int(old)] = true
            if let pointer = pointer(leading: bytes[0], trailing: bytes[1]),
                let new = EncodingIndex.gb18030[pointer]
            {
                hasTwoBytes[Int(new.value)] = false
            }
        }
        hasTwoBytes[0xE5E5] = true
        hasTwoBytes[0x1E3F] = false
        hasTwoBytes[0xE7C7] = true
        return (UInt32(0x80)...0xFFFF).compactMap { codePoint in
            if hasTwoBytes[Int(codePoint)] || (0xD800...0xDFFF).contains(codePoint) { return nil }
            return codePoint == 0x1E3F ? 0xE7C7 : codePoint
        }
    }()

    private static let fourBytePointers: [UInt32: Int] = Dictionary(
        uniqueKeysWithValues: fourByteCodePoints.enumerated().map { ($0.element, $0.offset) }
    )

    /// Source: "index gb18030 ranges code point".
    static func rangesCodePoint(_ pointer: Int) -> Unicode.Scalar? {
        if pointer < fourByteCodePoints.count { return Unicode.Scalar(fourByteCodePoints[pointer]) }
        guard (189_000...1_237_575).contains(pointer) else { return nil }
        return Unicode.Scalar(UInt32(0x10000 + pointer - 189_000))
    }

    /// Source: "index gb18030 ranges pointer".
    static func rangesPointer(_ scalar: Unicode.Scalar) -> Int? {
        scalar.value >= 0x10000 ? Int(scalar.value) - 0x10000 + 189_000 : fourBytePointers[scalar.value]
    }
}
