import Foundation
import Testing

@Suite("The documentation of the bindings")
struct DocumentationTests {
    @Test("docs/dom.md says what the bindings say")
    func upToDate() throws {
        let package = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let file = package.appending(path: "docs/dom.md")
        let text = DocumentedBindings.text(try BoundInterface.all())
        if ProcessInfo.processInfo.environment["WRITE_DOM_DOCUMENTATION"] != nil {
            try Data(text.utf8).write(to: file)
            return
        }
        let written = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        let differing = zip(written.split(separator: "\n"), text.split(separator: "\n")).first { $0 != $1 }
        #expect(
            written == text,
            "docs/dom.md is older than the bindings; `make dom` writes it. First difference: \(differing.map { "\($0)" } ?? "the length")"
        )
    }
}
