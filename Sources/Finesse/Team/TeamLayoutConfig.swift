public import XMLTree

/// The desktop's layout of one team.
///
/// Source: Finesse REST guide, "Team: Get Layout".
public struct TeamLayoutConfig: FinesseObject {
    /// `TeamLayoutConfig`.
    public static let elementName = "TeamLayoutConfig"
    /// The element as it came.
    public let element: XMLElement

    /// Takes the element as it came.
    ///
    /// - Parameter element: A `TeamLayoutConfig` element; nothing about it is checked.
    public init(element: XMLElement) {
        self.element = element
    }

    /// Whether the team has the default layout (wire name `useDefault`).
    public var useDefault: Bool? { element.flag("useDefault") }
    /// The layout, an XML document as text (wire name `layoutxml`).
    public var layoutXML: String? { element.first("layoutxml")?.text }
}
