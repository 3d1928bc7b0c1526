public import XMLTree

/// What a layout of call variables shall be.
///
/// Source: Finesse REST guide, "MediaPropertiesLayout: Create", "Update" and "Update Default Layout".
public struct MediaPropertiesLayoutChange: FinesseChange {
    /// The layout's name: at most 40 characters.
    public var name: String?
    /// What the layout is for: at most 128 characters.
    public var details: String?
    /// Whether it is the default.
    public var type: MediaPropertiesLayout.LayoutType?
    /// What stands above all.
    public var header: MediaPropertiesLayout.Entry?
    /// The columns, the left one first: at most two, each of at most ten entries; nil leaves them as they are.
    public var columns: [[MediaPropertiesLayout.Entry]]?
    /// Further elements, written as they are.
    public var further: [XMLElement]

    /// Makes a change of what is given.
    ///
    /// - Parameters:
    ///   - name: The layout's name.
    ///   - details: What the layout is for.
    ///   - type: Whether it is the default.
    ///   - header: What stands above all.
    ///   - columns: The columns, the left one first.
    ///   - further: Further elements, written as they are.
    public init(
        name: String? = nil,
        details: String? = nil,
        type: MediaPropertiesLayout.LayoutType? = nil,
        header: MediaPropertiesLayout.Entry? = nil,
        columns: [[MediaPropertiesLayout.Entry]]? = nil,
        further: [XMLElement] = []
    ) {
        self.name = name
        self.details = details
        self.type = type
        self.header = header
        self.columns = columns
        self.further = further
    }

    /// Makes the change that writes a layout back as it was read, with all it has beyond the documents.
    ///
    /// - Parameter layout: The layout as it was read.
    public init(_ layout: MediaPropertiesLayout) {
        self.init(
            name: layout.name,
            details: layout.details,
            type: layout.type,
            header: layout.header,
            columns: layout.columns,
            further: layout.element.elements(besides: [
                "uri", "id", "name", "description", "type", "header", "column",
            ])
        )
    }

    /// The element that is sent.
    public var element: XMLElement {
        var builder = ElementBuilder(MediaPropertiesLayout.elementName)
        builder.add("name", name)
        builder.add("description", details)
        builder.add("type", type)
        builder.add("header", header.map { [$0] })
        for column in columns ?? [] {
            builder.add("column", column)
        }
        builder.add(further)
        return builder.element
    }
}
