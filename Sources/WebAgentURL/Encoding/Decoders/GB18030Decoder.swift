/// Source: WHATWG Encoding (2025) §10.2.1, "gb18030 decoder"; GBK's is the same.
struct GB18030Decoder: DecoderHandler {
    private var first: UInt8?
    private var second: UInt8?
    private var third: UInt8?

    mutating func handle(_ byte: UInt8?, _ queue: inout DecoderQueue) -> DecoderAnswer {
        // 1–2. The end inside a sequence is an error.
        guard let byte else {
            defer { clear() }
            return first == nil ? .finished : .error
        }
        guard let first else { return begin(byte) }
        guard let second else { return secondByte(byte, after: first, &queue) }
        guard let third else {
            // 4. The third byte of four; if it is none, all but the first is read again.
            if (0x81...0xFE).contains(byte) {
                self.third = byte
                return .needsMore
            }
            clear()
            queue.restore(second, byte)
            return .error
        }

        // 3. The fourth byte; if it is none, all but the first is read again.
        clear()
        guard (0x30...0x39).contains(byte) else {
            queue.restore(second, third, byte)
            return .error
        }
        let pointer =
            ((Int(first) - 0x81) * 10 + Int(second) - 0x30) * 1260 + (Int(third) - 0x81) * 10 + Int(byte) - 0x30
        return DecoderAnswer(GB18030.rangesCodePoint(pointer))
    }

    private mutating func clear() {
        first = nil
        second = nil
        third = nil
    }

    /// Step 5.
    private mutating func secondByte(
        _ byte: UInt8,
        after leading: UInt8,
        _ queue: inout DecoderQueue
    ) -> DecoderAnswer {
        if (0x30...0x39).contains(byte) {
            second = byte
            return .needsMore
        }
        first = nil
        if let pointer = GB18030.pointer(leading: leading, trailing: byte), let scalar = EncodingIndex.gb18030[pointer]
        {
            return .scalar(scalar)
        }
        if byte < 0x80 { queue.restore(byte) }
        return .error
    }

    /// Steps 6–9.
    private mutating func begin(_ byte: UInt8) -> DecoderAnswer {
        if byte < 0x80 { return .ascii(byte) }
        if byte == 0x80 { return .scalar("\u{20AC}") }
        guard byte != 0xFF else { return .error }
        first = byte
        return .needsMore
    }
}
