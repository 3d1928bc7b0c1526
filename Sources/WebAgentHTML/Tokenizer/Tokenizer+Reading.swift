extension Tokenizer {
    /// The next byte, which stays.
    @inline(__always)
    var nextByte: UInt8? {
        input.position < input.limit ? input.bytes[input.position] : nil
    }

    /// What looking ahead for a fixed text gave.
    enum Lookahead {
        case matches
        case differs
        case undecided
    }

    /// Compares the bytes at an offset from the position with a text in lower case.
    func lookahead(_ text: StaticText, at offset: Int = 0, ignoringCase: Bool = true) -> Lookahead {
        compare(text.bytes, at: offset, ignoringCase: ignoringCase)
    }

    func compare(_ text: [UInt8], at offset: Int, ignoringCase: Bool = true) -> Lookahead {
        let limit = input.limit
        var position = input.position + offset
        for expected in text {
            guard position < limit else { return input.isLast ? .differs : .undecided }
            let byte = input.bytes[position]
            guard (ignoringCase ? ASCII.lowercased(byte) : byte) == expected else { return .differs }
            position += 1
        }
        return .matches
    }

    /// Looks for the end tag that closes the text being read, or a start of the same form.
    ///
    /// - Parameters:
    ///   - name: the tag's name in lower case.
    ///   - offset: how far after the position it begins.
    /// - Returns: whether it stands there with the end of a name after it.
    func lookaheadTagName(_ name: [UInt8], at offset: Int) -> Lookahead {
        let result = compare(name, at: offset)
        guard result == .matches else { return result }
        let end = input.position + offset + name.count
        guard end < input.limit else { return input.isLast ? .differs : .undecided }
        let byte = input.bytes[end]
        return ASCII.isWhitespace(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">") ? .matches : .differs
    }

    /// Gives out bytes of the input as characters and goes on after them.
    mutating func emitInput(_ count: Int, class: CharacterRun.Class = .text) {
        ready = takeInput(count, class: `class`)
    }

    mutating func takeInput(_ count: Int, class: CharacterRun.Class) -> Token {
        var token = Token(.characters)
        token.characters = CharacterRun(
            source: .input,
            range: input.position..<(input.position + count),
            class: `class`
        )
        input.position += count
        return token
    }

    /// Gives out characters that the input does not hold as they are.
    mutating func emitDecoded(_ bytes: [UInt8]) {
        decoded = bytes
        var token = Token(.characters)
        let isSpace = bytes.count == 1 && ASCII.isWhitespace(bytes[0])
        token.characters = CharacterRun(
            source: .decoded,
            range: 0..<bytes.count,
            class: isSpace ? .whitespace : .text
        )
        ready = token
    }

    /// Where the first byte that is not plain text lies, from a position on.
    @inline(__always)
    func scan(from start: Int, until stops: (UInt8) -> Bool) -> Int {
        let limit = input.limit
        var position = start
        while position < limit, !stops(input.bytes[position]) { position += 1 }
        return position
    }
}

/// A text to look ahead for.
struct StaticText {
    let bytes: [UInt8]

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    static let doctype = StaticText("doctype")
    static let cdata = StaticText("[CDATA[")
    static let cdataEnd = StaticText("]]>")
    static let dashes = StaticText("--")
    static let commentStart = StaticText("<!--")
    static let endTagOpen = StaticText("</")
    static let script = StaticText("script")
    static let `public` = StaticText("public")
    static let system = StaticText("system")
}
