import Foundation

/// Where a command's words go: data to standard output, talk to standard error.
///
/// It is a parameter so that tests read what a person would.
struct Console: Sendable {
    var output: @Sendable (String) -> Void
    var talk: @Sendable (String) -> Void

    /// The two streams of this process.
    static let standard = Console(output: { put(Data(($0 + "\n").utf8)) }, talk: { say($0 + "\n") })

    /// Talk that nobody can read is lost, and the work goes on.
    private static func say(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
    }

    /// Writes data, or ends the program where standard output takes no more: what nobody gets is not worth going on for.
    ///
    /// After `| head` that is no failure: the status is the one that a shell shows for a program ended by SIGPIPE.
    private static func put(_ data: Data) {
        do {
            try FileHandle.standardOutput.write(contentsOf: data)
        } catch {
            let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
            if cause?.domain == NSPOSIXErrorDomain, cause?.code == Int(EPIPE) { exit(128 + SIGPIPE) }
            say("Cannot write to standard output: \(cause?.localizedDescription ?? error.localizedDescription).\n")
            exit(EXIT_FAILURE)
        }
    }
}
