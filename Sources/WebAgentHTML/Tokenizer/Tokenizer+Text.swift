extension Tokenizer {
    /// Source: HTML standard, section 13.2.5.1.
    mutating func dataState() -> Bool {
        guard let byte = nextByte else { return false }
        switch byte {
        case UInt8(ascii: "<"):
            input.position += 1
            state = .tagOpen
        case UInt8(ascii: "&"): beginReference(returningTo: .data)
        case 0: emitInput(1, class: .null)
        default: ready = textRun(startingWith: byte)
        }
        return true
    }

    /// White space by itself, or text up to the next markup.
    mutating func textRun(startingWith byte: UInt8) -> Token {
        let start = input.position
        if ASCII.isWhitespace(byte) {
            return takeInput(scan(from: start + 1) { !ASCII.isWhitespace($0) } - start, class: .whitespace)
        }
        let end = scan(from: start + 1) { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") || $0 == 0 }
        return takeInput(end - start, class: .text)
    }

    /// Source: HTML standard, sections 13.2.5.2 and 13.2.5.9 to 13.2.5.11.
    mutating func rcdataState() -> Bool {
        guard let byte = nextByte else { return false }
        if byte == UInt8(ascii: "&") {
            beginReference(returningTo: .rcdata)
            return true
        }
        return textStep(byte) { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") || $0 == 0 }
    }

    /// Source: HTML standard, sections 13.2.5.3 and 13.2.5.12 to 13.2.5.14.
    mutating func rawtextState() -> Bool {
        guard let byte = nextByte else { return false }
        return textStep(byte) { $0 == UInt8(ascii: "<") || $0 == 0 }
    }

    /// Source: HTML standard, section 13.2.5.5.
    mutating func plaintextState() -> Bool {
        guard let byte = nextByte else { return false }
        if byte == 0 {
            replaceNull()
        } else {
            emitInput(scan(from: input.position) { $0 == 0 } - input.position)
        }
        return true
    }

    /// One step in text that only its own end tag ends.
    private mutating func textStep(_ byte: UInt8, stops: (UInt8) -> Bool) -> Bool {
        switch byte {
        case 0: replaceNull()
        case UInt8(ascii: "<"): return textEndTag()
        default: emitInput(scan(from: input.position, until: stops) - input.position)
        }
        return true
    }

    /// At a `<` in text: begins the end tag that closes the text, or gives the `<` out.
    mutating func textEndTag() -> Bool {
        switch endTagLookahead() {
        case .undecided: return false
        case .differs: emitInput(1)
        case .matches: beginTextEndTag()
        }
        return true
    }

    /// Whether the end tag with the name of the last start tag stands here.
    func endTagLookahead() -> Lookahead {
        if lastStartTagName.isEmpty { return .differs }
        let open = lookahead(.endTagOpen)
        return open == .matches ? lookaheadTagName(lastStartTagName, at: 2) : open
    }

    mutating func beginTextEndTag() {
        beginTag(isEnd: true)
        nameBuffer = lastStartTagName
        input.position += 2 + lastStartTagName.count
        state = .tagName
    }

    mutating func replaceNull() {
        input.position += 1
        emitDecoded(UTF8Bytes.replacement)
    }

    /// Source: HTML standard, sections 13.2.5.69 to 13.2.5.71.
    mutating func cdataSectionState() -> Bool {
        guard let byte = nextByte else { return false }
        switch byte {
        case 0: emitInput(1, class: .null)
        case UInt8(ascii: "]"):
            switch lookahead(.cdataEnd) {
            case .undecided: return false
            case .differs: emitInput(1)
            case .matches:
                input.position += 3
                state = .data
            }
        default:
            let start = input.position
            if ASCII.isWhitespace(byte) {
                emitInput(scan(from: start) { !ASCII.isWhitespace($0) } - start, class: .whitespace)
            } else {
                emitInput(scan(from: start) { $0 == UInt8(ascii: "]") || $0 == 0 } - start)
            }
        }
        return true
    }
}
