import FinesseSSO
import FinesseTypes
import Foundation
import Synchronization

@testable import FinesseCLI

/// A command's outside in a folder of its own: what it prints is kept, and a person's answers are given beforehand.
final class TestContext: Sendable {
    let folder: URL
    /// For sockets, whose paths must be short.
    let runtimeFolder: URL
    private let lines = Mutex<(output: [String], talk: [String], status: [String])>(([], [], []))
    private let prompter: RecordingPrompter

    init(password: String? = nil, agrees: Bool = false) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "finessectl-\(UUID().uuidString)")
        runtimeFolder = FileManager.default.temporaryDirectory.appending(path: "f\(UInt32.random(in: 0 ... .max))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        prompter = RecordingPrompter(password: password, agrees: agrees)
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
        try? FileManager.default.removeItem(at: runtimeFolder)
    }

    var context: CommandContext {
        CommandContext(
            console: Console(
                output: { line in self.lines.withLock { $0.output.append(line) } },
                talk: { line in self.lines.withLock { $0.talk.append(line) } },
                status: { text in self.lines.withLock { $0.status.append(text) } },
                bytes: { bytes in self.lines.withLock { $0.output.append(String(decoding: bytes, as: UTF8.self)) } }
            ),
            prompter: prompter,
            environment: [
                "XDG_CONFIG_HOME": folder.appending(path: "config").path,
                "XDG_STATE_HOME": folder.appending(path: "state").path, "HOME": folder.path,
                "XDG_RUNTIME_DIR": runtimeFolder.path,
            ],
            now: WallTime.system
        )
    }

    /// What went to standard output since the last look.
    func takeOutput() -> [String] {
        lines.withLock { lines in
            defer { lines.output = [] }
            return lines.output
        }
    }

    /// What went to standard error since the last look.
    func takeTalk() -> [String] {
        lines.withLock { lines in
            defer { lines.talk = [] }
            return lines.talk
        }
    }

    /// What was drawn on the terminal since the last look.
    func takeStatus() -> [String] {
        lines.withLock { lines in
            defer { lines.status = [] }
            return lines.status
        }
    }

    /// Runs a command line.
    func run(_ arguments: String...) async -> Int32 {
        await FinesseProgram.run(arguments, in: context)
    }

    /// Makes a folder in the test's folder.
    func makeFolder(_ name: String) throws -> URL {
        let made = folder.appending(path: name)
        try FileManager.default.createDirectory(at: made, withIntermediateDirectories: true)
        return made
    }

    /// Writes a file into the test's folder.
    func file(_ name: String, _ text: String) throws -> String {
        let file = folder.appending(path: name)
        try Data(text.utf8).write(to: file)
        return file.path
    }
}

/// Answers what it was told to answer.
private struct RecordingPrompter: Prompter {
    var password: String?
    var agrees: Bool

    func askUnseen(_ question: String) throws(PasswordError) -> Password {
        guard let password else { throw .noTerminal }
        return Password(password)
    }

    func confirm(_ question: String) -> Bool { agrees }

    func pause(_ hint: String) {}
}
