/// Captured pages of identity providers: their forms as they stand, and what the agent does when it opens them.
///
/// One row per page; it passes when every rule that applies to it holds. Rule 1 (the forms) applies to all. Where the row says
/// what a browser did, rule 2 compares the first request the page makes, or rule 3 asserts that there is none.
package enum PagesSuite: ConformanceSuite {
    package static let name = "pages"
    package static let defaultPath = "idp-pages/manifest.json"

    package static func run(_ input: SuiteInput) async throws(SuiteInputError) -> [CaseOutcome] {
        try await VectorRow.outcomes(in: input) { row throws(SuiteInputError) in
            let body = try input.sibling(try row.string("file")).bytes
            let forms = PagesRuleOne.check(row.json, body: body)
            var expected = "forms: \(forms.expected)"
            var got = "forms: \(forms.got)"
            if let navigations = row["chromium"]?["navigations"]?.array {
                let page = CapturedPage(
                    url: try row.url("document_url"),
                    body: CapturedPage.replacingPlaceholders(in: body),
                    contentType: row["serve_as"]?.string ?? "text/html; charset=utf-8"
                )
                expected += "\nfirst request: \(NavigationFacts.description(expected: navigations.first))"
                got += "\nfirst request: \(await page.firstNavigation())"
            }
            // The page's name stands in both, so that a line about a failure says which page it is.
            let file = try row.string("file")
            return CaseOutcome(id: row.id, expected: "\(file): \(expected)", got: "\(file): \(got)")
        }
    }
}
