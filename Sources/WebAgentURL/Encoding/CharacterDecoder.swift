/// Decodes a stream that comes in pieces.
///
/// Malformed bytes become U+FFFD; a byte order mark is not looked for.
///
/// Source: WHATWG Encoding (2025) §4.1, "process a queue" with the error mode "replacement".
public struct CharacterDecoder: Sendable {
    /// The encoding it decodes.
    public let encoding: CharacterEncoding

    /// How many errors there were so far.
    public private(set) var errorCount = 0

    /// Nil for UTF-8, which needs none.
    private var handler: (any DecoderHandler)?

    private var queue = DecoderQueue()
    private var isFinished = false

    /// The begin of a UTF-8 sequence whose end has not come yet.
    private var pending: [UInt8] = []

    /// Makes a decoder at the begin of a stream.
    ///
    /// - Parameter encoding: the stream's encoding.
    public init(_ encoding: CharacterEncoding) {
        self.encoding = encoding
        handler =
            switch encoding.scheme {
            case .utf8: nil
            case .utf16LE: UTF16Decoder(isBigEndian: false)
            case .utf16BE: UTF16Decoder(isBigEndian: true)
            case .singleByte: EncodingIndex.singleByte(encoding.name).map { SingleByteDecoder(index: $0) }
            case .gbk, .gb18030: GB18030Decoder()
            case .big5: DoubleByteDecoder(.big5)
            case .eucKR: DoubleByteDecoder(.eucKR)
            case .shiftJIS: DoubleByteDecoder(.shiftJIS)
            case .eucJP: EUCJPDecoder()
            case .iso2022JP: ISO2022JPDecoder()
            case .xUserDefined: XUserDefinedDecoder()
            case .replacement: ReplacementDecoder()
            }
    }

    /// Decodes the next piece.
    ///
    /// - Parameters:
    ///   - bytes: the piece.
    ///   - isLast: nothing follows: a character that has only begun is an error.
    /// - Returns: the text that is complete by now.
    public mutating func decode(_ bytes: some Collection<UInt8>, isLast: Bool) -> String {
        guard var handler else { return decodeUTF8(bytes, isLast: isLast) }
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var input = bytes.makeIterator()
        while !isFinished {
            let byte = queue.next() ?? input.next()
            if byte == nil, !isLast { break }
            switch handler.handle(byte, &queue) {
            case .scalar(let scalar): output.append(contentsOf: UTF8.encode(scalar).orReplacement)
            case .pair(let first, let second):
                output.append(contentsOf: UTF8.encode(first).orReplacement)
                output.append(contentsOf: UTF8.encode(second).orReplacement)
            case .error:
                errorCount += 1
                output.append(contentsOf: UTF8.encodedReplacementCharacter)
            case .needsMore: break
            case .finished: isFinished = true
            }
        }
        self.handler = handler
        return String(decoding: output, as: UTF8.self)
    }

    /// Decodes UTF-8.
    ///
    /// The standard library replaces malformed sequences as the standard does: one U+FFFD for each longest begin of a
    /// well-formed one. What may still become well-formed is kept.
    private mutating func decodeUTF8(_ bytes: some Collection<UInt8>, isLast: Bool) -> String {
        var input = pending
        input.append(contentsOf: bytes)
        let end = isLast ? input.count : Self.endOfWholeSequences(in: input)
        pending = Array(input[end...])
        let whole = input[..<end]
        if let valid = String(validating: whole, as: UTF8.self) { return valid }
        let repaired = String(decoding: whole, as: UTF8.self)
        errorCount += 1
        return repaired
    }

    /// Where the last sequence begins, when it lacks bytes; else the end.
    private static func endOfWholeSequences(in bytes: [UInt8]) -> Int {
        for back in 1...3 where back <= bytes.count {
            let length =
                switch bytes[bytes.count - back] {
                case 0xC2...0xDF: 2
                case 0xE0...0xEF: 3
                case 0xF0...0xF4: 4
                case 0x80...0xBF: 0
                default: 1
                }
            if length == 0 { continue }
            return length > back ? bytes.count - back : bytes.count
        }
        return bytes.count
    }
}

extension UTF8.EncodedScalar? {
    /// Every scalar can be encoded in UTF-8; the type does not say so.
    fileprivate var orReplacement: UTF8.EncodedScalar { self ?? UTF8.encodedReplacementCharacter }
}

extension CharacterEncoding {
    /// Decodes bytes; malformed ones become U+FFFD, and a byte order mark becomes U+FEFF.
    ///
    /// - Parameter bytes: a whole text.
    /// - Returns: the text.
    ///
    /// Source: WHATWG Encoding (2025) §6.1, "decode without BOM" of each encoding.
    public func decode(_ bytes: some Collection<UInt8>) -> String {
        var decoder = CharacterDecoder(self)
        return decoder.decode(bytes, isLast: true)
    }

    /// Decodes bytes that must be well-formed.
    ///
    /// - Parameter bytes: a whole text.
    /// - Returns: the text; nil when something in it is malformed.
    public func decodeIfValid(_ bytes: some Collection<UInt8>) -> String? {
        var decoder = CharacterDecoder(self)
        let text = decoder.decode(bytes, isLast: true)
        return decoder.errorCount == 0 ? text : nil
    }

    /// Decodes bytes in the encoding that their byte order mark names, else in this one; the mark is left out.
    ///
    /// - Parameter bytes: a whole text.
    /// - Returns: the text.
    ///
    /// Source: WHATWG Encoding (2025) §6, "decode".
    public func decodeSniffingByteOrderMark(_ bytes: [UInt8]) -> String {
        guard let mark = Self.byteOrderMark(of: bytes) else { return decode(bytes) }
        return mark.encoding.decode(bytes[mark.length...])
    }
}
