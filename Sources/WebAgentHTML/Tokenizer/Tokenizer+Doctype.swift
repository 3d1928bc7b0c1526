extension Tokenizer {
    mutating func doctypeStep() -> Bool {
        guard let byte = nextByte else { return false }
        switch state {
        case .doctype:
            if ASCII.isWhitespace(byte) { input.position += 1 }
            state = .beforeDoctypeName
        case .beforeDoctypeName: beforeDoctypeNameState(byte)
        case .doctypeName: doctypeNameState(byte)
        case .afterDoctypeName: return afterDoctypeNameState(byte)
        case .afterDoctypePublicKeyword, .beforeDoctypePublicIdentifier:
            beforeIdentifier(byte, reading: .doctypePublicIdentifier)
        case .afterDoctypeSystemKeyword, .beforeDoctypeSystemIdentifier:
            beforeIdentifier(byte, reading: .doctypeSystemIdentifier)
        case .doctypePublicIdentifier, .doctypeSystemIdentifier: identifierState(byte)
        case .afterDoctypePublicIdentifier, .betweenDoctypeIdentifiers: betweenIdentifiersState(byte)
        case .afterDoctypeSystemIdentifier: afterSystemIdentifierState(byte)
        default: bogusDoctypeState(byte)
        }
        return true
    }

    /// Source: HTML standard, section 13.2.5.54.
    private mutating func beforeDoctypeNameState(_ byte: UInt8) {
        if ASCII.isWhitespace(byte) {
            input.position += 1
        } else if byte == UInt8(ascii: ">") {
            doctype.forcesQuirks = true
            emitDoctype()
        } else {
            doctype.name = []
            state = .doctypeName
        }
    }

    /// Source: HTML standard, section 13.2.5.55.
    private mutating func doctypeNameState(_ byte: UInt8) {
        if byte == UInt8(ascii: ">") { return emitDoctype() }
        input.position += 1
        if ASCII.isWhitespace(byte) {
            state = .afterDoctypeName
        } else if byte == 0 {
            doctype.name? += UTF8Bytes.replacement
        } else {
            doctype.name?.append(ASCII.lowercased(byte))
        }
    }

    /// Source: HTML standard, section 13.2.5.56.
    private mutating func afterDoctypeNameState(_ byte: UInt8) -> Bool {
        if ASCII.isWhitespace(byte) {
            input.position += 1
            return true
        }
        if byte == UInt8(ascii: ">") {
            emitDoctype()
            return true
        }
        let isPublic = lookahead(.public)
        let isSystem = lookahead(.system)
        if isPublic == .undecided || isSystem == .undecided { return false }
        if isPublic == .matches || isSystem == .matches {
            input.position += 6
            state = isPublic == .matches ? .afterDoctypePublicKeyword : .afterDoctypeSystemKeyword
        } else {
            doctype.forcesQuirks = true
            state = .bogusDoctype
        }
        return true
    }

    /// Source: HTML standard, sections 13.2.5.57, 13.2.5.58, 13.2.5.63 and 13.2.5.64.
    private mutating func beforeIdentifier(_ byte: UInt8, reading identifier: TokenizerState) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            input.position += 1
            doctypeQuote = byte
            if identifier == .doctypePublicIdentifier { doctype.publicID = [] } else { doctype.systemID = [] }
            state = identifier
        case UInt8(ascii: ">"):
            doctype.forcesQuirks = true
            emitDoctype()
        default:
            if ASCII.isWhitespace(byte) {
                input.position += 1
            } else {
                doctype.forcesQuirks = true
                state = .bogusDoctype
            }
        }
    }

    /// Source: HTML standard, sections 13.2.5.59, 13.2.5.60, 13.2.5.65 and 13.2.5.66.
    private mutating func identifierState(_ byte: UInt8) {
        let isPublic = state == .doctypePublicIdentifier
        switch byte {
        case doctypeQuote:
            input.position += 1
            state = isPublic ? .afterDoctypePublicIdentifier : .afterDoctypeSystemIdentifier
        case UInt8(ascii: ">"):
            doctype.forcesQuirks = true
            emitDoctype()
        default:
            input.position += 1
            let bytes = byte == 0 ? UTF8Bytes.replacement : [byte]
            if isPublic { doctype.publicID? += bytes } else { doctype.systemID? += bytes }
        }
    }

    /// Source: HTML standard, sections 13.2.5.61 and 13.2.5.62.
    private mutating func betweenIdentifiersState(_ byte: UInt8) {
        if ASCII.isWhitespace(byte) {
            input.position += 1
            state = .betweenDoctypeIdentifiers
        } else if byte == UInt8(ascii: ">") {
            emitDoctype()
        } else {
            beforeIdentifier(byte, reading: .doctypeSystemIdentifier)
        }
    }

    /// Source: HTML standard, section 13.2.5.67.
    private mutating func afterSystemIdentifierState(_ byte: UInt8) {
        if ASCII.isWhitespace(byte) {
            input.position += 1
        } else if byte == UInt8(ascii: ">") {
            emitDoctype()
        } else {
            state = .bogusDoctype
        }
    }

    /// Source: HTML standard, section 13.2.5.68.
    private mutating func bogusDoctypeState(_ byte: UInt8) {
        if byte == UInt8(ascii: ">") { emitDoctype() } else { input.position += 1 }
    }

    private mutating func emitDoctype() {
        input.position += 1
        state = .data
        ready = Token(.doctype)
    }
}
