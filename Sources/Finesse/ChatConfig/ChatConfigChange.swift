public import XMLTree

/// Where the desktop chat's servers shall be.
///
/// Source: Finesse REST guide, "ChatConfig: Set".
public struct ChatConfigChange: FinesseChange {
    /// The address of the first server.
    public var primaryNode: String?
    /// The address of the second server.
    public var secondaryNode: String?
    /// Further elements, written as they are.
    public var further: [XMLElement]

    /// Makes a change of what is given.
    ///
    /// - Parameters:
    ///   - primaryNode: The address of the first server.
    ///   - secondaryNode: The address of the second server.
    ///   - further: Further elements, written as they are.
    public init(primaryNode: String? = nil, secondaryNode: String? = nil, further: [XMLElement] = []) {
        self.primaryNode = primaryNode
        self.secondaryNode = secondaryNode
        self.further = further
    }

    /// Makes the change that writes the configuration back as it was read, with all it has beyond the documents.
    ///
    /// - Parameter chat: The object as it was read.
    public init(_ chat: ChatConfig) {
        self.init(
            primaryNode: chat.primaryNode,
            secondaryNode: chat.secondaryNode,
            further: chat.element.elements(besides: ["uri", "id", "primaryNode", "secondaryNode"])
        )
    }

    /// The element that is sent.
    public var element: XMLElement {
        var builder = ElementBuilder(ChatConfig.elementName)
        builder.add("primaryNode", primaryNode)
        builder.add("secondaryNode", secondaryNode)
        builder.add(further)
        return builder.element
    }
}
