public import XMLTree

/// Why an agent is not ready or signs out, as the administrator has configured it.
///
/// Source: Finesse REST guide, "ReasonCode".
public struct ReasonCode: FinesseObject {
    /// `ReasonCode`.
    public static let elementName = "ReasonCode"
    /// The element as it came.
    public let element: XMLElement

    /// Takes the element as it came.
    ///
    /// - Parameter element: A `ReasonCode` element; nothing about it is checked.
    public init(element: XMLElement) {
        self.element = element
    }

    /// What the code is for (wire name `category`).
    public var category: ReasonCodeCategory? { element.word("category") }
    /// The number that the contact centre counts by, which is not the id that requests take (wire name `code`).
    public var code: Int? { element.number("code") }
    /// What people read (wire name `label`).
    public var label: String? { element.field("label") }
    /// Whether every team has it (wire name `forAll`).
    public var forAll: Bool? { element.flag("forAll") }
    /// Whether the system itself made it (wire name `systemCode`).
    public var systemCode: Bool? { element.flag("systemCode") }
}

/// What a reason code is for.
///
/// Source: Finesse REST guide, "ReasonCode", `category`.
public struct ReasonCodeCategory: ServerWord {
    /// The server's word, such as `NOT_READY`.
    public var rawValue: String

    /// Takes the server's word.
    ///
    /// - Parameter rawValue: The word as it stands in the answer.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// For a change to NOT_READY.
    public static let notReady = Self(rawValue: "NOT_READY")
    /// For signing out.
    public static let logout = Self(rawValue: "LOGOUT")
}
