extension Tokenizer {
    mutating func tagStep() -> Bool {
        guard let byte = nextByte else { return false }
        switch state {
        case .tagOpen: tagOpenState(byte)
        case .endTagOpen: endTagOpenState(byte)
        case .tagName: tagNameState(byte)
        default: selfClosingStartTagState(byte)
        }
        return true
    }

    /// Source: HTML standard, section 13.2.5.6.
    private mutating func tagOpenState(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "!"):
            input.position += 1
            state = .markupDeclarationOpen
        case UInt8(ascii: "/"):
            input.position += 1
            state = .endTagOpen
        case UInt8(ascii: "?"):
            comment.removeAll(keepingCapacity: true)
            state = .bogusComment
        default:
            if ASCII.isAlpha(byte) {
                beginTag(isEnd: false)
                state = .tagName
            } else {
                state = .data
                emitDecoded([UInt8(ascii: "<")])
            }
        }
    }

    /// Source: HTML standard, section 13.2.5.7.
    private mutating func endTagOpenState(_ byte: UInt8) {
        if ASCII.isAlpha(byte) {
            beginTag(isEnd: true)
            state = .tagName
        } else if byte == UInt8(ascii: ">") {
            input.position += 1
            state = .data
        } else {
            comment.removeAll(keepingCapacity: true)
            state = .bogusComment
        }
    }

    mutating func beginTag(isEnd: Bool) {
        isEndTag = isEnd
        isSelfClosing = false
        nameBuffer.removeAll(keepingCapacity: true)
        attributes.removeAll(keepingCapacity: true)
        if !attributeNames.isEmpty { attributeNames = [] }
        hasAttribute = false
    }

    /// Source: HTML standard, section 13.2.5.8.
    private mutating func tagNameState(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "/"):
            input.position += 1
            state = .selfClosingStartTag
        case UInt8(ascii: ">"): emitTag()
        case 0:
            input.position += 1
            nameBuffer += UTF8Bytes.replacement
        default:
            if ASCII.isWhitespace(byte) {
                input.position += 1
                state = .beforeAttributeName
                return
            }
            let end = scan(from: input.position) {
                $0 <= 0x20 && (ASCII.isWhitespace($0) || $0 == 0) || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ">")
            }
            for index in input.position..<end { nameBuffer.append(ASCII.lowercased(input.bytes[index])) }
            input.position = end
        }
    }

    /// Source: HTML standard, section 13.2.5.40.
    private mutating func selfClosingStartTagState(_ byte: UInt8) {
        if byte == UInt8(ascii: ">") {
            isSelfClosing = true
            emitTag()
        } else {
            state = .beforeAttributeName
        }
    }

    /// Gives out the tag at its `>`.
    mutating func emitTag() {
        input.position += 1
        finishAttribute()
        state = .data
        ready = Token(isEndTag ? .endTag : .startTag)
        if isEndTag { attributes.removeAll(keepingCapacity: true) }
    }
}
