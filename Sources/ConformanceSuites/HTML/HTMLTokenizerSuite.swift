import WebAgentHTML

/// The tokenizer, each case in each of its initial states.
package enum HTMLTokenizerSuite: ConformanceSuite {
    package static let name = "html-tokenizer"
    package static let defaultPath = "html5lib/tokenizer"

    package static func run(_ input: SuiteInput) async throws(SuiteInputError) -> [CaseOutcome] {
        var outcomes: [CaseOutcome] = []
        for file in try input.files(endingWith: ".test") {
            let json = try file.json()
            for (index, test) in (json["tests"]?.array ?? []).enumerated() {
                outcomes += Self.outcomes(of: test, id: "\(file.name)#\(index)")
            }
            for index in (json["xmlViolationTests"]?.array ?? []).indices {
                outcomes.append(.skipped(id: "\(file.name)#\(index)", because: "trees for XML are not built"))
            }
        }
        return outcomes
    }

    private static func outcomes(of test: JSONValue, id: String) -> [CaseOutcome] {
        let isEscaped = test["doubleEscaped"]?.bool ?? false
        let read = { (text: String) in isEscaped ? EscapedText.unescaped(text) : text }
        guard let input = test["input"]?.string, let output = test["output"]?.array else {
            return [CaseOutcome(id: id, expected: "input and output", got: "another row")]
        }
        let expected = output.map { shown($0, read) }.joined(separator: " ")
        let states = test["initialStates"]?.array?.compactMap(\.string) ?? ["Data state"]
        return states.map { state in
            guard let start = TokenTrace.Start(rawValue: state) else {
                return CaseOutcome(id: "\(id) \(state)", expected: expected, got: "no such state")
            }
            let tokens = TokenTrace.run(read(input), from: start, lastStartTag: test["lastStartTag"]?.string ?? "")
            return CaseOutcome(
                id: "\(id) \(state)",
                expected: expected,
                got: tokens.map(shown).joined(separator: " ")
            )
        }
    }

    private static func shown(_ token: TokenTrace) -> String {
        switch token {
        case .doctype(let name, let publicID, let systemID, let isCorrect):
            let parts = [name, publicID, systemID].map { $0.map { "\"\($0)\"" } ?? "null" }
            return "DOCTYPE(\(parts.joined(separator: ","))\(isCorrect ? "" : ",quirks"))"
        case .startTag(let name, let attributes, let isSelfClosing):
            let pairs = attributes.map { "\($0.name)=\"\($0.value)\"" }.sorted()
            return "<\(([name] + pairs).joined(separator: " "))\(isSelfClosing ? "/" : "")>"
        case .endTag(let name): return "</\(name)>"
        case .comment(let data): return "<!--\(data)-->"
        case .characters(let data): return "\"\(data)\""
        }
    }

    /// An expected token in the same notation.
    private static func shown(_ token: JSONValue, _ read: @escaping (String) -> String) -> String {
        let parts = token.array ?? []
        let text = { (index: Int) in parts.count > index ? parts[index].string.map(read) : nil }
        switch text(0) {
        case "DOCTYPE":
            return shown(
                .doctype(name: text(1), publicID: text(2), systemID: text(3), isCorrect: parts.last?.bool ?? true)
            )
        case "StartTag":
            let attributes = (parts.count > 2 ? parts[2].object ?? [:] : [:]).map {
                Attribute(name: read($0.key), value: read($0.value.string ?? ""))
            }
            let isSelfClosing = parts.count > 3 && parts[3].bool == true
            return shown(.startTag(name: text(1) ?? "", attributes: attributes, isSelfClosing: isSelfClosing))
        case "EndTag": return shown(.endTag(name: text(1) ?? ""))
        case "Comment": return shown(.comment(text(1) ?? ""))
        case "Character": return shown(.characters(text(1) ?? ""))
        default: return "?"
        }
    }
}

/// Texts that were escaped once more than JSON escapes them.
enum EscapedText {
    /// The text with every `\uHHHH` replaced; halves of surrogate pairs without the other become U+FFFD.
    static func unescaped(_ text: String) -> String {
        var units: [UInt16] = []
        let source = Array(text.utf16)
        var index = 0
        while index < source.count {
            if source[index] == 0x5C, index + 6 <= source.count, source[index + 1] == 0x75,
                let unit = UInt16(String(decoding: source[(index + 2)..<(index + 6)], as: UTF16.self), radix: 16)
            {
                units.append(unit)
                index += 6
            } else {
                units.append(source[index])
                index += 1
            }
        }
        return String(decoding: units, as: UTF16.self)
    }
}
