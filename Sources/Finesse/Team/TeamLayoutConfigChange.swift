public import XMLTree

/// What the layout of one team shall be.
///
/// Source: Finesse REST guide, "Team: Update Layout".
public struct TeamLayoutConfigChange: FinesseChange {
    /// Whether the team has the default layout; its own is then not looked at.
    public var useDefault: Bool?
    /// The team's own layout, an XML document as text.
    public var layoutXML: String?
    /// Further elements, written as they are.
    public var further: [XMLElement]

    /// Makes a change of what is given.
    ///
    /// - Parameters:
    ///   - useDefault: Whether the team has the default layout; its own is then not looked at.
    ///   - layoutXML: The team's own layout, an XML document as text.
    ///   - further: Further elements, written as they are.
    public init(useDefault: Bool? = nil, layoutXML: String? = nil, further: [XMLElement] = []) {
        self.useDefault = useDefault
        self.layoutXML = layoutXML
        self.further = further
    }

    /// Makes the change that writes the layout back as it was read, with all it has beyond the documents.
    ///
    /// - Parameter layout: The object as it was read.
    public init(_ layout: TeamLayoutConfig) {
        self.init(
            useDefault: layout.useDefault,
            layoutXML: layout.layoutXML,
            further: layout.element.elements(besides: ["uri", "id", "useDefault", "layoutxml"])
        )
    }

    /// The element that is sent.
    public var element: XMLElement {
        var builder = ElementBuilder(TeamLayoutConfig.elementName)
        builder.add("useDefault", useDefault)
        builder.add("layoutxml", layoutXML)
        builder.add(further)
        return builder.element
    }
}
