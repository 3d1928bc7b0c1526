import ArgumentParser
import Foundation
import Testing

@testable import FinesseCLI

@Suite("The help of finessectl")
struct HelpTests {
    /// Every command with the words that name it.
    static let commands: [(words: [String], type: any ParsableCommand.Type)] = collect(FinesseCommand.self, [])

    @Test("is the text that was agreed on", arguments: commands.map(\.words))
    func agreedText(words: [String]) throws {
        let type = try #require(Self.commands.first { $0.words == words }?.type)
        let help = FinesseCommand.helpMessage(for: type, columns: 100) + "\n"
        let name = (["finessectl"] + words).joined(separator: "-") + ".txt"
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/help/\(name)")
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try Data(help.utf8).write(to: file)
        }
        let agreed = try String(contentsOf: file, encoding: .utf8)
        #expect(
            help == agreed,
            "RECORD=1 make test ARGS=\"--filter HelpTests\" writes it anew; then read the difference."
        )
    }

    private static func collect(
        _ type: any ParsableCommand.Type,
        _ words: [String]
    ) -> [(words: [String], type: any ParsableCommand.Type)] {
        [(words, type)]
            + type.configuration.subcommands.flatMap { subcommand in
                collect(subcommand, words + [subcommand.configuration.commandName ?? name(subcommand)])
            }
    }

    /// The name that the parser makes of a type without one.
    private static func name(_ type: any ParsableCommand.Type) -> String {
        "\(type)".lowercased()
    }
}
