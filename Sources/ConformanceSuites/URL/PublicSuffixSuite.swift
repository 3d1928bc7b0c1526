import WebAgentURL

/// Registrable domains by the list that the agent uses.
package enum PublicSuffixSuite: ConformanceSuite {
    package static let name = "public-suffix"
    package static let defaultPath = "public-suffix/test_psl.json"

    package static func run(_ input: SuiteInput) async throws(SuiteInputError) -> [CaseOutcome] {
        let file = try input.file()
        guard let rows = try file.json().array else {
            throw .malformed(file: file.name, reason: "it is not an array")
        }
        let suffixes = LibPSLPublicSuffixes()
        return rows.enumerated().compactMap { index, row in
            guard row.object != nil else { return nil }
            // A null input is no host, and no host has no registrable domain.
            let got = row["input"]?.string.flatMap { suffixes.registrableDomain(of: $0) }
            return CaseOutcome(
                id: "\(file.name)#\(index)",
                expected: row["registrable_domain"]?.string ?? "none",
                got: got ?? "none"
            )
        }
    }
}
