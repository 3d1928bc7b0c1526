/// Source: WHATWG Encoding (2025) §12.2.1, "ISO-2022-JP decoder".
struct ISO2022JPDecoder: DecoderHandler {
    private enum State {
        case ascii
        case roman
        case katakana
        case leadingByte
        case trailingByte
        case escapeStart
        case escape
    }

    private var state = State.ascii
    private var outputState = State.ascii
    private var leading: UInt8 = 0
    private var hasSwitched = false

    mutating func handle(_ byte: UInt8?, _ queue: inout DecoderQueue) -> DecoderAnswer {
        switch state {
        case .ascii, .roman, .katakana, .leadingByte: character(byte)
        case .trailingByte: trailingByte(byte)
        case .escapeStart: escapeStart(byte, &queue)
        case .escape: escape(byte, &queue)
        }
    }

    /// The states outside escapes and pairs.
    private mutating func character(_ byte: UInt8?) -> DecoderAnswer {
        guard let byte else { return .finished }
        if byte == 0x1B {
            state = .escapeStart
            return .needsMore
        }
        hasSwitched = false
        switch (state, byte) {
        case (.roman, 0x5C): return .scalar("\u{A5}")
        case (.roman, 0x7E): return .scalar("\u{203E}")
        case (.ascii, 0...0x7F) where byte != 0x0E && byte != 0x0F: return .ascii(byte)
        case (.roman, 0...0x7F) where byte != 0x0E && byte != 0x0F: return .ascii(byte)
        case (.katakana, 0x21...0x5F): return DecoderAnswer(Unicode.Scalar(0xFF61 - 0x21 + UInt32(byte)))
        case (.leadingByte, 0x21...0x7E):
            leading = byte
            state = .trailingByte
            return .needsMore
        default: return .error
        }
    }

    private mutating func trailingByte(_ byte: UInt8?) -> DecoderAnswer {
        if byte == 0x1B {
            state = .escapeStart
            return .error
        }
        state = .leadingByte
        guard let byte, (0x21...0x7E).contains(byte) else { return .error }
        return DecoderAnswer(EncodingIndex.jis0208[(Int(leading) - 0x21) * 94 + Int(byte) - 0x21])
    }

    private mutating func escapeStart(_ byte: UInt8?, _ queue: inout DecoderQueue) -> DecoderAnswer {
        // 1.
        if let byte, byte == 0x24 || byte == 0x28 {
            leading = byte
            state = .escape
            return .needsMore
        }

        // 2–3. It was no escape.
        if let byte { queue.restore(byte) }
        hasSwitched = false
        state = outputState
        return .error
    }

    private mutating func escape(_ byte: UInt8?, _ queue: inout DecoderQueue) -> DecoderAnswer {
        // 1–6. Which set the escape names.
        let newState: State? =
            switch (leading, byte) {
            case (0x28, 0x42): .ascii
            case (0x28, 0x4A): .roman
            case (0x28, 0x49): .katakana
            case (0x24, 0x40), (0x24, 0x42): .leadingByte
            default: nil
            }

        // 7. Two escapes with nothing between them are an error.
        if let newState {
            state = newState
            outputState = newState
            defer { hasSwitched = true }
            return hasSwitched ? .error : .needsMore
        }

        // 8–9. It was no escape.
        if let byte { queue.restore(leading, byte) } else { queue.restore(leading) }
        leading = 0
        hasSwitched = false
        state = outputState
        return .error
    }
}
