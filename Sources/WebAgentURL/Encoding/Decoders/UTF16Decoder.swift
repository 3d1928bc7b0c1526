/// Source: WHATWG Encoding (2025) §14.2, "shared UTF-16 decoder".
struct UTF16Decoder: DecoderHandler {
    let isBigEndian: Bool
    private var leadingByte: UInt8?
    private var leadingSurrogate: UInt16?

    init(isBigEndian: Bool) {
        self.isBigEndian = isBigEndian
    }

    mutating func handle(_ byte: UInt8?, _ queue: inout DecoderQueue) -> DecoderAnswer {
        // 1–2. The end in the middle of a character is an error.
        guard let byte else {
            let isComplete = leadingByte == nil && leadingSurrogate == nil
            leadingByte = nil
            leadingSurrogate = nil
            return isComplete ? .finished : .error
        }

        // 3–5. Two bytes make a unit.
        guard let first = leadingByte else {
            leadingByte = byte
            return .needsMore
        }
        leadingByte = nil
        let unit = isBigEndian ? UInt16(first) << 8 | UInt16(byte) : UInt16(byte) << 8 | UInt16(first)

        // 6. Two surrogates make a character; what follows a lone one is read again.
        if let surrogate = leadingSurrogate {
            leadingSurrogate = nil
            if UTF16.isTrailSurrogate(unit) { return DecoderAnswer(scalar(surrogate, unit)) }
            queue.restore(first, byte)
            return .error
        }

        // 7–9.
        if UTF16.isLeadSurrogate(unit) {
            leadingSurrogate = unit
            return .needsMore
        }
        return DecoderAnswer(Unicode.Scalar(unit))
    }

    private func scalar(_ leading: UInt16, _ trailing: UInt16) -> Unicode.Scalar? {
        Unicode.Scalar(0x10000 + (UInt32(leading) - 0xD800) << 10 + UInt32(trailing) - 0xDC00)
    }
}
