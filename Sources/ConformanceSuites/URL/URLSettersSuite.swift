import WebAgentURL

/// The setters of a URL, in the format of the URL standard's own test repository.
package enum URLSettersSuite: ConformanceSuite {
    package static let name = "url-setters"
    package static let defaultPath = "url/setters_tests.json"

    package static func run(_ input: SuiteInput) async throws(SuiteInputError) -> [CaseOutcome] {
        let file = try input.file()
        guard let properties = try file.json().object else {
            throw .malformed(file: file.name, reason: "it is not an object")
        }
        return properties.sorted { $0.key < $1.key }.filter { $0.key != "comment" }.flatMap { property, rows in
            (rows.array ?? []).enumerated().map { index, row in
                outcome(of: row, property: property, id: "\(file.name)#\(property)/\(index)")
            }
        }
    }

    private static func outcome(of row: JSONValue, property: String, id: String) -> CaseOutcome {
        guard let href = row["href"]?.string, let value = row["new_value"]?.string,
            let expected = row["expected"]?.object, let member = URLMember(rawValue: property)
        else { return CaseOutcome(id: id, expected: "href, new_value and expected", got: "another row") }
        guard var url = WebURL(href) else { return CaseOutcome(id: id, expected: "a URL", got: "failure") }
        guard member.set(value, of: &url) else {
            return CaseOutcome(id: id, expected: "a setter", got: "\(property) cannot be set")
        }
        let names = expected.keys.sorted()
        return CaseOutcome(
            id: id,
            expected: names.map { "\($0)=\(expected[$0]?.string ?? "?")" }.joined(separator: " "),
            got: names.map { "\($0)=\(URLMember(rawValue: $0)?.value(of: url) ?? "?")" }.joined(separator: " ")
        )
    }
}
