import FinesseTypes
import Foundation

/// Where a password comes from.
///
/// Never from an argument: every user of the machine can read those.
enum PasswordSource: Hashable, Sendable {
    /// The first line of a file; `-` is standard input.
    case file(String)

    /// The first line that a shell command prints.
    case command(String)

    /// The person at the terminal, who types it unseen.
    case prompt

    /// Gets the password.
    ///
    /// - Parameters:
    ///   - question: what the person is asked.
    ///   - prompter: asks the person.
    /// - Returns: the password.
    /// - Throws: ``PasswordError`` when there is none to be had.
    func password(asking question: String, prompter: any Prompter) throws(PasswordError) -> Password {
        switch self {
        case .file(let path): try Self.firstLine(of: Self.contents(ofFile: path), source: "The password file \(path)")
        case .command(let command): try Self.firstLine(of: Self.output(of: command), source: "The password command")
        case .prompt: try prompter.askUnseen(question)
        }
    }

    private static func firstLine(of data: Data, source: String) throws(PasswordError) -> Password {
        var line = data.prefix { $0 != UInt8(ascii: "\n") }
        if line.last == UInt8(ascii: "\r") { line.removeLast() }
        guard !line.isEmpty else { throw .empty(source: source) }
        return Password(String(decoding: line, as: UTF8.self))
    }

    private static func contents(ofFile path: String) throws(PasswordError) -> Data {
        do {
            if path == "-" { return try FileHandle.standardInput.readToEnd() ?? Data() }
            return try Data(contentsOf: URL(filePath: path))
        } catch {
            throw .unreadable(path: path, reason: error.localizedDescription)
        }
    }

    private static func output(of command: String) throws(PasswordError) -> Data {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", command]
        let pipe = Pipe()
        process.standardOutput = pipe
        let output: Data
        do {
            try process.run()
            output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        } catch {
            throw .commandNotStarted(reason: error.localizedDescription)
        }
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw .commandFailed(status: process.terminationStatus) }
        return output
    }
}
