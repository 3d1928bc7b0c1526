import WebAgentURL

/// Percent-encoding of a query in the encoding of its document, and of a fragment, always in UTF-8.
package enum PercentEncodingSuite: ConformanceSuite {
    package static let name = "percent-encoding"
    package static let defaultPath = "url/percent-encoding.json"

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
        guard let input = row["input"]?.string, let output = row["output"]?.object else {
            return CaseOutcome(id: id, expected: "input and output", got: "another row")
        }
        let labels = output.keys.sorted()
        let got = labels.map { label -> String in
            guard let encoding = CharacterEncoding(label: label) else { return "\(label)=no such encoding" }
            guard let url = WebURL("https://host.invalid/?\(input)#\(input)", encoding: encoding) else {
                return "\(label)=failure"
            }
            // The fragment does not depend on the encoding; it is shown only where it differs from UTF-8's output.
            let fragment = url.fragment == output["utf-8"]?.string ? "" : " #\(url.fragment ?? "")"
            return "\(label)=\(url.query ?? "")\(fragment)"
        }
        return CaseOutcome(
            id: id,
            expected: labels.map { "\($0)=\(output[$0]?.string ?? "?")" }.joined(separator: " "),
            got: got.joined(separator: " ")
        )
    }
}
