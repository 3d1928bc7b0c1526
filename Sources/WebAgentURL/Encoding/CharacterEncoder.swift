/// Encodes scalars in one of the encodings that can be written.
///
/// Source: WHATWG Encoding (2025), the encoders of §8 to §14.
struct CharacterEncoder {
    private enum ISO2022JPState {
        case ascii
        case roman
        case jis0208
    }

    private let scheme: CharacterEncoding.Scheme
    private let singleByteIndex: EncodingIndex?
    private var iso2022JPState = ISO2022JPState.ascii

    /// - Parameter encoding: an output encoding; others are written as UTF-8.
    init(_ encoding: CharacterEncoding) {
        scheme = encoding.outputEncoding.scheme
        singleByteIndex = scheme == .singleByte ? EncodingIndex.singleByte(encoding.name) : nil
    }

    /// Appends a scalar.
    ///
    /// - Returns: nil, or the scalar to report when it cannot be written.
    mutating func append(_ scalar: Unicode.Scalar, to output: inout [UInt8]) -> Unicode.Scalar? {
        if scheme == .iso2022JP { return appendISO2022JP(scalar, to: &output) }
        if scalar.isASCII {
            output.append(UInt8(scalar.value))
            return nil
        }
        guard let bytes = bytes(of: scalar) else { return scalar }
        output += bytes
        return nil
    }

    /// Appends what ends the stream.
    mutating func finish(_ output: inout [UInt8]) {
        if iso2022JPState != .ascii { switchState(to: .ascii, &output) }
    }

    /// The bytes of a scalar outside ASCII.
    private func bytes(of scalar: Unicode.Scalar) -> [UInt8]? {
        switch scheme {
        case .singleByte: singleByteIndex?.pointer(for: scalar).map { [UInt8($0 + 0x80)] }
        case .xUserDefined:
            (0xF780...0xF7FF).contains(scalar.value) ? [UInt8(scalar.value - 0xF780 + 0x80)] : nil
        case .gbk, .gb18030: gb18030(scalar)
        case .big5: EncodingIndex.big5.pointer(for: scalar).map(Big5.bytes)
        case .eucKR:
            EncodingIndex.eucKR.pointer(for: scalar).map { [UInt8($0 / 190 + 0x81), UInt8($0 % 190 + 0x41)] }
        case .eucJP: eucJP(scalar)
        case .shiftJIS: shiftJIS(scalar)
        case .utf8, .utf16LE, .utf16BE, .replacement, .iso2022JP: Array(String(scalar).utf8)
        }
    }

    /// Source: §10.2.2, "gb18030 encoder".
    private func gb18030(_ scalar: Unicode.Scalar) -> [UInt8]? {
        if scalar.value == 0xE5E5 { return nil }
        if scheme == .gbk, scalar == "\u{20AC}" { return [0x80] }
        if let bytes = GB18030.formerPrivateUse[scalar.value] { return bytes }
        if let pointer = EncodingIndex.gb18030.pointer(for: scalar) { return GB18030.bytes(of: pointer) }
        guard scheme != .gbk, let pointer = GB18030.rangesPointer(scalar) else { return nil }
        return [
            UInt8(pointer / 12_600 + 0x81), UInt8(pointer / 1260 % 10 + 0x30), UInt8(pointer / 10 % 126 + 0x81),
            UInt8(pointer % 10 + 0x30),
        ]
    }

    /// Source: §12.1.2, "EUC-JP encoder".
    private func eucJP(_ scalar: Unicode.Scalar) -> [UInt8]? {
        switch scalar.value {
        case 0xA5: return [0x5C]
        case 0x203E: return [0x7E]
        case 0xFF61...0xFF9F: return [0x8E, UInt8(scalar.value - 0xFF61 + 0xA1)]
        default:
            return EncodingIndex.jis0208.pointer(for: scalar.minusAsFullWidth)
                .map { [UInt8($0 / 94 + 0xA1), UInt8($0 % 94 + 0xA1)] }
        }
    }

    /// Source: §12.3.2, "Shift_JIS encoder".
    private func shiftJIS(_ scalar: Unicode.Scalar) -> [UInt8]? {
        switch scalar.value {
        case 0x80: return [0x80]
        case 0xA5: return [0x5C]
        case 0x203E: return [0x7E]
        case 0xFF61...0xFF9F: return [UInt8(scalar.value - 0xFF61 + 0xA1)]
        default: return EncodingIndex.shiftJIS.pointer(for: scalar.minusAsFullWidth).map(ShiftJIS.bytes)
        }
    }

    /// Source: §12.2.2, "ISO-2022-JP encoder".
    private mutating func appendISO2022JP(_ scalar: Unicode.Scalar, to output: inout [UInt8]) -> Unicode.Scalar? {
        let isYenOrOverline = scalar == "\u{A5}" || scalar == "\u{203E}"

        // 3. What could begin an escape is never written, nor shown.
        if iso2022JPState != .jis0208, [0x0E, 0x0F, 0x1B].contains(scalar.value) { return "\u{FFFD}" }

        // 4, 6. ASCII; Roman differs from it in two places.
        if scalar.isASCII {
            let fitsRoman = iso2022JPState == .roman && scalar != "\\" && scalar != "~"
            if iso2022JPState != .ascii, !fitsRoman {
                switchState(to: .ascii, &output)
                return appendISO2022JP(scalar, to: &output)
            }
            output.append(UInt8(scalar.value))
            return nil
        }

        // 5, 7. These two places.
        if isYenOrOverline {
            if iso2022JPState != .roman { switchState(to: .roman, &output) }
            output.append(scalar == "\u{A5}" ? 0x5C : 0x7E)
            return nil
        }

        // 8–11. Half-width katakana are written full-width; what is not in the set leaves it.
        guard let pointer = EncodingIndex.jis0208.pointer(for: scalar.minusAsFullWidth.katakanaAsFullWidth) else {
            if iso2022JPState == .jis0208 { switchState(to: .ascii, &output) }
            return scalar
        }

        // 12–15.
        if iso2022JPState != .jis0208 { switchState(to: .jis0208, &output) }
        output += [UInt8(pointer / 94 + 0x21), UInt8(pointer % 94 + 0x21)]
        return nil
    }

    private mutating func switchState(to state: ISO2022JPState, _ output: inout [UInt8]) {
        iso2022JPState = state
        switch state {
        case .ascii: output += [0x1B, 0x28, 0x42]
        case .roman: output += [0x1B, 0x28, 0x4A]
        case .jis0208: output += [0x1B, 0x24, 0x42]
        }
    }
}

extension Unicode.Scalar {
    /// U+FF0D for U+2212, which the Japanese encodings do not have.
    fileprivate var minusAsFullWidth: Unicode.Scalar { self == "\u{2212}" ? "\u{FF0D}" : self }

    /// The full-width form of a half-width katakana.
    ///
    /// Source: WHATWG Encoding (2025) §5, "index ISO-2022-JP katakana".
    fileprivate var katakanaAsFullWidth: Unicode.Scalar {
        guard (0xFF61...0xFF9F).contains(value) else { return self }
        let fullWidth = Array(
            "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン゛゜".unicodeScalars
        )
        return fullWidth[Int(value) - 0xFF61]
    }
}
