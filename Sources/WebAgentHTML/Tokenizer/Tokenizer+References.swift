extension Tokenizer {
    /// At an ampersand: begins a character reference in text or in an attribute's value.
    mutating func beginReference(returningTo state: TokenizerState) {
        input.position += 1
        returnState = state
        self.state = .characterReference
    }

    /// Source: HTML standard, sections 13.2.5.72 to 13.2.5.80.
    mutating func referenceStep() -> Bool {
        switch state {
        case .characterReference: return characterReferenceState()
        case .numericCharacterReference: return numericCharacterReferenceState()
        default: return digitsState()
        }
    }

    /// Source: HTML standard, sections 13.2.5.72 to 13.2.5.74.
    private mutating func characterReferenceState() -> Bool {
        guard let byte = nextByte else { return false }
        if byte == UInt8(ascii: "#") {
            input.position += 1
            referenceCode = 0
            state = .numericCharacterReference
            return true
        }
        let match = CharacterReferenceTable.shared.longestMatch(
            in: input.bytes,
            from: input.position,
            to: input.limit,
            isLast: input.isLast
        )
        switch match {
        case .undecided: return false
        case .none: finishReference([UInt8(ascii: "&")])
        case .found(let length, let characters): finishNamedReference(length: length, characters: characters)
        }
        return true
    }

    /// In an attribute a name without semicolon before `=` or a letter is plain text, for old addresses with parameters.
    private mutating func finishNamedReference(length: Int, characters: [UInt8]) {
        let end = input.position + length
        if isInAttribute, input.bytes[end - 1] != UInt8(ascii: ";"), end < input.limit {
            let following = input.bytes[end]
            if following == UInt8(ascii: "=") || ASCII.isAlphanumeric(following) {
                return finishReference([UInt8(ascii: "&")])
            }
        }
        input.position = end
        finishReference(characters)
    }

    /// Source: HTML standard, sections 13.2.5.75 to 13.2.5.78.
    private mutating func numericCharacterReferenceState() -> Bool {
        guard let byte = nextByte else { return false }
        if byte | 0x20 == UInt8(ascii: "x") {
            guard input.position + 1 < input.limit else {
                if !input.isLast { return false }
                finishReference(Array("&#".utf8))
                return true
            }
            if ASCII.hexValue(input.bytes[input.position + 1]) != nil {
                input.position += 1
                state = .hexadecimalDigits
            } else {
                finishReference(Array("&#".utf8))
            }
        } else if ASCII.isDigit(byte) {
            state = .decimalDigits
        } else {
            finishReference(Array("&#".utf8))
        }
        return true
    }

    /// Source: HTML standard, sections 13.2.5.78 and 13.2.5.79.
    private mutating func digitsState() -> Bool {
        let base: UInt32 = state == .hexadecimalDigits ? 16 : 10
        while let byte = nextByte {
            guard let digit = ASCII.hexValue(byte), digit < base else {
                if byte == UInt8(ascii: ";") { input.position += 1 }
                finishReference(UTF8Bytes.encode(NumericReference.resolve(referenceCode)))
                return true
            }
            referenceCode = min(referenceCode * base + digit, 0x110000)
            input.position += 1
        }
        return false
    }

    private var isInAttribute: Bool {
        switch returnState {
        case .attributeValueDoubleQuoted, .attributeValueSingleQuoted, .attributeValueUnquoted: true
        default: false
        }
    }

    /// Gives the characters to where the reference stood.
    private mutating func finishReference(_ characters: [UInt8]) {
        state = returnState
        if isInAttribute { attributeValue += characters } else { emitDecoded(characters) }
    }

    /// What a reference that the end of the input cuts off means.
    mutating func finishReferenceAtEnd() {
        switch state {
        case .characterReference: finishReference([UInt8(ascii: "&")])
        case .numericCharacterReference: finishReference(Array("&#".utf8))
        default: finishReference(UTF8Bytes.encode(NumericReference.resolve(referenceCode)))
        }
    }
}

/// The code point that a numeric character reference means.
///
/// Source: HTML standard, section 13.2.5.80.
enum NumericReference {
    static func resolve(_ code: UInt32) -> UInt32 {
        if code == 0 || code > 0x10FFFF || (0xD800...0xDFFF).contains(code) { return 0xFFFD }
        return (0x80...0x9F).contains(code) ? windows1252[Int(code - 0x80)] : code
    }

    /// What the C1 control codes mean for old pages; those without meaning stay.
    private static let windows1252: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
        0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0x9D, 0x017E, 0x0178,
    ]
}
