import Foundation
import Testing

@Suite("The architecture", .timeLimit(.minutes(5)))
struct ArchitectureTests {
    @Test("is what the manifest declares, target by target")
    func manifestAgreesWithTable() async throws {
        let planned = try DependencyGraph(table: try Self.table())
        let actual = try DependencyGraph(dump: try await Self.dumpPackage())
        let differences = actual.withoutTests.differences(from: planned)
        #expect(differences.isEmpty, "\(differences.joined(separator: "\n"))")
    }

    @Test("names every arrow that is added, taken away or unknown")
    func differencesAreNamed() throws {
        let planned = try DependencyGraph(table: "A -> B\nB ->\nGone ->")
        let actual = try DependencyGraph(table: "A -> C\nB ->\nNew ->")
        #expect(
            actual.differences(from: planned) == [
                "A imports C, which the architecture does not allow",
                "A no longer imports B, which the architecture still lists",
                "Gone is in the architecture's table and not in the manifest",
                "New is not in the architecture's table",
            ]
        )
    }

    @Test("keeps the sandbox apart from every module of the client")
    func sandboxSharesNothing() throws {
        let graph = try DependencyGraph(table: try Self.table())
        var reached: Set<String> = []
        var open: [String] = ["FinesseSandbox"]
        while let target = open.popLast() {
            for next in graph.dependencies[target] ?? [] where reached.insert(next).inserted { open.append(next) }
        }
        let ours = reached.filter { graph.dependencies[$0] != nil && !$0.hasPrefix("C") && !$0.hasPrefix("System") }
        #expect(ours == ["XMLTree"])
    }

    private static func table() throws -> String {
        let file = try #require(Bundle.module.url(forResource: "graph", withExtension: "txt"))
        return try String(contentsOf: file, encoding: .utf8)
    }

    /// Asks the package manager for the manifest as data, in a scratch folder of its own: the one of this build is locked.
    private static func dumpPackage() async throws -> Data {
        let scratch = FileManager.default.temporaryDirectory.appending(path: "finessekit-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: scratch) }
        let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "swift", "package", "--package-path", package.path, "--scratch-path", scratch.path, "dump-package",
        ]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let dump = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "swift package dump-package failed")
        return dump
    }
}
