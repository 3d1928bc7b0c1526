import ArgumentParser
import Foundation
import Testing

@testable import FinesseCLI

@Suite("The manual page")
struct ManPageTests {
    @Test("docs/man/finessectl.1 says what the commands say")
    func upToDate() async throws {
        let test = try TestContext()
        #expect(await test.run("--experimental-dump-help") == 0)
        let tree = try JSONDecoder().decode(CommandTree.self, from: Data(test.takeOutput().joined().utf8))
        try #require(tree.serializationVersion == 0)
        let file = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "docs/man/finessectl.1")
        let written = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        let date = written.firstMatch(of: /^\.TH FINESSECTL 1 "([0-9-]+)"/).map { String($0.output.1) }
        func page(_ date: String) -> String {
            ManPage(tree: tree, version: FinesseCommand.configuration.version, date: date).text
        }
        let current = page(date ?? "")
        if ProcessInfo.processInfo.environment["WRITE_MAN_PAGE"] != nil {
            // A page that says the same keeps its date.
            if written != current { try Data(page(String(Date().formatted(.iso8601).prefix(10))).utf8).write(to: file) }
            return
        }
        let differing = zip(written.split(separator: "\n"), current.split(separator: "\n")).first { $0 != $1 }
        #expect(
            written == current,
            "docs/man/finessectl.1 is older than the commands; `make man` writes it. First difference: \(differing.map { "\($0)" } ?? "the length")"
        )
    }

    @Test("takes no word of the help for a request")
    func escapes() {
        #expect(Roff.text(".TH it's a \\fB --flag ~/…") == "\\&.TH it\\(aqs a \\efB \\-\\-flag \\(ti/\\[u2026]")
        #expect(
            Roff.paragraphs("One\ntwo.\n\nExample:\n  run it\n  twice")
                == ["One", "two.", ".PP", "Example:", ".PP", ".RS 4", ".nf", "run it", "twice", ".fi", ".RE"]
        )
    }
}
