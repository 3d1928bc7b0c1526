/// The byte form of the messages between a parent and its page host.
///
/// A frame is a length (4 bytes, least significant first, of what follows it), the version, the kind and the fields.
/// Decoding never traps and never reads beyond the frame: every malformed input is a ``PageCodecError``.
public enum PageFrame {
    /// The version of the byte form.
    public static let version: UInt8 = 1

    /// The bound on what follows the length, in bytes: 64 MiB.
    public static let maximumLength = 64 << 20

    /// The number of bytes of the length at the head.
    public static let headLength = 4

    /// What a frame may hold.
    enum Kind: UInt8 {
        case order = 1
        case answer = 2
        case message = 3
    }

    /// Encodes an order.
    ///
    /// - Parameter order: The order.
    /// - Returns: The frame.
    /// - Throws: ``PageCodecError/tooLong(_:)``.
    public static func encode(_ order: PageOrder) throws(PageCodecError) -> [UInt8] { try frame(.order, order) }

    /// Encodes an answer.
    ///
    /// - Parameter answer: The answer.
    /// - Returns: The frame.
    /// - Throws: ``PageCodecError/tooLong(_:)``.
    public static func encode(_ answer: PageAnswer) throws(PageCodecError) -> [UInt8] { try frame(.answer, answer) }

    /// Encodes a message.
    ///
    /// - Parameter message: The message.
    /// - Returns: The frame.
    /// - Throws: ``PageCodecError/tooLong(_:)``.
    public static func encode(_ message: PageMessage) throws(PageCodecError) -> [UInt8] { try frame(.message, message) }

    /// Decodes an order.
    ///
    /// - Parameter frame: The whole frame.
    /// - Returns: The order.
    /// - Throws: ``PageCodecError`` that says what is wrong with the bytes.
    public static func decodeOrder(_ frame: [UInt8]) throws(PageCodecError) -> PageOrder { try read(frame, .order) }

    /// Decodes an answer.
    ///
    /// - Parameter frame: The whole frame.
    /// - Returns: The answer.
    /// - Throws: ``PageCodecError`` that says what is wrong with the bytes.
    public static func decodeAnswer(_ frame: [UInt8]) throws(PageCodecError) -> PageAnswer { try read(frame, .answer) }

    /// Decodes a message.
    ///
    /// - Parameter frame: The whole frame.
    /// - Returns: The message.
    /// - Throws: ``PageCodecError`` that says what is wrong with the bytes.
    public static func decodeMessage(_ frame: [UInt8]) throws(PageCodecError) -> PageMessage {
        try read(frame, .message)
    }

    /// Reads the length at the head of a frame, for a reader that gets its bytes in pieces.
    ///
    /// - Parameter head: At least ``headLength`` bytes.
    /// - Returns: The number of bytes that follow the length.
    /// - Throws: ``PageCodecError/truncated`` when the head is not whole; ``PageCodecError/tooLong(_:)``.
    public static func bodyLength(_ head: some Collection<UInt8>) throws(PageCodecError) -> Int {
        guard head.count >= headLength else { throw .truncated }
        var length = 0
        for (index, byte) in head.prefix(headLength).enumerated() { length |= Int(byte) << (8 * index) }
        guard length <= maximumLength else { throw .tooLong(length) }
        return length
    }

    private static func frame(_ kind: Kind, _ value: some PageWire) throws(PageCodecError) -> [UInt8] {
        var writer = PageWireWriter()
        writer.bytes = [0, 0, 0, 0, version, kind.rawValue]
        value.write(to: &writer)
        let length = writer.bytes.count - headLength
        guard length <= maximumLength else { throw .tooLong(length) }
        for index in 0..<headLength { writer.bytes[index] = UInt8(truncatingIfNeeded: length >> (8 * index)) }
        return writer.bytes
    }

    private static func read<Value: PageWire>(_ frame: [UInt8], _ expected: Kind) throws(PageCodecError) -> Value {
        let length = try bodyLength(frame)
        guard frame.count - headLength >= length else { throw .truncated }
        guard frame.count - headLength == length else { throw .trailingBytes(frame.count - headLength - length) }
        var reader = PageWireReader(bytes: frame, position: headLength)
        let found = try reader.byte()
        guard found == version else { throw .unknownVersion(found) }
        let kind = try reader.byte()
        guard kind == expected.rawValue else { throw .unexpectedKind(kind) }
        let value = try Value(from: &reader)
        guard reader.remaining == 0 else { throw .trailingBytes(reader.remaining) }
        return value
    }
}
