// Unsafe code, and what keeps it true: as in UnicodeIDNA.swift. A converter is opened, used and closed inside one call and
// never leaves it; the output buffer's true size is passed with it.

import CUnicode

/// ICU's converters, as the source of the tables of legacy encodings.
enum UnicodeConverter {
    /// What a converter makes of each of a list of byte sequences.
    ///
    /// - Parameters:
    ///   - name: the converter's name in ICU.
    ///   - count: how many sequences there are.
    ///   - bytes: the sequence of an index.
    /// - Returns: for each sequence its one code point; 0 where it has none or several, and for a converter ICU lacks.
    static func codePoints(_ name: String, count: Int, bytes: (Int) -> [UInt8]) -> [UInt32] {
        var result = [UInt32](repeating: 0, count: count)
        guard let converter = unsafe cunicode_converter_open(name) else { return result }
        defer { unsafe cunicode_converter_close(converter) }
        var units = [UInt16](repeating: 0, count: 8)
        for index in 0..<count {
            let sequence = bytes(index)
            let length = unsafe cunicode_converter_decode(
                converter,
                sequence,
                Int32(clamping: sequence.count),
                &units,
                Int32(clamping: units.count)
            )
            guard length > 0 else { continue }
            let scalars = String(decoding: units[..<Int(length)], as: UTF16.self).unicodeScalars
            if scalars.count == 1, let scalar = scalars.first { result[index] = scalar.value }
        }
        return result
    }
}
