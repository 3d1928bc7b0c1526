import ArgumentParser
import FinesseSandbox
import Foundation

/// A sandbox for the tests of any language: one line of JSON when it is ready, the end when standard input closes.
@main
struct SandboxProgram: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "finesse-sandbox",
        abstract: "Runs a Finesse, an Identity Service and an identity provider on loopback, for tests.",
        discussion: """
            Each server listens on a port that the system chooses. One line of JSON on standard output says when they are
            ready and where they are. The sandbox ends when standard input closes, and so with the program that started it,
            or at SIGTERM.

            Example:
              finesse-sandbox --config users.yaml --set desktop.refreshAcceptsGET=false
            """
    )

    @Option(help: ArgumentHelp("Users, teams and switches as YAML.", valueName: "file"))
    var config: String?

    @Option(
        name: .customLong("set"),
        help: ArgumentHelp(
            "Set one key of the configuration, such as tokens.accessLifetime=10m; may come again.",
            valueName: "key=value"
        )
    )
    var settings: [String] = []

    @Option(help: ArgumentHelp("Keep what the sandbox remembers here, from start to start.", valueName: "file"))
    var state: String?

    @Flag(help: "Go on when standard input closes, as for a service.")
    var ignoreStandardInput = false

    func run() async throws {
        let end = ProgramEnd(watchesInput: !ignoreStandardInput)
        let sandbox = try await FinesseSandbox.start(try sandboxConfiguration())
        let line = ReadyLine.text(sandbox) + "\n"
        do {
            try FileHandle.standardOutput.write(contentsOf: Data(line.utf8))
        } catch {
            await sandbox.stop()
            throw ProgramFailure("The ready line cannot be written: standard output is closed.")
        }
        await end.requested()
        await sandbox.stop()
    }

    private func sandboxConfiguration() throws -> SandboxConfiguration {
        var configuration =
            try config.map { try SandboxConfiguration(yaml: try Self.text(ofFile: $0)) }
            ?? SandboxConfiguration()
        for setting in settings {
            guard let separator = setting.firstIndex(of: "=") else {
                throw ProgramFailure(
                    "--set \(setting) has no value. Write --set key=value.",
                    status: .validationFailure
                )
            }
            let value = String(setting[setting.index(after: separator)...])
            try configuration.set(String(setting[..<separator]), to: value)
        }
        if let state { configuration.stateFile = URL(filePath: state).path }
        configuration.control.isServed = true
        return configuration
    }

    private static func text(ofFile path: String) throws -> String {
        do {
            return try String(contentsOf: URL(filePath: path), encoding: .utf8)
        } catch {
            throw ProgramFailure("\(path) cannot be read: \(error.localizedDescription).", status: .validationFailure)
        }
    }

    static func main() async {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch let error as SandboxError {
            fail(error.description, ExitCode.failure)
        } catch let error as ProgramFailure {
            fail(error.sentence, error.status)
        } catch {
            // Help and version are for standard output and no failure; a wrong option is told in one sentence.
            guard exitCode(for: error) != .success else { exit(withError: error) }
            fail(message(for: error), exitCode(for: error))
        }
    }

    private static func fail(_ sentence: String, _ status: ExitCode) -> Never {
        // Where nobody reads standard error, the status still tells.
        try? FileHandle.standardError.write(contentsOf: Data("finesse-sandbox: \(sentence)\n".utf8))
        Foundation.exit(status.rawValue)
    }
}

/// Why the program ends without a sandbox.
struct ProgramFailure: Error {
    /// A sentence for people.
    var sentence: String
    /// The exit status.
    var status: ExitCode

    init(_ sentence: String, status: ExitCode = .failure) {
        self.sentence = sentence
        self.status = status
    }
}
