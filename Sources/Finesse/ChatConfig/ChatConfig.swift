public import XMLTree

/// Where the desktop chat's servers are.
///
/// Source: Finesse REST guide, "ChatConfig".
public struct ChatConfig: FinesseObject {
    /// `ChatConfig`.
    public static let elementName = "ChatConfig"
    /// The element as it came.
    public let element: XMLElement

    /// Takes the element as it came.
    ///
    /// - Parameter element: A `ChatConfig` element; nothing about it is checked.
    public init(element: XMLElement) {
        self.element = element
    }

    /// The address of the first server (wire name `primaryNode`).
    public var primaryNode: String? { element.field("primaryNode") }
    /// The address of the second server (wire name `secondaryNode`).
    public var secondaryNode: String? { element.field("secondaryNode") }
}
