public import XMLTree

/// What a reason code shall be: all four fields to create one, at least one of the last three to change one.
///
/// Source: Finesse REST guide, "ReasonCode: Create" and "Update".
public struct ReasonCodeChange: FinesseChange {
    /// What the code is for; only when it is created.
    public var category: ReasonCodeCategory?
    /// The number: 1 to 65535 on Unified CCE, 1 to 999 on Unified CCX, once per category.
    public var code: Int?
    /// What people read: at most 40 characters, once per category.
    public var label: String?
    /// Whether every team has it.
    public var forAll: Bool?
    /// Further elements, written as they are.
    public var further: [XMLElement]

    /// Makes a change of what is given.
    ///
    /// - Parameters:
    ///   - category: What the code is for; only when it is created.
    ///   - code: The number.
    ///   - label: What people read.
    ///   - forAll: Whether every team has it.
    ///   - further: Further elements, written as they are.
    public init(
        category: ReasonCodeCategory? = nil,
        code: Int? = nil,
        label: String? = nil,
        forAll: Bool? = nil,
        further: [XMLElement] = []
    ) {
        self.category = category
        self.code = code
        self.label = label
        self.forAll = forAll
        self.further = further
    }

    /// Makes the change that writes a reason code back as it was read, with all it has beyond the documents.
    ///
    /// - Parameter reasonCode: The reason code as it was read.
    public init(_ reasonCode: ReasonCode) {
        self.init(
            category: reasonCode.category,
            code: reasonCode.code,
            label: reasonCode.label,
            forAll: reasonCode.forAll,
            further: reasonCode.element.elements(besides: [
                "uri", "id", "systemCode", "category", "code", "label", "forAll",
            ])
        )
    }

    /// The element that is sent.
    public var element: XMLElement {
        var builder = ElementBuilder(ReasonCode.elementName)
        builder.add("category", category)
        builder.add("code", code)
        builder.add("label", label)
        builder.add("forAll", forAll)
        builder.add(further)
        return builder.element
    }
}
