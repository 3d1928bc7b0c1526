/// The decoders that look at one byte only.
struct SingleByteDecoder: DecoderHandler {
    let index: EncodingIndex

    mutating func handle(_ byte: UInt8?, _ queue: inout DecoderQueue) -> DecoderAnswer {
        guard let byte else { return .finished }
        return byte < 0x80 ? .ascii(byte) : DecoderAnswer(index[Int(byte) - 0x80])
    }
}

/// Source: WHATWG Encoding (2025) §14.5, "x-user-defined decoder".
struct XUserDefinedDecoder: DecoderHandler {
    mutating func handle(_ byte: UInt8?, _ queue: inout DecoderQueue) -> DecoderAnswer {
        guard let byte else { return .finished }
        return byte < 0x80 ? .ascii(byte) : DecoderAnswer(Unicode.Scalar(0xF780 + UInt32(byte) - 0x80))
    }
}

/// Source: WHATWG Encoding (2025) §14.1, "replacement decoder".
struct ReplacementDecoder: DecoderHandler {
    private var hasReturnedError = false

    mutating func handle(_ byte: UInt8?, _ queue: inout DecoderQueue) -> DecoderAnswer {
        if byte == nil || hasReturnedError { return .finished }
        hasReturnedError = true
        return .error
    }
}
