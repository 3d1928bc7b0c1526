public import XMLTree

/// What a call was about, as an agent chooses it while wrapping up.
///
/// Source: Finesse REST guide, "WrapUpReason".
public struct WrapUpReason: FinesseObject {
    /// `WrapUpReason`.
    public static let elementName = "WrapUpReason"
    /// The element as it came.
    public let element: XMLElement

    /// Takes the element as it came.
    ///
    /// - Parameter element: A `WrapUpReason` element; nothing about it is checked.
    public init(element: XMLElement) {
        self.element = element
    }

    /// What people read, and what a dialog is given (wire name `label`).
    public var label: String? { element.field("label") }
    /// Whether every team has it (wire name `forAll`).
    public var forAll: Bool? { element.flag("forAll") }
}
