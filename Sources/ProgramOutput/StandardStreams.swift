package import Foundation

/// The two streams of a command line program: data to standard output, talk to standard error.
package enum StandardStreams {
    /// Writes data, or ends the program where standard output takes no more: what nobody gets is not worth going on for.
    ///
    /// After `| head` that is no failure: the status is the one that a shell shows for a program ended by SIGPIPE.
    ///
    /// - Parameter data: The data.
    package static func put(_ data: Data) {
        do {
            try FileHandle.standardOutput.write(contentsOf: data)
        } catch {
            let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
            if cause?.domain == NSPOSIXErrorDomain, cause?.code == Int(EPIPE) { exit(128 + SIGPIPE) }
            let reason = cause?.localizedDescription ?? error.localizedDescription
            say(
                "Cannot write to standard output: \(reason). Make room there, or send the output elsewhere, and repeat the command.\n"
            )
            exit(EXIT_FAILURE)
        }
    }

    /// Says something to a person; talk that nobody can read is lost, and the work goes on.
    ///
    /// - Parameter text: The words, with the ends of their lines.
    package static func say(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
    }
}
