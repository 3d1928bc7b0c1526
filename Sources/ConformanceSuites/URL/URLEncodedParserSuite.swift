import WebAgentURL

/// The `application/x-www-form-urlencoded` parser.
package enum URLEncodedParserSuite: ConformanceSuite {
    package static let name = "urlencoded-parser"
    package static let defaultPath = "forms/urlencoded-parser.json"

    package static func run(_ input: SuiteInput) async throws(SuiteInputError) -> [CaseOutcome] {
        let file = try input.file()
        guard let rows = try file.json().array else {
            throw .malformed(file: file.name, reason: "it is not an array")
        }
        return rows.enumerated().compactMap { index, row in
            row.object == nil ? nil : outcome(of: row, id: "\(file.name)#\(index)")
        }
    }

    private static func outcome(of row: JSONValue, id: String) -> CaseOutcome {
        guard let input = row["input"]?.string, let output = row["output"]?.array else {
            return CaseOutcome(id: id, expected: "input and output", got: "another row")
        }
        let expected = output.map { pair in shown(pair.array?.map { $0.string ?? "?" } ?? []) }
        let got = URLSearchParameters(parsing: input).map { shown([$0.name, $0.value]) }
        return CaseOutcome(id: id, expected: expected.joined(separator: ", "), got: got.joined(separator: ", "))
    }

    /// A pair, its code points told apart even where they look alike.
    private static func shown(_ pair: [String]) -> String {
        pair.map { text in
            "\"" + text.unicodeScalars.map { $0.isASCII ? String($0) : $0.escaped(asASCII: true) }.joined() + "\""
        }.joined(separator: " = ")
    }
}
