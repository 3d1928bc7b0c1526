package import FoundationEssentials

/// The outcomes of one suite, and the two forms they are shown in.
package struct ConformanceReport: Sendable {
    package let outcomes: [CaseOutcome]

    package init(outcomes: [CaseOutcome]) {
        self.outcomes = outcomes
    }

    package var passed: Int { count(.passed) }
    package var failed: Int { count(.failed) }
    package var skipped: Int { count(.skipped) }

    /// `N passed, N failed, N skipped`.
    package var summary: String { "\(passed) passed, \(failed) failed, \(skipped) skipped" }

    /// One line for each failing case.
    package var failureLines: [String] {
        outcomes.filter { $0.outcome == .failed }.map { outcome in
            "\(outcome.id): expected \(oneLine(outcome.expected)), got \(oneLine(outcome.got))"
        }
    }

    /// A JSON array of `{id, outcome, expected, got}`.
    ///
    /// - Returns: UTF-8.
    /// - Throws: whatever the JSON encoder throws; never for strings.
    package func json() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(
            outcomes.map { outcome in
                [
                    "id": outcome.id, "outcome": outcome.outcome.rawValue, "expected": outcome.expected,
                    "got": outcome.got,
                ]
            }
        )
    }

    private func count(_ outcome: CaseOutcome.Outcome) -> Int {
        outcomes.count { $0.outcome == outcome }
    }
}

/// Shows a text on one line, line breaks and control characters escaped.
func oneLine(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\n": result += "\\n"
        case "\r": result += "\\r"
        case "\t": result += "\\t"
        case "\"": result += "\\\""
        case "\\": result += "\\\\"
        case _ where scalar.value < 0x20 || scalar.value == 0x7F: result += "\\u{\(String(scalar.value, radix: 16))}"
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result + "\""
}
