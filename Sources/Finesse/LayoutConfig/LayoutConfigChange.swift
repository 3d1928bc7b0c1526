public import XMLTree

/// What the default layout of the desktop shall be.
///
/// Source: Finesse REST guide, "LayoutConfig: Set Default".
public struct LayoutConfigChange: FinesseChange {
    /// The layout, an XML document as text.
    public var layoutXML: String?
    /// Further elements, written as they are.
    public var further: [XMLElement]

    /// Makes a change of what is given.
    ///
    /// - Parameters:
    ///   - layoutXML: The layout, an XML document as text.
    ///   - further: Further elements, written as they are.
    public init(layoutXML: String? = nil, further: [XMLElement] = []) {
        self.layoutXML = layoutXML
        self.further = further
    }

    /// Makes the change that writes the layout back as it was read, with all it has beyond the documents.
    ///
    /// - Parameter layout: The object as it was read.
    public init(_ layout: LayoutConfig) {
        self.init(
            layoutXML: layout.layoutXML,
            further: layout.element.elements(besides: ["uri", "id", "layoutxml"])
        )
    }

    /// The element that is sent.
    public var element: XMLElement {
        var builder = ElementBuilder(LayoutConfig.elementName)
        builder.add("layoutxml", layoutXML)
        builder.add(further)
        return builder.element
    }
}
