import Foundation
import ProgramOutput

/// Where a command's words go: data to standard output, talk to standard error.
///
/// It is a parameter so that tests read what a person would.
struct Console: Sendable {
    var output: @Sendable (String) -> Void
    var talk: @Sendable (String) -> Void

    /// Draws on the terminal of standard error, without an end of line; nowhere when it is none.
    var status: @Sendable (String) -> Void = { _ in }

    /// Bytes for standard output, as they are.
    var bytes: @Sendable ([UInt8]) -> Void = { _ in }

    /// The two streams of this process.
    static let standard = Console(
        output: { StandardStreams.put(Data(($0 + "\n").utf8)) },
        talk: { StandardStreams.say($0 + "\n") },
        status: { if isatty(STDERR_FILENO) == 1 { StandardStreams.say($0) } },
        bytes: { StandardStreams.put(Data($0)) }
    )
}
