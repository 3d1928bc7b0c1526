import ConformanceSuites
import Foundation
import Testing

/// The folder of vectors that nobody in this project wrote, and what is known of them.
enum GivenData {
    private static let package = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// `CONFORMANCE_DATA`, or else the folder that lies beside the package.
    static let folder =
        ProcessInfo.processInfo.environment["CONFORMANCE_DATA"]
        ?? package.appending(path: "../shared/conformance").standardizedFileURL.path

    /// Whether all files of a suite are there.
    static func has(_ suite: any ConformanceSuite.Type) -> Bool {
        suite.defaultPaths.allSatisfy { FileManager.default.fileExists(atPath: "\(folder)/\($0)") }
    }

    /// The cases that are known to fail.
    static func knownIssues() throws -> KnownIssues {
        let file = package.appending(path: "Tests/ConformanceTests/Resources/known-issues.txt")
        return try KnownIssues(String(contentsOf: file, encoding: .utf8), file: file.lastPathComponent)
    }

    /// Every row of a suite's given files.
    static func outcomes(of suite: any ConformanceSuite.Type) async throws -> [CaseOutcome] {
        var outcomes: [CaseOutcome] = []
        for path in suite.defaultPaths { outcomes += try await suite.run(SuiteInput(path: "\(folder)/\(path)")) }
        return outcomes
    }
}

extension Trait where Self == ConditionTrait {
    /// Runs a test only where the data of its suite is.
    static func given(_ suite: any ConformanceSuite.Type) -> Self {
        .enabled("the vectors of \(suite.name) are not in \(GivenData.folder)") { GivenData.has(suite) }
    }
}
