/// What an agent does with a task.
///
/// Source: Finesse REST guide, "Dialog APIs for nonvoice tasks": ACCEPT is documented as a word; the other words are
/// inferred from the names of the capabilities.
public struct TaskAction: ServerWord {
    /// The server's word, such as `ACCEPT`.
    public var rawValue: String

    /// Takes the server's word.
    ///
    /// - Parameter rawValue: The word as it stands in the list of a participant's actions.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Takes the offered task.
    public static let accept = Self(rawValue: "ACCEPT")
    /// Begins to work on it.
    public static let start = Self(rawValue: "START")
    /// Lays it aside.
    public static let pause = Self(rawValue: "PAUSE")
    /// Takes it up again.
    public static let resume = Self(rawValue: "RESUME")
    /// Goes on to the wrap-up.
    public static let wrapUp = Self(rawValue: "WRAP_UP")
    /// Ends it.
    public static let close = Self(rawValue: "CLOSE")
    /// Gives it back to be routed anew.
    public static let transfer = Self(rawValue: "TRANSFER")
}
