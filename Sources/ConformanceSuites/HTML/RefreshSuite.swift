import WebAgentHTML
import WebAgentURL

/// The contents of a refresh.
package enum RefreshSuite: ConformanceSuite {
    package static let name = "refresh"
    package static let defaultPath = "navigation/refresh-parsing.json"

    package static func run(_ input: SuiteInput) async throws(SuiteInputError) -> [CaseOutcome] {
        let file = try input.file()
        guard let rows = try file.json().array else {
            throw .malformed(file: file.name, reason: "it is not an array")
        }
        guard let base = WebURL("https://page.test/folder/page?query") else {
            throw .malformed(file: file.name, reason: "there is no base to resolve its addresses against")
        }
        return rows.enumerated().map { index, row in
            let refresh = Refresh.parse(row["content"]?.string ?? "", base: base)
            return CaseOutcome(
                id: "\(file.name)#\(index)",
                expected: expected(row["expected"] ?? .null, base),
                got: refresh.map { "\($0.seconds) \($0.url)" } ?? "none"
            )
        }
    }

    private static func expected(_ value: JSONValue, _ base: WebURL) -> String {
        guard let seconds = value["seconds"]?.number, let text = value["url"]?.string else { return "none" }
        let url = value["reload_same_document"]?.bool == true ? base : WebURL(text, base: base)
        return "\(Int(seconds)) \(url?.href ?? "failure")"
    }
}
