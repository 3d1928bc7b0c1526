/// A table of the Encoding Standard: from pointers to code points and back.
///
/// The tables are read from ICU when they are first used, and corrected where the standard differs.
///
/// Source: WHATWG Encoding (2025) §5, https://encoding.spec.whatwg.org/#indexes
struct EncodingIndex: Sendable {
    /// The code point of each pointer; 0, which no index maps anything to, for none.
    private let codePoints: [UInt32]

    /// The pointer to write a code point with: the first one, unless the encoding says otherwise.
    private let pointers: [UInt32: Int]

    /// Source: "index code point".
    subscript(pointer: Int) -> Unicode.Scalar? {
        guard codePoints.indices.contains(pointer), codePoints[pointer] != 0 else { return nil }
        return Unicode.Scalar(codePoints[pointer])
    }

    /// Source: "index pointer".
    func pointer(for scalar: Unicode.Scalar) -> Int? { pointers[scalar.value] }

    /// Every code point of the index.
    var allCodePoints: some Sequence<UInt32> { codePoints.lazy.filter { $0 != 0 } }

    /// Reads an index from a converter.
    ///
    /// - Parameters:
    ///   - converter: its name in ICU.
    ///   - count: the number of pointers.
    ///   - corrections: see ``EncodingCorrections``.
    ///   - bytes: the bytes that a pointer stands for.
    ///   - keeps: whether the index has an entry that the converter has.
    ///   - writes: whether the pointer is used to write its code point.
    ///   - lastWins: the code points that are written with their last pointer.
    init(
        converter: String,
        count: Int,
        corrections: [UInt16: UInt32] = [:],
        bytes: (Int) -> [UInt8],
        keeps: (_ pointer: Int, _ codePoint: UInt32) -> Bool = { _, _ in true },
        writes: (Int) -> Bool = { _ in true },
        lastWins: Set<UInt32> = []
    ) {
        var codePoints = UnicodeConverter.codePoints(converter, count: count, bytes: bytes)
        var pointers: [UInt32: Int] = [:]
        for pointer in 0..<count {
            if !keeps(pointer, codePoints[pointer]) { codePoints[pointer] = 0 }
            let key = bytes(pointer).suffix(2).reduce(UInt16(0)) { $0 << 8 | UInt16($1) }
            if let corrected = corrections[key] { codePoints[pointer] = corrected }
            let codePoint = codePoints[pointer]
            guard codePoint != 0, writes(pointer) else { continue }
            if pointers[codePoint] == nil || lastWins.contains(codePoint) { pointers[codePoint] = pointer }
        }
        self.codePoints = codePoints
        self.pointers = pointers
    }
}

extension UInt32 {
    /// Whether the code point is for private use.
    fileprivate var isPrivateUse: Bool { (0xE000...0xF8FF).contains(self) }
}

extension EncodingIndex {
    /// Shift_JIS holds the whole index; its user-defined rows are not part of it.
    static let jis0208 = jis0208Index { _ in true }

    /// The same index, written without the rows that NEC repeated (the standard's "index Shift_JIS pointer").
    static let shiftJIS = jis0208Index { !(8272...8835).contains($0) }

    private static func jis0208Index(writes: (Int) -> Bool) -> EncodingIndex {
        EncodingIndex(
            converter: "ibm-943_P15A-2003",
            count: 11_280,
            bytes: ShiftJIS.bytes,
            keeps: { pointer, _ in !ShiftJIS.userDefined.contains(pointer) },
            writes: writes
        )
    }

    static let jis0212 = EncodingIndex(
        converter: "euc-jp-2007",
        count: 94 * 94,
        corrections: EncodingCorrections.jis0212,
        bytes: { [0x8F, UInt8($0 / 94 + 0xA1), UInt8($0 % 94 + 0xA1)] }
    )

    static let big5 = EncodingIndex(
        converter: "ibm-1375_P100-2008",
        count: 126 * 157,
        corrections: EncodingCorrections.big5,
        bytes: Big5.bytes,
        keeps: { _, codePoint in !codePoint.isPrivateUse },
        // Source: "index Big5 pointer": no Hong Kong extensions, and six characters with their last pointer.
        writes: { $0 >= (0xA1 - 0x81) * 157 },
        lastWins: [0x2550, 0x255E, 0x2561, 0x256A, 0x5341, 0x5345]
    )

