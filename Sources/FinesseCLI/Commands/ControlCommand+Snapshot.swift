import ArgumentParser
import Foundation

// What a running sandbox remembers, in a file.

extension ControlCommand {
    struct Snapshot: ContextCommand {
        static let configuration = CommandConfiguration(
            abstract: "Saves everything that the sandbox remembers, or puts it back.",
            discussion: """
                A snapshot has the users' passwords in it; its file is for its owner only.

                Example:
                  finessectl control snapshot --save before.json
                  finessectl control snapshot --restore before.json
                """
        )

        @Option(help: ArgumentHelp("Save it here.", valueName: "file"))
        var save: String?

        @Option(help: ArgumentHelp("Put this one back.", valueName: "file"))
        var restore: String?

        @OptionGroup var options: ControlOptions

        func validate() throws {
            guard (save == nil) != (restore == nil) else { throw ValidationError("Say --save FILE or --restore FILE.") }
        }

        func run(in context: CommandContext) async throws {
            try await CommandFailure.explaining {
                let client = try options.client(in: context)
                if let save {
                    let answer = try await client.send("GET", "/snapshot")
                    guard
                        FileManager.default.createFile(
                            atPath: save,
                            contents: try JSONEncoder().encode(answer),
                            attributes: [.posixPermissions: 0o600]
                        )
                    else { throw CommandFailure(.failure, "\(save) cannot be written.") }
                    context.console.talk("The snapshot is in \(save).")
                } else if let restore {
                    guard let bytes = FileManager.default.contents(atPath: restore) else {
                        throw CommandFailure(.usage, "\(restore) cannot be read.")
                    }
                    guard let value = try? JSONDecoder().decode(ControlValue.self, from: bytes) else {
                        throw CommandFailure(.usage, "\(restore) is no snapshot: it is no JSON.")
                    }
                    try await client.send("PUT", "/snapshot", value)
                    context.console.talk("The sandbox is as it was when the snapshot was taken.")
                }
            }
        }
    }
}
