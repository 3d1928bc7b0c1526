public import XMLTree

/// A view on an element of Finesse: what it names is read when asked for, and all the rest stays in ``element``.
///
/// Nothing is checked when the view is made: every field may be absent, in any order, and further ones may stand beside
/// those that are documented.
public protocol FinesseObject: Hashable, Sendable {
    /// The name of the element, as the documents write it.
    static var elementName: String { get }
    /// The element as it came.
    var element: XMLElement { get }

    /// Takes the element as it came.
    ///
    /// - Parameter element: The element; nothing about it is checked.
    init(element: XMLElement)
}

extension FinesseObject {
    /// The path of this object on the server (wire name `uri`).
    public var uri: String? { element.field("uri") }

    /// The object's id: its `id`, or else the last part of its `uri`, as many objects carry none.
    public var id: ObjectID<Self>? {
        let last = uri?.split(separator: "/").last.map { PathSegment.decode($0) ?? String($0) }
        return (element.filled("id") ?? last).map { ObjectID($0) }
    }
}

/// What is sent to create or change an object: exactly the documented names, and only what is given.
public protocol FinesseChange: Hashable, Sendable {
    /// The element that is sent.
    var element: XMLElement { get }
}
