/// Reads the small parts of a selector: names, strings, escapes, operators.
///
/// Source: CSS Syntax level 3, section 4.3.
struct SelectorScanner {
    private let scalars: [Unicode.Scalar]
    private(set) var position = 0

    init(_ text: String) {
        scalars = Array(text.unicodeScalars)
    }

    var isAtEnd: Bool { position >= scalars.count }
    var current: Unicode.Scalar? { peek(0) }
    var next: Unicode.Scalar? { peek(1) }

    func peek(_ offset: Int) -> Unicode.Scalar? {
        position + offset < scalars.count ? scalars[position + offset] : nil
    }

    mutating func advance() {
        position += 1
    }

    /// Skips one character if it stands here.
    mutating func skip(_ expected: Unicode.Scalar) -> Bool {
        guard current == expected else { return false }
        position += 1
        return true
    }

    /// Skips white space and comments; true if there were any.
    @discardableResult
    mutating func skipSpace() -> Bool {
        let start = position
        while let scalar = current {
            if Self.isSpace(scalar) {
                position += 1
            } else if scalar == "/", next == "*" {
                position += 2
                while !isAtEnd, !(current == "*" && next == "/") { position += 1 }
                position += 2
            } else {
                break
            }
        }
        return position > start
    }

    mutating func readCombinator() -> Combinator? {
        let found: Combinator
        switch current {
        case ">": found = .child
        case "+": found = .nextSibling
        case "~": found = .subsequentSibling
        default: return nil
        }
        position += 1
        return found
    }

    mutating func readAttributeOperator() -> AttributeTest.Operator? {
        if skip("=") { return .equals }
        guard next == "=" else { return nil }
        let found: AttributeTest.Operator
        switch current {
        case "~": found = .includesWord
        case "|": found = .dashPrefix
        case "^": found = .hasPrefix
        case "$": found = .hasSuffix
        case "*": found = .contains
        default: return nil
        }
        position += 2
        return found
    }

    /// Reads an identifier.
    mutating func readName() -> String? {
        guard startsName else { return nil }
        return readNameCharacters()
    }

    /// Source: CSS Syntax level 3, section 4.3.9, "would start an ident sequence".
    private var startsName: Bool {
        guard let first = current else { return false }
        if first == "-" {
            guard let second = next else { return false }
            return second == "-" || Self.isNameStart(second) || isEscape(at: 1)
        }
        return Self.isNameStart(first) || isEscape(at: 0)
    }

    private func isEscape(at offset: Int) -> Bool {
        guard peek(offset) == "\\" else { return false }
        guard let following = peek(offset + 1) else { return false }
        return !Self.isNewline(following)
    }

    private mutating func readNameCharacters() -> String {
        var name = String.UnicodeScalarView()
        while let scalar = current {
            if Self.isNameCharacter(scalar) {
                name.append(scalar == "\0" ? "\u{FFFD}" : scalar)
                position += 1
            } else if isEscape(at: 0) {
                position += 1
                name.append(readEscaped())
            } else {
                break
            }
        }
        return String(name)
    }

    /// Reads what stands after a backslash.
    private mutating func readEscaped() -> Unicode.Scalar {
        guard let first = current else { return "\u{FFFD}" }
        guard Self.hexValue(first) != nil else {
            position += 1
            return first
        }
        var code: UInt32 = 0
        var count = 0
        while count < 6, let scalar = current, let digit = Self.hexValue(scalar) {
            code = code * 16 + digit
            count += 1
            position += 1
        }
        if let scalar = current, Self.isSpace(scalar) { position += scalar == "\r" && next == "\n" ? 2 : 1 }
        return code == 0 ? "\u{FFFD}" : Unicode.Scalar(code) ?? "\u{FFFD}"
    }

    /// Reads a quoted string; the end of the text closes it, a newline makes it none.
    mutating func readString() -> String? {
        guard let quote = current, quote == "\"" || quote == "'" else { return nil }
        position += 1
        var value = String.UnicodeScalarView()
        while let scalar = current, scalar != quote {
            if Self.isNewline(scalar) { return nil }
            position += 1
            guard scalar == "\\" else {
                value.append(scalar)
                continue
            }
            guard let following = current else { break }
            if Self.isNewline(following) {
                position += following == "\r" && next == "\n" ? 2 : 1
            } else {
                value.append(readEscaped())
            }
        }
        if !isAtEnd { position += 1 }
        return String(value)
    }

    /// The text up to a closing parenthesis that is not part of it.
    mutating func readUntilParenthesis() -> String {
        let start = position
        while let scalar = current, scalar != ")" { position += 1 }
        return String(String.UnicodeScalarView(scalars[start..<position]))
    }

    var isAtListItemEnd: Bool {
        var copy = self
        copy.skipSpace()
        return copy.isAtEnd || copy.current == "," || copy.current == ")"
    }

    /// Skips to the comma or parenthesis that ends an item of a list.
    mutating func skipListItem() {
        var open = 0
        while let scalar = current {
            switch scalar {
            case "\"", "'":
                if readString() == nil { position += 1 }
                continue
            case "\\": position += 1
            case "(", "[": open += 1
            case ")" where open == 0, "," where open == 0: return
            case ")", "]": open -= 1
            default: break
            }
            position += 1
        }
    }

    static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" || isNewline(scalar) }

    private static func isNewline(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\n" || scalar == "\r" || scalar == "\u{C}"
    }

    private static func isNameStart(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "_" || scalar.value >= 0x80 || scalar == "\0" || ASCII.isAlpha(byte(scalar))
    }

    private static func isNameCharacter(_ scalar: Unicode.Scalar) -> Bool {
        isNameStart(scalar) || scalar == "-" || ASCII.isDigit(byte(scalar))
    }

    private static func hexValue(_ scalar: Unicode.Scalar) -> UInt32? { ASCII.hexValue(byte(scalar)) }

    /// The ASCII byte of a scalar; a space for any other.
    private static func byte(_ scalar: Unicode.Scalar) -> UInt8 { UInt8(exactly: scalar.value) ?? 0x20 }
}
