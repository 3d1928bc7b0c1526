import Foundation
import ProgramOutput

/// Where a command's words go: data to standard output, talk to standard error.
///
/// It is a parameter so that tests read what a person would.
struct Console: Sendable {
    var output: @Sendable (String) -> Void
    var talk: @Sendable (String) -> Void

    /// The two streams of this process.
    static let standard = Console(
        output: { StandardStreams.put(Data(($0 + "\n").utf8)) },
        talk: { StandardStreams.say($0 + "\n") }
    )
}
