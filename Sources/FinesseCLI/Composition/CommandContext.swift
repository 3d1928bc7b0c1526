import FinesseSSO
import Foundation

/// The outside of a command: what it reads and writes besides its arguments.
///
/// Tests give their own.
struct CommandContext: Sendable {
    /// Where words go.
    var console: Console

    /// Who is asked.
    var prompter: any Prompter

    /// The environment's variables.
    var environment: [String: String]

    /// The wall clock.
    var now: @Sendable () -> WallTime

    /// Whether ^C and SIGTERM belong to the command, which puts away what it has begun before it ends by them.
    var endsOnSignals = false

    /// Where standard output goes.
    var terminal = TerminalFacts()

    /// The trace of the command, where one is asked for.
    let trace = CommandTrace()

    /// The outside of this process.
    static var process: CommandContext {
        CommandContext(
            console: .standard,
            prompter: TerminalPrompter(),
            environment: ProcessInfo.processInfo.environment,
            now: WallTime.system,
            endsOnSignals: true,
            terminal: .process
        )
    }

    /// The profiles of the person whose environment this is.
    var profiles: ProfileStore { ProfileStore(configurationHome: configurationHome) }

    /// `$XDG_CONFIG_HOME`, or `~/.config` where that is not set.
    var configurationHome: URL {
        if let folder = environment["XDG_CONFIG_HOME"], folder.hasPrefix("/") { return URL(filePath: folder) }
        return homeFolder.appending(path: ".config")
    }

    private var homeFolder: URL {
        environment["HOME"].map { URL(filePath: $0) } ?? FileManager.default.homeDirectoryForCurrentUser
    }
}
