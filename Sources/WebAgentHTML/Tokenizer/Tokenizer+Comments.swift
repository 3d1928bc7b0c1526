extension Tokenizer {
    mutating func commentStep() -> Bool {
        guard let byte = nextByte else { return false }
        switch state {
        case .markupDeclarationOpen: return markupDeclarationOpenState()
        case .bogusComment: bogusCommentState(byte)
        case .commentStart: commentStartState(byte)
        case .commentStartDash: commentStartDashState(byte)
        case .comment: commentState(byte)
        case .commentEndDash: commentEndDashState(byte)
        case .commentEnd: commentEndState(byte)
        default: commentEndBangState(byte)
        }
        return true
    }

    /// Source: HTML standard, section 13.2.5.42.
    private mutating func markupDeclarationOpenState() -> Bool {
        let answers = [
            lookahead(.dashes), lookahead(.doctype),
            allowsCDATA ? lookahead(.cdata, ignoringCase: false) : .differs,
        ]
        comment.removeAll(keepingCapacity: true)
        if answers[0] == .matches {
            input.position += 2
            state = .commentStart
        } else if answers[1] == .matches {
            input.position += 7
            doctype = DoctypeToken()
            state = .doctype
        } else if answers[2] == .matches {
            input.position += 7
            state = .cdataSection
        } else if answers.contains(.undecided) {
            return false
        } else {
            state = .bogusComment
        }
        return true
    }

    /// Source: HTML standard, section 13.2.5.41.
    private mutating func bogusCommentState(_ byte: UInt8) {
        if byte == UInt8(ascii: ">") {
            emitComment()
        } else {
            appendToComment { $0 == UInt8(ascii: ">") || $0 == 0 }
        }
    }

    /// Source: HTML standard, section 13.2.5.43.
    private mutating func commentStartState(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "-"):
            input.position += 1
            state = .commentStartDash
        case UInt8(ascii: ">"): emitComment()
        default: state = .comment
        }
    }

    /// Source: HTML standard, section 13.2.5.44.
    private mutating func commentStartDashState(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "-"):
            input.position += 1
            state = .commentEnd
        case UInt8(ascii: ">"): emitComment()
        default:
            comment.append(UInt8(ascii: "-"))
            state = .comment
        }
    }

    /// Source: HTML standard, sections 13.2.5.45 to 13.2.5.49 (the latter four only find errors).
    private mutating func commentState(_ byte: UInt8) {
        if byte == UInt8(ascii: "-") {
            input.position += 1
            state = .commentEndDash
        } else {
            appendToComment { $0 == UInt8(ascii: "-") || $0 == 0 }
        }
    }

    /// Source: HTML standard, section 13.2.5.50.
    private mutating func commentEndDashState(_ byte: UInt8) {
        if byte == UInt8(ascii: "-") {
            input.position += 1
            state = .commentEnd
        } else {
            comment.append(UInt8(ascii: "-"))
            state = .comment
        }
    }

    /// Source: HTML standard, section 13.2.5.51.
    private mutating func commentEndState(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: ">"): emitComment()
        case UInt8(ascii: "!"):
            input.position += 1
            state = .commentEndBang
        case UInt8(ascii: "-"):
            input.position += 1
            comment.append(byte)
        default:
            comment += [UInt8(ascii: "-"), UInt8(ascii: "-")]
            state = .comment
        }
    }

    /// Source: HTML standard, section 13.2.5.52.
    private mutating func commentEndBangState(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: ">"): emitComment()
        case UInt8(ascii: "-"):
            input.position += 1
            comment += Array("--!".utf8)
            state = .commentEndDash
        default:
            comment += Array("--!".utf8)
            state = .comment
        }
    }

    /// Appends what stands before a stop to the comment, a U+0000 replaced.
    private mutating func appendToComment(until stops: (UInt8) -> Bool) {
        if nextByte == 0 {
            comment += UTF8Bytes.replacement
            input.position += 1
            return
        }
        let end = scan(from: input.position, until: stops)
        comment.append(contentsOf: input.bytes[input.position..<end])
        input.position = end
    }

    private mutating func emitComment() {
        input.position += 1
        state = .data
        ready = Token(.comment)
    }
}
