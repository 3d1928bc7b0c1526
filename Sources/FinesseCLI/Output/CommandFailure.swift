/// A command's end for people: one message that says what failed and what to do next, and the status for scripts.
struct CommandFailure: Error, Hashable, CustomStringConvertible {
    var status: ExitStatus
    var message: String

    var description: String { message }

    init(_ status: ExitStatus, _ message: String) {
        self.status = status
        self.message = message
    }
}
