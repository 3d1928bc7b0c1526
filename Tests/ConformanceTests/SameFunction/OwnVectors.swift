import ConformanceSuites
import Foundation
import Testing

/// Files of the suites' shapes, written for one test: what the agent did is what their rows expect.
///
/// A suite that used another implementation than the agent would fail such a row wherever the two differ; so that a row which
/// every implementation passes shows nothing, each test also has the suite refuse the row with another expectation.
enum OwnVectors {
    /// Runs a suite on one file.
    static func run(_ suite: any ConformanceSuite.Type, _ text: String, file: String) async throws -> [CaseOutcome] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "vectors-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: file)
        try Data(text.utf8).write(to: path)
        return try await suite.run(SuiteInput(path: path.path))
    }

    /// Runs a suite on rows of JSON.
    static func run(
        _ suite: any ConformanceSuite.Type,
        rows: Any,
        file: String = "own.json"
    ) async throws -> [CaseOutcome] {
        let json = try JSONSerialization.data(withJSONObject: rows)
        return try await run(suite, String(decoding: json, as: UTF8.self), file: file)
    }

    /// Expects that a suite passes a row, and fails it once one member says something else.
    static func expect(
        _ suite: any ConformanceSuite.Type,
        passes row: [String: Any],
        butNot wrong: [String: Any],
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let changed = row.merging(wrong) { _, new in new }
        let outcomes = try await run(suite, rows: [row, changed])
        #expect(outcomes.map(\.outcome) == [.passed, .failed], "\(outcomes)", sourceLocation: sourceLocation)
    }
}
