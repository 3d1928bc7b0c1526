/// What an action does.
///
/// Source: Finesse REST guide, "WorkflowAction", `type`.
public struct WorkflowActionType: ServerWord {
    /// The server's word, such as `BROWSER_POP`.
    public var rawValue: String

    /// Takes the server's word.
    ///
    /// - Parameter rawValue: The word as it stands in the answer.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Opens a page.
    public static let browserPop = Self(rawValue: "BROWSER_POP")
    /// Sends a request.
    public static let httpRequest = Self(rawValue: "HTTP_REQUEST")
}

/// Who does an action.
///
/// Source: Finesse REST guide, "WorkflowAction", `handledBy`.
public struct WorkflowActionHandler: ServerWord {
    /// The server's word, such as `FINESSE_DESKTOP`.
    public var rawValue: String

    /// Takes the server's word.
    ///
    /// - Parameter rawValue: The word as it stands in the answer.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The desktop.
    public static let desktop = Self(rawValue: "FINESSE_DESKTOP")
    /// A gadget or another program.
    public static let other = Self(rawValue: "OTHER")
}

/// Where the value of an action's variable comes from.
///
/// Source: Finesse REST guide, "WorkflowAction", `ActionVariable`.
public struct VariableType: ServerWord {
    /// The server's word, such as `SYSTEM`.
    public var rawValue: String

    /// Takes the server's word.
    ///
    /// - Parameter rawValue: The word as it stands in the answer.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// From a variable that the system knows.
    public static let system = Self(rawValue: "SYSTEM")
    /// From a path into the dialog's XML.
    public static let custom = Self(rawValue: "CUSTOM")
}
