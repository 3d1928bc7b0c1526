/// An agent's state in one channel.
///
/// Source: Finesse REST guide, "Media", `state`.
public struct MediaState: ServerWord {
    /// The server's word, such as `NOT_READY`.
    public var rawValue: String

    /// Takes the server's word.
    ///
    /// - Parameter rawValue: The word as it stands in the answer.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Asks to be signed in; only in requests.
    public static let login = Self(rawValue: "LOGIN")
    /// Signed out.
    public static let logout = Self(rawValue: "LOGOUT")
    /// Signed in and not taking tasks.
    public static let notReady = Self(rawValue: "NOT_READY")
    /// Signed in and waiting for a task.
    public static let ready = Self(rawValue: "READY")
    /// A task is offered.
    public static let reserved = Self(rawValue: "RESERVED")
    /// Works on a task.
    public static let active = Self(rawValue: "ACTIVE")
    /// Has paused the task.
    public static let paused = Self(rawValue: "PAUSED")
    /// Interrupted by another channel.
    public static let interrupted = Self(rawValue: "INTERRUPTED")
    /// Wraps up, ready afterwards.
    public static let workReady = Self(rawValue: "WORK_READY")
    /// The agent's server has lost its connection.
    public static let workNotReady = Self(rawValue: "WORK_NOT_READY")
    /// Wraps up; the contact centre computes what follows.
    public static let work = Self(rawValue: "WORK")
}

/// What happens to tasks when another channel interrupts.
///
/// Source: Finesse REST guide, "Media", `interruptAction`.
public struct InterruptAction: ServerWord {
    /// The server's word, such as `ACCEPT`.
    public var rawValue: String

    /// Takes the server's word.
    ///
    /// - Parameter rawValue: The word as it stands in the answer.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The tasks are interrupted.
    public static let accept = Self(rawValue: "ACCEPT")
    /// They go on.
    public static let ignore = Self(rawValue: "IGNORE")
}

/// What happens to tasks when the agent signs out.
///
/// Source: Finesse REST guide, "Media", `dialogLogoutAction`.
public struct DialogLogoutAction: ServerWord {
    /// The server's word, such as `CLOSE`.
    public var rawValue: String

    /// Takes the server's word.
    ///
    /// - Parameter rawValue: The word as it stands in the answer.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// They are closed; this is so when nothing is said.
    public static let close = Self(rawValue: "CLOSE")
    /// They go back to the queue.
    public static let transfer = Self(rawValue: "TRANSFER")
}
