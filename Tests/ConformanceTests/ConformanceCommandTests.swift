import ConformanceSuites
import Foundation
import Synchronization
import Testing

@Suite("The conformance command")
struct ConformanceCommandTests {
    @Test("has every suite of the data's contract")
    func everySuite() {
        let contract = [
            "http-state", "cookie-dates", "wpt-cookies", "samesite", "public-suffix", "urltestdata", "url-setters",
            "percent-encoding", "urlencoded-parser", "form-encoding", "refresh", "redirect-method",
            "redirect-location", "html-tree", "html-tokenizer", "pages",
        ]
        #expect(allSuites.map { $0.name } == contract)
    }

    @Test("prints a line for each failing case, then the count, and answers 1")
    func failuresAndCount() async {
        let run = await Run(["mixed", "anywhere"])
        #expect(run.output == [#"a: expected "1", got "2\n""#, "1 passed, 1 failed, 1 skipped"])
        #expect(run.code == .someFailed)
    }

    @Test("answers 0 when nothing failed")
    func allPassed() async {
        let run = await Run(["fine", "anywhere"])
        #expect(run.output == ["1 passed, 0 failed, 0 skipped"])
        #expect(run.code == .allPassed)
    }

    @Test("writes a report of every case")
    func report() async throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "report-\(UUID().uuidString).json")
        defer { try? FileManager.default.removeItem(at: file) }
        _ = await Run(["mixed", "anywhere", "--report", file.path])
        let rows = try JSONDecoder().decode([[String: String]].self, from: Data(contentsOf: file))
        #expect(
            rows == [
                ["id": "a", "outcome": "failed", "expected": "1", "got": "2\n"],
                ["id": "b", "outcome": "passed", "expected": "x", "got": "x"],
                ["id": "c", "outcome": "skipped", "expected": "", "got": "disputed"],
            ]
        )
    }

    @Test("says how it is called when it is called wrongly", arguments: [[], ["fine"], ["fine", "p", "--report"]])
    func usage(arguments: [String]) async {
        let run = await Run(arguments)
        #expect(run.complaints.first?.hasPrefix("usage: conformance SUITE PATH [--report FILE]") == true)
        #expect(run.code == .usage)
    }

    @Test("names the suites when asked for one that is none")
    func unknownSuite() async {
        let run = await Run(["nothing", "p"])
        #expect(run.complaints == ["There is no suite \"nothing\". SUITE is one of fine, mixed, or all."])
        #expect(run.code == .usage)
    }

    @Test("fails a run of all suites on a failure that no one listed")
    func allWithoutList() async {
        let run = await Run(["all", "folder"])
        #expect(run.output.contains(#"mixed a fails: expected "1", got "2\n""#))
        #expect(run.output.last == "2 passed, 1 failed, 1 skipped")
        #expect(run.code == .someFailed)
    }

    @Test("passes a run of all suites whose failures are known, each with its reason")
    func allWithList() async throws {
        let run = try await Run(["all", "folder"], knownIssues: "mixed\ta\tthe row is wrong")
        #expect(run.code == .allPassed)
    }

    @Test("fails on a listed case that passes, and on one that is no more")
    func staleList() async throws {
        let run = try await Run(["all", "folder"], knownIssues: "mixed\ta\tr\nmixed\tb\told\nmixed\tz\tgone")
        #expect(run.output.contains("mixed b passes; take it off the list of known issues (old)"))
        #expect(run.output.contains("mixed z is listed as a known issue and was not run"))
        #expect(run.code == .someFailed)
    }

    @Test("takes the folder of a suite's file in place of the file")
    func folder() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "folder-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let rows = #"[{"cookie_date": "no date", "expected_utc": null}, {"source": "a row of another shape"}]"#
        try Data(rows.utf8).write(to: folder.appending(path: "other.json"))
        #expect(
            await Run(["cookie-dates", folder.path], suites: allSuites).output.last == "1 passed, 1 failed, 0 skipped"
        )
        try Data("[]".utf8).write(to: folder.appending(path: "dates.json"))
        #expect(
            await Run(["cookie-dates", folder.path], suites: allSuites).output.last == "0 passed, 0 failed, 0 skipped"
        )
    }

    @Test("says which file cannot be read, and answers 2")
    func missingData() async {
        let run = await Run(["pages", "nowhere/manifest.json"], suites: allSuites)
        #expect(run.complaints.first?.hasPrefix("Cannot read nowhere/manifest.json") == true)
        #expect(run.code == .usage)
    }

    @Test("refuses a list of known issues whose lines give no reason")
    func listWithoutReason() {
        #expect(throws: SuiteInputError.self) { try KnownIssues("mixed\ta\t", file: "list") }
    }
}

@Suite("The reader of test vectors")
struct JSONValueTests {
    @Test("reads a lone surrogate as U+FFFD and a pair as its scalar")
    func loneSurrogates() throws {
        let value = try JSONValue(parsing: Array(#"["\ud800x", "\udc00", "\ud83d\ude00", "\\ud800"]"#.utf8))
        #expect(
            value.array == [.string("\u{FFFD}x"), .string("\u{FFFD}"), .string("\u{1F600}"), .string(#"\ud800"#)]
        )
    }
}

/// One call of the command with two suites of the test's own.
private struct Run {
    var code: ConformanceCommand.ExitCode
    var output: [String]
    var complaints: [String]

    init(
        _ arguments: [String],
        suites: [any ConformanceSuite.Type] = [FineSuite.self, MixedSuite.self]
    ) async {
        let lines = Mutex<[String]>([])
        let complaints = Mutex<[String]>([])
        code = await ConformanceCommand.run(
            arguments,
            suites: suites,
            output: { line in lines.withLock { $0.append(line) } },
            complaint: { line in complaints.withLock { $0.append(line) } }
        )
        output = lines.withLock { $0 }
        self.complaints = complaints.withLock { $0 }
    }

    init(_ arguments: [String], knownIssues: String) async throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "known-\(UUID().uuidString).txt")
        try Data(knownIssues.utf8).write(to: file)
        await self.init(arguments + ["--known-issues", file.path])
        try FileManager.default.removeItem(at: file)
    }
}

private enum FineSuite: ConformanceSuite {
    static let name = "fine"
    static let defaultPath = "fine.json"

    static func run(_ input: SuiteInput) async throws(SuiteInputError) -> [CaseOutcome] {
        [CaseOutcome(id: "only", expected: "y", got: "y")]
    }
}

private enum MixedSuite: ConformanceSuite {
    static let name = "mixed"
    static let defaultPath = "mixed.json"

    static func run(_ input: SuiteInput) async throws(SuiteInputError) -> [CaseOutcome] {
        [
            CaseOutcome(id: "a", expected: "1", got: "2\n"), CaseOutcome(id: "b", expected: "x", got: "x"),
            .skipped(id: "c", because: "disputed"),
        ]
    }
}
