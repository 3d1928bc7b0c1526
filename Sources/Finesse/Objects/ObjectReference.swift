public import XMLTree

/// An object that is only named, by its path: what assignments are made of.
///
/// Source: Finesse REST guide, "Team: Update …": each object stands there with its `uri` alone.
public struct ObjectReference<Object: FinesseObject>: FinesseObject {
    /// The name of the object's element.
    public static var elementName: String { Object.elementName }
    /// The element as it came.
    public let element: XMLElement

    /// Takes the element as it came.
    ///
    /// - Parameter element: An element with a `uri`; nothing about it is checked.
    public init(element: XMLElement) {
        self.element = element
    }

    /// Names an object by its id.
    ///
    /// - Parameter id: The object's id.
    public init(to id: ObjectID<Object>) {
        let name = Object.elementName
        let uri = "/finesse/api/\(name)/\(PathSegment.encodeValue(id.rawValue))"
        self.init(element: XMLElement(name, elements: [XMLElement("uri", text: uri)]))
    }
}
