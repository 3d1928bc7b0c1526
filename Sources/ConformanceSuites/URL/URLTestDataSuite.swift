import WebAgentURL

/// Parsing and joining of URLs, in the format of the URL standard's own test repository.
package enum URLTestDataSuite: ConformanceSuite {
    package static let name = "urltestdata"
    package static let defaultPath = "url/urltestdata.json"
    package static var preamble: String? { "IDNA by Unicode \(DomainName.unicodeVersion)" }

    package static func run(_ input: SuiteInput) async throws(SuiteInputError) -> [CaseOutcome] {
        let file = try input.file()
        guard let rows = try file.json().array else {
            throw .malformed(file: file.name, reason: "it is not an array")
        }
        // Strings in the array are comments, but they count for the ids.
        return rows.enumerated().compactMap { index, row in
            row.object == nil ? nil : outcome(of: row, id: "\(file.name)#\(index)")
        }
    }

    private static func outcome(of row: JSONValue, id: String) -> CaseOutcome {
        guard let input = row["input"]?.string else {
            return CaseOutcome(id: id, expected: "an input", got: "a row without one")
        }
        var base: WebURL?
        if let text = row["base"]?.string {
            guard let parsed = WebURL(text) else { return CaseOutcome(id: id, expected: "a base", got: "failure") }
            base = parsed
        }
        guard let url = WebURL(input, base: base) else {
            return failure(of: row, input: input, id: id)
        }
        if row["failure"]?.bool == true {
            return CaseOutcome(id: id, expected: "failure", got: url.href)
        }
        // Every member that the row states, in one comparison.
        let names = URLMember.allCases.filter { row[$0.rawValue]?.string != nil }
        return CaseOutcome(
            id: id,
            expected: names.map { "\($0.rawValue)=\(row[$0.rawValue]?.string ?? "")" }.joined(separator: " "),
            got: names.map { "\($0.rawValue)=\($0.value(of: url))" }.joined(separator: " ")
        )
    }

    /// Compares a failure.
    ///
    /// `relativeTo` says of an input that fails without a base against which bases it does parse.
    private static func failure(of row: JSONValue, input: String, id: String) -> CaseOutcome {
        guard row["failure"]?.bool == true else {
            return CaseOutcome(id: id, expected: row["href"]?.string ?? "a row with href or failure", got: "failure")
        }
        guard let relativeTo = row["relativeTo"]?.string else {
            return CaseOutcome(id: id, expected: "failure", got: "failure")
        }
        let parsesAgainstPath = parses(input, against: "https://base.invalid/a/b", "http://base.invalid/a/b")
        let parsesAgainstOpaquePath = parses(input, against: "about:blank")
        let got = parsesAgainstOpaquePath ? "any-base" : parsesAgainstPath ? "non-opaque-path-base" : "no base"
        return CaseOutcome(
            id: id,
            expected: "failure, parses against \(relativeTo)",
            got: "failure, parses against \(got)"
        )
    }

    private static func parses(_ input: String, against bases: String...) -> Bool {
        bases.contains { base in WebURL(base).flatMap { WebURL(input, base: $0) } != nil }
    }
}
