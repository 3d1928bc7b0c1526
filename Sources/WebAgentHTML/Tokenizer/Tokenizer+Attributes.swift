extension Tokenizer {
    mutating func attributeStep() -> Bool {
        guard let byte = nextByte else { return false }
        switch state {
        case .beforeAttributeName: beforeAttributeNameState(byte)
        case .attributeName: attributeNameState(byte)
        case .afterAttributeName: afterAttributeNameState(byte)
        case .beforeAttributeValue: beforeAttributeValueState(byte)
        case .attributeValueDoubleQuoted: quotedValueState(byte, quote: UInt8(ascii: "\""))
        case .attributeValueSingleQuoted: quotedValueState(byte, quote: UInt8(ascii: "'"))
        case .attributeValueUnquoted: unquotedValueState(byte)
        default: afterAttributeValueQuotedState(byte)
        }
        return true
    }

    /// Source: HTML standard, section 13.2.5.32.
    private mutating func beforeAttributeNameState(_ byte: UInt8) {
        if ASCII.isWhitespace(byte) {
            input.position += 1
        } else if byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">") {
            state = .afterAttributeName
        } else {
            beginAttribute()
            if byte == UInt8(ascii: "=") {
                input.position += 1
                attributeName.append(byte)
            }
            state = .attributeName
        }
    }

    private mutating func beginAttribute() {
        finishAttribute()
        hasAttribute = true
        attributeName.removeAll(keepingCapacity: true)
        attributeValue.removeAll(keepingCapacity: true)
    }

    /// Adds the attribute being read to the tag, unless its name is there already.
    mutating func finishAttribute() {
        guard hasAttribute else { return }
        hasAttribute = false
        let name = String(decoding: attributeName, as: UTF8.self)
        if isDuplicate(name) { return }
        attributes.append(Attribute(name: name, value: String(decoding: attributeValue, as: UTF8.self)))
    }

    /// Whether the tag has the name already; with many attributes a set answers.
    mutating func isDuplicate(_ name: String) -> Bool {
        if attributes.count < 16 { return attributes.contains { $0.name == name } }
        if attributeNames.isEmpty { attributeNames = Set(attributes.map(\.name)) }
        return !attributeNames.insert(name).inserted
    }

    /// Source: HTML standard, section 13.2.5.33.
    private mutating func attributeNameState(_ byte: UInt8) {
        if ASCII.isWhitespace(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">") {
            state = .afterAttributeName
        } else if byte == UInt8(ascii: "=") {
            input.position += 1
            state = .beforeAttributeValue
        } else if byte == 0 {
            input.position += 1
            attributeName += UTF8Bytes.replacement
        } else {
            let end = scan(from: input.position) {
                $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "/")
                    || $0 <= 0x20 && (ASCII.isWhitespace($0) || $0 == 0)
            }
            for index in input.position..<end { attributeName.append(ASCII.lowercased(input.bytes[index])) }
            input.position = end
        }
    }

    /// Source: HTML standard, section 13.2.5.34.
    private mutating func afterAttributeNameState(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "/"):
            input.position += 1
            state = .selfClosingStartTag
        case UInt8(ascii: "="):
            input.position += 1
            state = .beforeAttributeValue
        case UInt8(ascii: ">"): emitTag()
        default:
            if ASCII.isWhitespace(byte) {
                input.position += 1
            } else {
                beginAttribute()
                state = .attributeName
            }
        }
    }

    /// Source: HTML standard, section 13.2.5.35.
    private mutating func beforeAttributeValueState(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""):
            input.position += 1
            state = .attributeValueDoubleQuoted
        case UInt8(ascii: "'"):
            input.position += 1
            state = .attributeValueSingleQuoted
        case UInt8(ascii: ">"): emitTag()
        default:
            if ASCII.isWhitespace(byte) { input.position += 1 } else { state = .attributeValueUnquoted }
        }
    }

    /// Source: HTML standard, sections 13.2.5.36 and 13.2.5.37.
    private mutating func quotedValueState(_ byte: UInt8, quote: UInt8) {
        switch byte {
        case quote:
            input.position += 1
            state = .afterAttributeValueQuoted
        case UInt8(ascii: "&"): beginReference(returningTo: state)
        case 0:
            input.position += 1
            attributeValue += UTF8Bytes.replacement
        default:
            let end = scan(from: input.position) { $0 == quote || $0 == UInt8(ascii: "&") || $0 == 0 }
            attributeValue.append(contentsOf: input.bytes[input.position..<end])
            input.position = end
        }
    }

    /// Source: HTML standard, section 13.2.5.38.
    private mutating func unquotedValueState(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "&"): beginReference(returningTo: state)
        case UInt8(ascii: ">"): emitTag()
        case 0:
            input.position += 1
            attributeValue += UTF8Bytes.replacement
        default:
            if ASCII.isWhitespace(byte) {
                input.position += 1
                state = .beforeAttributeName
                return
            }
            let end = scan(from: input.position) {
                $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: ">")
                    || $0 <= 0x20 && (ASCII.isWhitespace($0) || $0 == 0)
            }
            attributeValue.append(contentsOf: input.bytes[input.position..<end])
            input.position = end
        }
    }

    /// Source: HTML standard, section 13.2.5.39.
    private mutating func afterAttributeValueQuotedState(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "/"):
            input.position += 1
            state = .selfClosingStartTag
        case UInt8(ascii: ">"): emitTag()
        default:
            if ASCII.isWhitespace(byte) { input.position += 1 }
            state = .beforeAttributeName
        }
    }
}
