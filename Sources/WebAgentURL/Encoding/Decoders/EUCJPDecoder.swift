/// Source: WHATWG Encoding (2025) §12.1.1, "EUC-JP decoder".
struct EUCJPDecoder: DecoderHandler {
    private var isJIS0212 = false
    private var leading: UInt8?

    mutating func handle(_ byte: UInt8?, _ queue: inout DecoderQueue) -> DecoderAnswer {
        // 1–2. The end after a leading byte is an error.
        guard let byte else {
            defer { leading = nil }
            return leading == nil ? .finished : .error
        }

        if let leading {
            // 3. Half-width katakana.
            if leading == 0x8E, (0xA1...0xDF).contains(byte) {
                self.leading = nil
                return DecoderAnswer(Unicode.Scalar(0xFF61 - 0xA1 + UInt32(byte)))
            }

            // 4. The second of the three bytes of JIS X 0212.
            if leading == 0x8F, (0xA1...0xFE).contains(byte) {
                isJIS0212 = true
                self.leading = byte
                return .needsMore
            }

            // 5. A pair. What does not fit is read again where it is ASCII.
            self.leading = nil
            defer { isJIS0212 = false }
            if (0xA1...0xFE).contains(leading), (0xA1...0xFE).contains(byte) {
                let pointer = (Int(leading) - 0xA1) * 94 + Int(byte) - 0xA1
                let index: EncodingIndex = isJIS0212 ? .jis0212 : .jis0208
                return DecoderAnswer(index[pointer])
            }
            if byte < 0x80 { queue.restore(byte) }
            return .error
        }

        // 6–8.
        if byte < 0x80 { return .ascii(byte) }
        guard byte == 0x8E || byte == 0x8F || (0xA1...0xFE).contains(byte) else { return .error }
        leading = byte
        return .needsMore
    }
}
