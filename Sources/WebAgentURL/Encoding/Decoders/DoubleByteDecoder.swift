/// The decoders of Big5, EUC-KR and Shift_JIS: one byte, or a leading and a trailing one.
///
/// Source: WHATWG Encoding (2025) §11.1.1, §12.3.1, §13.1.1.
struct DoubleByteDecoder: DecoderHandler {
    enum Kind {
        case big5
        case eucKR
        case shiftJIS
    }

    let kind: Kind
    private var leading: UInt8?

    init(_ kind: Kind) {
        self.kind = kind
    }

    mutating func handle(_ byte: UInt8?, _ queue: inout DecoderQueue) -> DecoderAnswer {
        // 1–2. The end after a leading byte is an error.
        guard let byte else {
            defer { leading = nil }
            return leading == nil ? .finished : .error
        }

        // 3. A trailing byte. One that does not fit is read again where it is ASCII.
        if let leading {
            self.leading = nil
            let answer = pair(leading, byte)
            if case .error = answer, byte < 0x80 { queue.restore(byte) }
            return answer
        }

        // 4–6.
        if byte < 0x80 { return .ascii(byte) }
        if kind == .shiftJIS, let answer = shiftJISSingle(byte) { return answer }
        guard isLeading(byte) else { return .error }
        leading = byte
        return .needsMore
    }

    private func isLeading(_ byte: UInt8) -> Bool {
        switch kind {
        case .big5, .eucKR: (0x81...0xFE).contains(byte)
        case .shiftJIS: (0x81...0x9F).contains(byte) || (0xE0...0xFC).contains(byte)
        }
    }

    /// U+0080 and half-width katakana.
    private func shiftJISSingle(_ byte: UInt8) -> DecoderAnswer? {
        if byte == 0x80 { return .ascii(byte) }
        guard (0xA1...0xDF).contains(byte) else { return nil }
        return DecoderAnswer(Unicode.Scalar(0xFF61 - 0xA1 + UInt32(byte)))
    }

    private func pair(_ leading: UInt8, _ trailing: UInt8) -> DecoderAnswer {
        switch kind {
        case .big5:
            guard let pointer = Big5.pointer(leading: leading, trailing: trailing) else { return .error }
            if let pair = Self.big5Pairs[pointer] { return .pair(pair.0, pair.1) }
            return DecoderAnswer(EncodingIndex.big5[pointer])
        case .eucKR:
            guard (0x41...0xFE).contains(trailing) else { return .error }
            return DecoderAnswer(EncodingIndex.eucKR[(Int(leading) - 0x81) * 190 + Int(trailing) - 0x41])
        case .shiftJIS:
            guard let pointer = ShiftJIS.pointer(leading: leading, trailing: trailing) else { return .error }
            if ShiftJIS.userDefined.contains(pointer) {
                return DecoderAnswer(Unicode.Scalar(UInt32(0xE000 - 8836 + pointer)))
            }
            return DecoderAnswer(EncodingIndex.jis0208[pointer])
        }
    }

    /// The four pointers that stand for a letter and a combining mark.
    private static let big5Pairs: [Int: (Unicode.Scalar, Unicode.Scalar)] = [
        1133: ("\u{CA}", "\u{304}"), 1135: ("\u{CA}", "\u{30C}"), 1164: ("\u{EA}", "\u{304}"),
        1166: ("\u{EA}", "\u{30C}"),
    ]
}
