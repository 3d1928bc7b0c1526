public import XMLTree

/// The objects of a list, in the server's order.
///
/// A view like its items: attributes and children that are no items are still in ``element``.
public struct FinesseList<Item: FinesseObject>: Hashable, Sendable {
    /// The element as it came.
    public let element: XMLElement
    /// The children that are items, whatever the case of their names.
    public let items: [Item]

    /// Takes the element as it came.
    ///
    /// - Parameter element: The list; nothing about it is checked.
    public init(element: XMLElement) {
        self.element = element
        self.items = element.all(Item.elementName).map(Item.init(element:))
    }
}

extension FinesseList: RandomAccessCollection {
    /// The place of the first item.
    public var startIndex: Int { items.startIndex }
    /// The place behind the last item.
    public var endIndex: Int { items.endIndex }
    /// The item at a place.
    ///
    /// - Parameter position: A valid place.
    public subscript(position: Int) -> Item { items[position] }
}
