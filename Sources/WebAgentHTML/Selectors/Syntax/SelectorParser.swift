/// Reads selectors.
///
/// Source: Selectors level 4, section 3.10 (grammar); CSS Syntax level 3, section 4 (names, strings, escapes).
struct SelectorParser {
    let text: String
    var scanner: SelectorScanner
    /// How many compounds one selector may join, so that matching it exhausts no stack.
    private static let maximumSteps = 512

    /// How many pseudo-classes the parser is inside of, bounded so that no text exhausts the stack.
    private var depth = 0

    init(_ text: String) {
        self.text = text
        scanner = SelectorScanner(text)
    }

    func malformed(_ reason: String) -> SelectorError {
        .malformed(selector: text, position: scanner.position, reason: reason)
    }

    mutating func parseWhole() throws(SelectorError) -> [ComplexSelector] {
        let list = try parseList(isRelative: false)
        guard scanner.isAtEnd else { throw malformed("nothing more was expected") }
        return list
    }

    /// Reads a list up to a closing parenthesis or the end.
    mutating func parseList(isRelative: Bool) throws(SelectorError) -> [ComplexSelector] {
        depth += 1
        defer { depth -= 1 }
        guard depth <= 32 else { throw malformed("it is nested too deeply") }
        var list = [try parseComplex(isRelative: isRelative)]
        while scanner.skip(",") { list.append(try parseComplex(isRelative: isRelative)) }
        return list
    }

    /// Reads a list in which what is malformed is left out, up to the closing parenthesis.
    ///
    /// Source: Selectors level 4, section 4.1, "forgiving selector list".
    mutating func parseForgivingList() throws(SelectorError) -> [ComplexSelector] {
        scanner.skipSpace()
        if scanner.current == ")" { return [] }
        let start = scanner
        do {
            let list = try parseList(isRelative: false)
            if scanner.isAtEnd || scanner.current == ")" { return list }
        } catch .unsupported(let name) {
            throw .unsupported(name)
        } catch {}
        scanner = start
        return try parseItemsApart()
    }

    private mutating func parseItemsApart() throws(SelectorError) -> [ComplexSelector] {
        var list: [ComplexSelector] = []
        while true {
            var item = self
            item.depth += 1
            if item.depth <= 32, let complex = try? item.parseComplex(isRelative: false), item.scanner.isAtListItemEnd {
                list.append(complex)
            }
            scanner.skipListItem()
            if !scanner.skip(",") { return list }
        }
    }

    private mutating func parseComplex(isRelative: Bool) throws(SelectorError) -> ComplexSelector {
        scanner.skipSpace()
        var leading: Combinator?
        if isRelative {
            leading = scanner.readCombinator() ?? .descendant
            scanner.skipSpace()
        }
        var steps: [ComplexSelector.Step] = [.init(compound: try parseCompound(), combinator: leading)]
        while true {
            let hadSpace = scanner.skipSpace()
            if scanner.isAtEnd || scanner.current == "," || scanner.current == ")" { break }
            guard let combinator = scanner.readCombinator() ?? (hadSpace ? .descendant : nil) else {
                throw malformed("a combinator or the end was expected")
            }
            scanner.skipSpace()
            guard steps.count < Self.maximumSteps else { throw malformed("it has too many combinators") }
            steps.append(.init(compound: try parseCompound(), combinator: combinator))
        }
        // Each step but the last says how it stands to the one on its left.
        return ComplexSelector(steps: steps.reversed())
    }

    private mutating func parseCompound() throws(SelectorError) -> [SimpleSelector] {
        var compound: [SimpleSelector] = try parseType()
        while let current = scanner.current {
            switch current {
            case "#":
                scanner.advance()
                guard let name = scanner.readName() else { throw malformed("a name was expected after #") }
                compound.append(.id(name))
            case ".":
                scanner.advance()
                compound.append(.class(try readName()))
            case "[":
                scanner.advance()
                compound.append(.attribute(try parseAttribute()))
            case ":":
                scanner.advance()
                compound.append(try parsePseudo())
            default:
                guard !compound.isEmpty else { throw malformed("a selector was expected") }
                return compound
            }
        }
        guard !compound.isEmpty else { throw malformed("a selector was expected") }
        return compound
    }

    mutating func readName() throws(SelectorError) -> String {
        guard let name = scanner.readName() else { throw malformed("a name was expected") }
        return name
    }

    /// Reads a type or universal selector, perhaps with `*|` or `|` before it.
    private mutating func parseType() throws(SelectorError) -> [SimpleSelector] {
        let start = scanner
        if scanner.skip("*") {
            if scanner.current == "|", scanner.next != "=" {
                scanner.advance()
                return [try parseLocalType()]
            }
            return [.universal]
        }
        if scanner.current == "|" {
            scanner.advance()
            return [.noNamespace, try parseLocalType()]
        }
        guard let name = scanner.readName() else {
            scanner = start
            return []
        }
        if scanner.current == "|" { throw malformed("no namespace has the prefix \(name)") }
        return [.type(name: name, lowercased: ASCII.lowercased(name))]
    }

    private mutating func parseLocalType() throws(SelectorError) -> SimpleSelector {
        if scanner.skip("*") { return .universal }
        let name = try readName()
        return .type(name: name, lowercased: ASCII.lowercased(name))
    }

    private mutating func parseAttribute() throws(SelectorError) -> AttributeTest {
        scanner.skipSpace()
        if scanner.skip("*") || scanner.current == "|" {
            guard scanner.skip("|") else { throw malformed("an attribute's name was expected") }
        }
        let name = try readName()
        var test = AttributeTest(name: name, lowercasedName: ASCII.lowercased(name))
        scanner.skipSpace()
        if scanner.skip("]") { return test }
        guard let found = scanner.readAttributeOperator() else { throw malformed("an operator or ] was expected") }
        test.operator = found
        scanner.skipSpace()
        guard let value = scanner.readString() ?? scanner.readName() else { throw malformed("a value was expected") }
        test.value = value
        scanner.skipSpace()
        if let flag = scanner.current, !scanner.isAtEnd, flag != "]" {
            switch flag {
            case "i", "I": test.caseRule = .insensitive
            case "s", "S": test.caseRule = .sensitive
            default: throw malformed("] was expected")
            }
            scanner.advance()
            scanner.skipSpace()
        }
        // The end of the text closes what is open.
        guard scanner.skip("]") || scanner.isAtEnd else { throw malformed("] was expected") }
        return test
    }
}
