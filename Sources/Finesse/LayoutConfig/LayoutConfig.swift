public import XMLTree

/// The desktop's layout where a team has none of its own.
///
/// Source: Finesse REST guide, "LayoutConfig".
public struct LayoutConfig: FinesseObject {
    /// `LayoutConfig`.
    public static let elementName = "LayoutConfig"
    /// The element as it came.
    public let element: XMLElement

    /// Takes the element as it came.
    ///
    /// - Parameter element: A `LayoutConfig` element; nothing about it is checked.
    public init(element: XMLElement) {
        self.element = element
    }

    /// The layout, an XML document as text (wire name `layoutxml`).
    public var layoutXML: String? { element.first("layoutxml")?.text }
}
