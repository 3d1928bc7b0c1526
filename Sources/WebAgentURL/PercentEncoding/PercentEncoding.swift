/// Percent-encoding and -decoding of bytes.
///
/// Source: WHATWG URL (2025) §1.3, https://url.spec.whatwg.org/#percent-encoded-bytes
public enum PercentEncoding {
    /// Encodes text as UTF-8 and percent-encodes it.
    ///
    /// - Parameters:
    ///   - string: any text.
    ///   - set: the bytes that are not written literally.
    /// - Returns: ASCII text.
    public static func encode(_ string: String, set: PercentEncodeSet) -> String {
        encode(Array(string.utf8), set: set)
    }

    /// Percent-encodes bytes.
    ///
    /// - Parameters:
    ///   - bytes: any bytes.
    ///   - set: the bytes that are not written literally.
    /// - Returns: ASCII text.
    public static func encode(_ bytes: [UInt8], set: PercentEncodeSet) -> String {
        var output: [UInt8] = []
        append(bytes[...], to: &output, set: set)
        return String(decoding: output, as: UTF8.self)
    }

    /// Encodes text in an encoding and percent-encodes the result, as queries and forms are.
    ///
    /// What the encoding cannot hold becomes a percent-encoded decimal character reference.
    ///
    /// - Parameters:
    ///   - string: any text.
    ///   - encoding: the encoding of the result's bytes; for UTF-16 and `replacement` UTF-8 is used.
    ///   - set: the bytes that are not written literally.
    ///   - spaceAsPlus: writes a space as `+`.
    /// - Returns: ASCII text.
    ///
    /// Source: WHATWG URL (2025), "percent-encode after encoding".
    public static func encode(
        _ string: String,
        encoding: CharacterEncoding,
        set: PercentEncodeSet,
        spaceAsPlus: Bool = false
    ) -> String {
        var output: [UInt8] = []
        for piece in encoding.outputEncoding.encodedPieces(of: string) {
            switch piece {
            case .bytes(let bytes) where spaceAsPlus:
                for byte in bytes {
                    if byte == UInt8(ascii: " ") {
                        output.append(UInt8(ascii: "+"))
                    } else {
                        append(byte, to: &output, set: set)
                    }
                }
            case .bytes(let bytes):
                append(bytes[...], to: &output, set: set)
            case .unencodable(let scalar):
                output += "%26%23\(scalar.value)%3B".utf8
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// Replaces every `%XX` by its byte and leaves everything else.
    ///
    /// - Parameter bytes: any bytes; a `%` that no two hexadecimal digits follow stays.
    /// - Returns: the decoded bytes.
    public static func decode(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        let input = Array(bytes)
        guard input.contains(UInt8(ascii: "%")) else { return input }
        var output: [UInt8] = []
        output.reserveCapacity(input.count)
        var index = 0
        while index < input.count {
            if input[index] == UInt8(ascii: "%"), index + 2 < input.count,
                let high = input[index + 1].hexDigitValue, let low = input[index + 2].hexDigitValue
            {
                output.append(high << 4 | low)
                index += 3
            } else {
                output.append(input[index])
                index += 1
            }
        }
        return output
    }

    /// Appends bytes, those in the set as `%XX`.
    static func append(_ bytes: ArraySlice<UInt8>, to output: inout [UInt8], set: PercentEncodeSet) {
        // FAST PATH: most parts need no escape; copy runs.
        var runStart = bytes.startIndex
        for index in bytes.indices where set.contains(bytes[index]) {
            output.append(contentsOf: bytes[runStart..<index])
            appendEscape(bytes[index], to: &output)
            runStart = index + 1
        }
        output.append(contentsOf: bytes[runStart...])
    }

    /// Appends one byte, as `%XX` when the set holds it.
    static func append(_ byte: UInt8, to output: inout [UInt8], set: PercentEncodeSet) {
        if set.contains(byte) { appendEscape(byte, to: &output) } else { output.append(byte) }
    }

    private static func appendEscape(_ byte: UInt8, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "%"))
        output.append(upperHexDigit(byte >> 4))
        output.append(upperHexDigit(byte & 0xF))
    }

    private static func upperHexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
    }
}
