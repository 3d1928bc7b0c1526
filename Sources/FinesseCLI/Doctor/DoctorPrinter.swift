import FinesseSSO
import Foundation

/// Shows findings to people and to programs.
struct DoctorPrinter: Sendable {
    /// The columns there are.
    let width: Int

    /// Takes the width that the terminal says it has.
    ///
    /// - Parameter environment: the environment's variables.
    init(environment: [String: String]) {
        let said = environment["COLUMNS"].flatMap { Int($0) } ?? 80
        width = min(max(said, 60), 140)
    }

    private static let verdictWidth = 9
    private static let titleWidth = 20

    /// A finding as lines: verdict, title and evidence, then what to do.
    func lines(of finding: DoctorFinding) -> [String] {
        let indent = Self.verdictWidth + Self.titleWidth
        let head =
            Self.padded(finding.verdict == .failed ? "FAILED" : finding.verdict.rawValue, Self.verdictWidth)
            + Self.padded(finding.probe.title, Self.titleWidth)
        let fault = finding.fault.map { finding.evidence.contains($0) ? "" : " (\($0))" } ?? ""
        var lines = wrapped(finding.evidence + fault, indent)
        lines[0] = head + lines[0].dropFirst(indent)
        guard let action = finding.nextAction else { return lines }
        var next = wrapped(action, indent + 2)
        next[0] = String(repeating: " ", count: indent) + "→ " + next[0].dropFirst(indent + 2)
        return lines + next
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - text.count))
    }

    /// The words in lines that fit, each begun with blanks; a word that fits nowhere stands alone.
    private func wrapped(_ text: String, _ indent: Int) -> [String] {
        let blanks = String(repeating: " ", count: indent)
        var lines: [String] = []
        var line = ""
        for word in text.split(whereSeparator: \.isWhitespace) {
            if line.isEmpty {
                line = String(word)
            } else if indent + line.count + 1 + word.count <= width {
                line += " " + word
            } else {
                lines.append(blanks + line)
                line = String(word)
            }
        }
        return lines + [blanks + line]
    }

    /// The last line: what it all comes to.
    static func summary(_ report: DoctorReport) -> String {
        let counts = [DoctorVerdict.failed, .warning, .skipped, .ok].compactMap { verdict -> String? in
            let count = report.findings.count { $0.verdict == verdict }
            return count == 0 ? nil : "\(count) \(verdict.rawValue)"
        }
        return "\(report.findings.count) probes: \(counts.joined(separator: ", "))."
    }

    /// The report as one JSON object, keys sorted.
    static func json(_ report: DoctorReport, server: String, user: String?) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let document = Document(
            server: server,
            user: user,
            verdict: report.verdict.rawValue,
            probes: report.findings.map(Document.Probe.init)
        )
        return String(decoding: try encoder.encode(document), as: UTF8.self)
    }

    private struct Document: Encodable {
        struct Probe: Encodable {
            var probe: String
            var title: String
            var verdict: String
            var evidence: String
            var nextAction: String?
            var fault: String?

            init(_ finding: DoctorFinding) {
                probe = finding.probe.rawValue
                title = finding.probe.title
                verdict = finding.verdict.rawValue
                evidence = finding.evidence
                nextAction = finding.nextAction
                fault = finding.fault
            }
        }

        var server: String
        var user: String?
        var verdict: String
        var probes: [Probe]
    }
}
