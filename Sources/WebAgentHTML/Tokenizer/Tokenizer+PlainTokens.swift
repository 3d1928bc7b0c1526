/// FAST PATH: whole tokens of the data state that hold nothing unusual, as nearly all do.
///
/// What is read here the states would read in the same way, one after the other. Where a token is cut off, or holds a character reference
/// or U+0000, the states read it from its start. A test compares the two ways.
extension Tokenizer {
    /// Reads a run of text or a tag; `nil`, and nothing is read, where the states have to.
    mutating func plainToken(_ names: inout NameTable) -> Token? {
        guard let byte = nextByte else { return nil }
        switch byte {
        case UInt8(ascii: "<"): return plainTag(&names)
        case UInt8(ascii: "&"), 0: return nil
        default: return textRun(startingWith: byte)
        }
    }

    private mutating func plainTag(_ names: inout NameTable) -> Token? {
        let bytes = input.bytes
        let limit = input.limit
        var position = input.position + 1
        guard position < limit else { return nil }
        let isEnd = bytes[position] == UInt8(ascii: "/")
        if isEnd { position += 1 }
        let start = position
        guard position < limit, ASCII.isAlpha(bytes[position]) else { return nil }
        var hash = NameHash()
        while position < limit, !Self.endsTagName(bytes[position]) {
            hash.add(ASCII.lowercased(bytes[position]))
            position += 1
        }
        let end = position
        if isEnd {
            guard position < limit, bytes[position] == UInt8(ascii: ">") else { return nil }
            position += 1
        } else {
            guard let tagEnd = plainAttributes(bytes, from: position, to: limit) else { return nil }
            position = tagEnd
        }
        input.position = position
        var token = Token(isEnd ? .endTag : .startTag)
        token.name = names.internLowercased(bytes, start..<end, hash)
        token.tag = token.name.tag
        if isEnd { return token }
        token.isSelfClosing = isSelfClosing
        // Only inside these does an end tag have to have the name of the last start tag.
        if token.tag.holdsTextOnly { lastStartTagName = bytes[start..<end].map(ASCII.lowercased) }
        return token
    }

    /// Reads from the end of a tag's name.
    ///
    /// - Returns: the place behind the tag; `nil` where the states have to read it.
    private mutating func plainAttributes(_ bytes: [UInt8], from start: Int, to limit: Int) -> Int? {
        if !attributes.isEmpty { attributes.removeAll(keepingCapacity: true) }
        if !attributeNames.isEmpty { attributeNames = [] }
        isSelfClosing = false
        var position = start
        while position < limit {
            let byte = bytes[position]
            if byte == UInt8(ascii: ">") { return position + 1 }
            if byte == UInt8(ascii: "/") {
                position += 1
                isSelfClosing = position < limit && bytes[position] == UInt8(ascii: ">")
            } else if ASCII.isWhitespace(byte) {
                position += 1
            } else {
                guard let next = plainAttribute(bytes, from: position, to: limit) else { return nil }
                position = next
            }
        }
        return nil
    }

    /// Reads one attribute and adds it to the tag.
    private mutating func plainAttribute(_ bytes: [UInt8], from start: Int, to limit: Int) -> Int? {
        var position = start
        var hasUpper = false
        while position < limit, !Self.endsAttributeName(bytes[position]) {
            if ASCII.isUpper(bytes[position]) { hasUpper = true }
            position += 1
        }
        let nameEnd = position
        while position < limit, ASCII.isWhitespace(bytes[position]) { position += 1 }
        guard position < limit, bytes[position] != 0, nameEnd > start else { return nil }
        var value = position..<position
        if bytes[position] == UInt8(ascii: "=") {
            guard let found = Self.plainValue(bytes, from: position + 1, to: limit) else { return nil }
            value = found.range
            position = found.end
        }
        addPlainAttribute(bytes, name: start..<nameEnd, hasUpper: hasUpper, value: value)
        return position
    }

    private mutating func addPlainAttribute(_ bytes: [UInt8], name: Range<Int>, hasUpper: Bool, value: Range<Int>) {
        let nameText =
            hasUpper
            ? String(decoding: bytes[name].map(ASCII.lowercased), as: UTF8.self)
            : String(decoding: bytes[name], as: UTF8.self)
        if isDuplicate(nameText) { return }
        let valueText = value.isEmpty ? "" : String(decoding: bytes[value], as: UTF8.self)
        attributes.append(Attribute(name: nameText, value: valueText))
    }

    /// Finds a value behind its `=`, and the place behind it and its quotes.
    private static func plainValue(_ bytes: [UInt8], from start: Int, to limit: Int) -> (range: Range<Int>, end: Int)? {
        var position = start
        while position < limit, ASCII.isWhitespace(bytes[position]) { position += 1 }
        guard position < limit else { return nil }
        let quote = bytes[position]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            let begin = position + 1
            position = begin
            while position < limit, bytes[position] != quote, !needsState(bytes[position]) { position += 1 }
            guard position < limit, bytes[position] == quote else { return nil }
            return (begin..<position, position + 1)
        }
        let begin = position
        while position < limit, !endsUnquotedValue(bytes[position]) { position += 1 }
        guard position < limit, !needsState(bytes[position]) else { return nil }
        return (begin..<position, position)
    }

    /// U+0000 is replaced, and `&` may begin a character reference.
    @inline(__always)
    private static func needsState(_ byte: UInt8) -> Bool { byte == 0 || byte == UInt8(ascii: "&") }

    @inline(__always)
    private static func endsUnquotedValue(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ">") || byte == UInt8(ascii: "&")
            || byte <= 0x20 && (byte == 0 || ASCII.isWhitespace(byte))
    }

    @inline(__always)
    private static func endsTagName(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
            || byte <= 0x20 && (byte == 0 || ASCII.isWhitespace(byte))
    }

    @inline(__always)
    private static func endsAttributeName(_ byte: UInt8) -> Bool { endsTagName(byte) || byte == UInt8(ascii: "=") }
}

extension Tag {
    /// Whether only the element's own end tag ends its contents, which are text.
    ///
    /// Source: HTML standard, sections 13.2.6.2 and 13.2.6.4, the tags that switch the tokenizer to another state.
    fileprivate var holdsTextOnly: Bool {
        switch self {
        case .iframe, .noembed, .noframes, .noscript, .plaintext, .script, .style, .textarea, .title, .xmp: true
        default: false
        }
    }
}
