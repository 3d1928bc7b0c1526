import FinesseSandbox
import Foundation
import Testing

@Suite("docs/sandbox.md")
struct DocumentationTests {
    private func text() throws -> String {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../docs/sandbox.md")
        return try String(contentsOf: file.standardized, encoding: .utf8)
    }

    @Test("names every switch")
    func switches() throws {
        let text = try text()
        let names = try SandboxConfiguration().keyNames()
        #expect(names.count > 60)
        for name in names {
            let last = String(name.split(separator: ".").last ?? "")
            #expect(text.contains("`\(name)`") || text.contains(last), "\(name)")
        }
    }

    @Test("names every failure, every release and every route of the control")
    func rest() throws {
        let text = try text()
        for failure in SandboxFailure.allCases { #expect(text.contains("`\(failure.rawValue)`"), "\(failure)") }
        for release in SandboxRelease.allCases { #expect(text.contains("| \(release.rawValue) |"), "\(release)") }
        for route in ControlServer.routes { #expect(text.contains("\(route.path)`"), "\(route.path)") }
    }
}