    static let eucKR = EncodingIndex(
        converter: "windows-949-2000",
        count: 126 * 190,
        bytes: { [UInt8($0 / 190 + 0x81), UInt8($0 % 190 + 0x41)] },
        keeps: { _, codePoint in !codePoint.isPrivateUse }
    )

    static let gb18030 = EncodingIndex(converter: "gb18030-2022", count: 126 * 190, bytes: GB18030.bytes)

    /// The index of a single-byte encoding; its pointers are the bytes from 0x80 on.
    static func singleByte(_ name: String) -> EncodingIndex? { singleByteIndexes[name] }

    private static let singleByteIndexes: [String: EncodingIndex] = Dictionary(
        uniqueKeysWithValues: singleByteConverters.map { name, converter in
            let corrections = EncodingCorrections.singleByte[name] ?? [:]
            return (
                name,
                EncodingIndex(
                    converter: converter,
                    count: 128,
                    corrections: corrections,
                    bytes: { [UInt8($0 + 0x80)] }
                )
            )
        }
    )

    fileprivate static var singleByteConverterNames: [String: String] {
        Dictionary(uniqueKeysWithValues: singleByteConverters)
    }

    private static let singleByteConverters: [(name: String, converter: String)] = [
        ("IBM866", "ibm-866_P100-1995"),
        ("ISO-8859-2", "ibm-912_P100-1995"),
        ("ISO-8859-3", "ibm-913_P100-2000"),
        ("ISO-8859-4", "ibm-914_P100-1995"),
        ("ISO-8859-5", "ibm-915_P100-1995"),
        ("ISO-8859-6", "ibm-1089_P100-1995"),
        ("ISO-8859-7", "ibm-9005_X110-2007"),
        ("ISO-8859-8", "ibm-5012_P100-1999"),
        ("ISO-8859-8-I", "ibm-5012_P100-1999"),
        ("ISO-8859-10", "iso-8859_10-1998"),
        ("ISO-8859-13", "ibm-921_P100-1995"),
        ("ISO-8859-14", "iso-8859_14-1998"),
        ("ISO-8859-15", "ibm-923_P100-1998"),
        ("ISO-8859-16", "iso-8859_16-2001"),
        ("KOI8-R", "ibm-878_P100-1996"),
        ("KOI8-U", "ibm-1168_P100-2002"),
        ("macintosh", "macos-0_2-10.2"),
        ("windows-874", "windows-874-2000"),
        ("windows-1250", "ibm-5346_P100-1998"),
        ("windows-1251", "ibm-5347_P100-1998"),
        ("windows-1252", "ibm-5348_P100-1997"),
        ("windows-1253", "ibm-5349_P100-1998"),
        ("windows-1254", "ibm-5350_P100-1998"),
        ("windows-1255", "ibm-9447_P100-2002"),
        ("windows-1256", "ibm-9448_X100-2005"),
        ("windows-1257", "ibm-9449_P100-2002"),
        ("windows-1258", "ibm-5354_P100-1998"),
        ("x-mac-cyrillic", "macos-7_3-10.2"),
    ]
}

extension EncodingCorrections {
    /// The corrections that agree with ICU by now, as `INDEX BYTES`; a test wants none.
    ///
    /// - Returns: one entry for each, in no order.
    package static func needless() -> [String] {
        func check(_ index: String, _ corrections: [UInt16: UInt32], _ converter: String, _ prefix: [UInt8]) -> [String]
        {
            let rows = Array(corrections)
            let found = UnicodeConverter.codePoints(converter, count: rows.count) { row in
                let key = rows[row].key
                return prefix + (key > 0xFF ? [UInt8(key >> 8)] : []) + [UInt8(key & 0xFF)]
            }
            return zip(rows, found).filter { $0.0.value == $0.1 }.map { "\(index) \(String($0.0.key, radix: 16))" }
        }
        let converters = EncodingIndex.singleByteConverterNames
        return check("Big5", big5, "ibm-1375_P100-2008", []) + check("jis0212", jis0212, "euc-jp-2007", [0x8F])
            + singleByte.flatMap { name, corrections in check(name, corrections, converters[name] ?? "", []) }
    }
}
