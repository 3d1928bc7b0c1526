extension SelectorParser {
    /// Reads a pseudo-class or pseudo-element after its first colon.
    mutating func parsePseudo() throws(SelectorError) -> SimpleSelector {
        let isElement = scanner.skip(":")
        let name = ASCII.lowercased(try readName())
        if isElement {
            if scanner.skip("(") {
                _ = scanner.readUntilParenthesis()
                try closeParenthesis()
            }
            return .never
        }
        guard scanner.skip("(") else { return try plainPseudo(name) }
        let parsed = try functionalPseudo(name)
        scanner.skipSpace()
        try closeParenthesis()
        return parsed
    }

    /// The end of the text closes what is open.
    private mutating func closeParenthesis() throws(SelectorError) {
        guard scanner.skip(")") || scanner.isAtEnd else { throw malformed(") was expected") }
    }

    private func plainPseudo(_ name: String) throws(SelectorError) -> SimpleSelector {
        switch name {
        case "first-child": return .nth(NthTest(a: 0, b: 1))
        case "last-child": return .nth(NthTest(a: 0, b: 1, fromEnd: true))
        case "first-of-type": return .nth(NthTest(a: 0, b: 1, ofType: true))
        case "last-of-type": return .nth(NthTest(a: 0, b: 1, fromEnd: true, ofType: true))
        case "only-child": return both(ofType: false)
        case "only-of-type": return both(ofType: true)
        case "before", "after", "first-line", "first-letter": return .never
        case "active", "hover", "visited", "target", "autofill", "-webkit-autofill": return .never
        default:
            guard let state = Self.states[name] else { throw .unsupported(name) }
            return .state(state)
        }
    }

    private static let states: [String: StateTest] = [
        "root": .root, "scope": .scope, "empty": .empty, "link": .link, "any-link": .link, "checked": .checked,
        "disabled": .disabled, "enabled": .enabled, "required": .required, "optional": .optional,
        "read-only": .readOnly, "read-write": .readWrite, "placeholder-shown": .placeholderShown, "focus": .focus,
        "focus-visible": .focus, "focus-within": .focusWithin, "defined": .defined, "indeterminate": .indeterminate,
    ]

    /// First and last at once.
    private func both(ofType: Bool) -> SimpleSelector {
        let first = SimpleSelector.nth(NthTest(a: 0, b: 1, ofType: ofType))
        let last = SimpleSelector.nth(NthTest(a: 0, b: 1, fromEnd: true, ofType: ofType))
        return .noneOf([
            ComplexSelector(steps: [.init(compound: [.noneOf([one(first)])])]),
            ComplexSelector(steps: [.init(compound: [.noneOf([one(last)])])]),
        ])
    }

    private func one(_ simple: SimpleSelector) -> ComplexSelector {
        ComplexSelector(steps: [.init(compound: [simple])])
    }

    private mutating func functionalPseudo(_ name: String) throws(SelectorError) -> SimpleSelector {
        switch name {
        case "not": return .noneOf(try parseList(isRelative: false))
        case "is", "where", "matches", "-webkit-any": return .anyOf(try parseForgivingList())
        case "has": return .has(try parseList(isRelative: true))
        case "nth-child": return .nth(try parseNth(fromEnd: false, ofType: false))
        case "nth-last-child": return .nth(try parseNth(fromEnd: true, ofType: false))
        case "nth-of-type": return .nth(try parseNth(fromEnd: false, ofType: true))
        case "nth-last-of-type": return .nth(try parseNth(fromEnd: true, ofType: true))
        default: throw .unsupported(name)
        }
    }

    private mutating func parseNth(fromEnd: Bool, ofType: Bool) throws(SelectorError) -> NthTest {
        var rest = scanner
        var text = ""
        while let scalar = rest.current, scalar != ")" {
            if scalar == "o" || scalar == "O", rest.next == "f" || rest.next == "F" { break }
            text.unicodeScalars.append(scalar)
            rest.advance()
        }
        guard let (a, b) = NthFormula.parse(text) else { throw malformed("a formula such as 2n+1 was expected") }
        scanner = rest
        var test = NthTest(a: a, b: b, fromEnd: fromEnd, ofType: ofType)
        if let mark = scanner.current, mark != ")" {
            guard !ofType else { throw malformed(") was expected") }
            scanner.advance()
            scanner.advance()
            guard scanner.skipSpace() || scanner.current == "*" || scanner.current == "." else {
                throw malformed("a selector was expected after of")
            }
            test.filter = try parseList(isRelative: false)
        }
        return test
    }
}

/// The formula of `:nth-child()`.
///
/// Source: CSS Syntax level 3, section 6, "An+B".
enum NthFormula {
    static func parse(_ text: String) -> (a: Int, b: Int)? {
        let lower = ASCII.stripped(ASCII.lowercased(text))
        if lower == "odd" { return (2, 1) }
        if lower == "even" { return (2, 0) }
        guard let mark = lower.firstIndex(of: "n") else {
            return integer(lower[...], allowsSpace: false).map { (0, $0) }
        }
        guard let a = coefficient(lower[..<mark]) else { return nil }
        let rest = lower[lower.index(after: mark)...]
        if rest.isEmpty { return (a, 0) }
        guard let b = integer(Substring(ASCII.stripped(String(rest))), allowsSpace: true, needsSign: true) else {
            return nil
        }
        return (a, b)
    }

    private static func coefficient(_ text: Substring) -> Int? {
        switch text {
        case "", "+": 1
        case "-": -1
        default: integer(text, allowsSpace: false)
        }
    }

    private static func integer(_ text: Substring, allowsSpace: Bool, needsSign: Bool = false) -> Int? {
        var digits = text
        var sign = 1
        let hasSign = digits.first == "+" || digits.first == "-"
        if hasSign { sign = digits.removeFirst() == "-" ? -1 : 1 }
        if needsSign, !hasSign { return nil }
        if allowsSpace { digits = Substring(ASCII.stripped(String(digits))) }
        guard !digits.isEmpty, digits.utf8.allSatisfy(ASCII.isDigit), let value = Int(digits), value < 1 << 40 else {
            return nil
        }
        return sign * value
    }
}
