import ArgumentParser
import Foundation
import Testing

@testable import WebAgentCLI

@Suite("The help of web-agent")
struct HelpTests {
    @Test("is the text that was agreed on", arguments: ["web-agent", "web-agent-open"])
    func agreedText(name: String) throws {
        let type: any ParsableCommand.Type = name == "web-agent" ? WebAgentCommand.self : OpenCommand.self
        let help = WebAgentCommand.helpMessage(for: type, columns: 100) + "\n"
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/help/\(name).txt")
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try Data(help.utf8).write(to: file)
        }
        let agreed = try String(contentsOf: file, encoding: .utf8)
        #expect(
            help == agreed,
            "RECORD=1 make test ARGS=\"--filter WebAgentCLITests\" writes it anew; then read the difference."
        )
    }

    @Test("tells every exit status")
    func statuses() {
        let help = WebAgentCommand.helpMessage(columns: 4000)
        for status in ExitStatus.allCases { #expect(help.contains("\(status.rawValue) \(status.meaning)")) }
    }

    @Test("shows no option that takes a secret as an argument")
    func noSecretArgument() {
        let help = WebAgentCommand.helpMessage(for: OpenCommand.self, columns: 400)
        #expect(help.contains("--fill <role=@file>"))
        #expect(!help.contains("--password "))
    }
}
