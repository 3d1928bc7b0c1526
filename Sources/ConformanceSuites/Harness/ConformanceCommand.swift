import FoundationEssentials

/// The command line of the `conformance` program.
///
/// `SUITE PATH [--report FILE]` runs one suite. `all FOLDER [--known-issues FILE]` runs every suite on the given data and
/// fails on whatever the list of known issues does not say.
package enum ConformanceCommand {
    /// What the program answers to the shell.
    package enum ExitCode: Int32, Sendable {
        /// No case failed.
        case allPassed = 0

        /// At least one case failed.
        case someFailed = 1

        /// The command line or the data cannot be used.
        case usage = 2
    }

    /// Runs what the command line says and prints failures and counts.
    ///
    /// - Parameters:
    ///   - arguments: the words after the program's name.
    ///   - suites: the suites to choose from.
    ///   - output: takes each line of the result.
    ///   - complaint: takes each line about a command that cannot be run.
    /// - Returns: the exit code.
    package static func run(
        _ arguments: [String],
        suites: [any ConformanceSuite.Type] = allSuites,
        output: (String) -> Void,
        complaint: (String) -> Void
    ) async -> ExitCode {
        let names = suites.map { $0.name }.joined(separator: ", ")
        guard let request = Request(arguments) else {
            complaint(
                """
                usage: conformance SUITE PATH [--report FILE]
                       conformance all FOLDER [--known-issues FILE]
                SUITE is one of \(names).
                """
            )
            return .usage
        }
        do {
            if request.suite == "all" { return try await runAll(request, suites: suites, output: output) }
            guard let suite = suites.first(where: { $0.name == request.suite }) else {
                complaint("There is no suite \"\(request.suite)\". SUITE is one of \(names), or all.")
                return .usage
            }
            return try await runOne(suite, request, output: output)
        } catch {
            complaint("\(error)")
            return .usage
        }
    }

    private static func runOne(
        _ suite: any ConformanceSuite.Type,
        _ request: Request,
        output: (String) -> Void
    ) async throws -> ExitCode {
        if let preamble = suite.preamble { output(preamble) }
        let report = ConformanceReport(outcomes: try await suite.run(path: request.path))
        for line in report.failureLines { output(line) }
        if let file = request.reportFile { try report.json().write(to: URL(filePath: file), options: .atomic) }
        output(report.summary)
        return report.failed == 0 ? .allPassed : .someFailed
    }

    private static func runAll(
        _ request: Request,
        suites: [any ConformanceSuite.Type],
        output: (String) -> Void
    ) async throws -> ExitCode {
        let known = try request.knownIssuesFile.map { path in
            try KnownIssues(try SuiteInput(path: path).file().text, file: path)
        }
        var disagreements: [String] = []
        var everything: [CaseOutcome] = []
        for suite in suites {
            if let preamble = suite.preamble { output("\(suite.name): \(preamble)") }
            var outcomes: [CaseOutcome] = []
            for path in suite.defaultPaths {
                outcomes += try await suite.run(SuiteInput(path: request.path + "/" + path))
            }
            disagreements += (known ?? KnownIssues()).disagreements(suite: suite.name, outcomes: outcomes)
            output("\(suite.name): \(ConformanceReport(outcomes: outcomes).summary)")
            everything += outcomes
        }
        for line in disagreements { output(line) }
        output(ConformanceReport(outcomes: everything).summary)
        return disagreements.isEmpty ? .allPassed : .someFailed
    }

    /// The words of the command line, sorted out.
    private struct Request {
        var suite: String
        var path: String
        var reportFile: String?
        var knownIssuesFile: String?

        init?(_ arguments: [String]) {
            var words = arguments
            guard Self.take("--report", from: &words, into: &reportFile),
                Self.take("--known-issues", from: &words, into: &knownIssuesFile),
                words.count == 2, words.allSatisfy({ !$0.hasPrefix("--") })
            else { return nil }
            suite = words[0]
            path = words[1]
        }

        /// Takes an option with its value out of the words; false when its value is missing.
        private static func take(_ option: String, from words: inout [String], into value: inout String?) -> Bool {
            guard let index = words.firstIndex(of: option) else { return true }
            guard index + 1 < words.count else { return false }
            value = words[index + 1]
            words.removeSubrange(index...(index + 1))
            return true
        }
    }
}
