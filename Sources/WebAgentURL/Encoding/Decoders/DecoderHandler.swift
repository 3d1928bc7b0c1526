/// A decoder of the Encoding Standard: takes one byte at a time.
protocol DecoderHandler: Sendable {
    /// Takes a byte.
    ///
    /// - Parameters:
    ///   - byte: the byte; nil at the end of the stream.
    ///   - queue: takes back bytes that are to be read again.
    /// - Returns: what the byte completed.
    mutating func handle(_ byte: UInt8?, _ queue: inout DecoderQueue) -> DecoderAnswer
}

/// What a decoder says to a byte.
enum DecoderAnswer {
    case scalar(Unicode.Scalar)
    case pair(Unicode.Scalar, Unicode.Scalar)
    case error
    case needsMore
    case finished

    /// A scalar, or an error when there is none.
    init(_ scalar: Unicode.Scalar?) {
        self = scalar.map(DecoderAnswer.scalar) ?? .error
    }

    static func ascii(_ byte: UInt8) -> DecoderAnswer { .scalar(Unicode.Scalar(byte)) }
}

/// Bytes that a decoder gave back, to be read before those of the stream.
struct DecoderQueue: Sendable {
    private var bytes: [UInt8] = []

    /// Puts bytes in front.
    mutating func restore(_ bytes: UInt8...) { self.bytes.insert(contentsOf: bytes, at: 0) }

    mutating func next() -> UInt8? { bytes.isEmpty ? nil : bytes.removeFirst() }
}
