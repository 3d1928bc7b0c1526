public import XMLTree

/// What a wrap-up reason shall be: both fields to create one, at least one of them to change one.
///
/// Source: Finesse REST guide, "WrapUpReason: Create" and "Update".
public struct WrapUpReasonChange: FinesseChange {
    /// What people read.
    public var label: String?
    /// Whether every team has it.
    public var forAll: Bool?
    /// Further elements, written as they are.
    public var further: [XMLElement]

    /// Makes a change of what is given.
    ///
    /// - Parameters:
    ///   - label: What people read.
    ///   - forAll: Whether every team has it.
    ///   - further: Further elements, written as they are.
    public init(label: String? = nil, forAll: Bool? = nil, further: [XMLElement] = []) {
        self.label = label
        self.forAll = forAll
        self.further = further
    }

    /// Makes the change that writes a wrap-up reason back as it was read, with all it has beyond the documents.
    ///
    /// - Parameter reason: The wrap-up reason as it was read.
    public init(_ reason: WrapUpReason) {
        self.init(
            label: reason.label,
            forAll: reason.forAll,
            further: reason.element.elements(besides: ["uri", "id", "label", "forAll"])
        )
    }

    /// The element that is sent.
    public var element: XMLElement {
        var builder = ElementBuilder(WrapUpReason.elementName)
        builder.add("label", label)
        builder.add("forAll", forAll)
        builder.add(further)
        return builder.element
    }
}
