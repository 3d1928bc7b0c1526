import XMLTree

extension FinesseAnswer {
    /// Reads the document of a 200 answer as an object.
    func object<Object: FinesseObject>(_ type: Object.Type) throws(FinesseError) -> Object {
        Object(element: try document(named: Object.elementName))
    }

    /// Reads the document of a 200 answer as a list.
    func list<Item: FinesseObject>(of type: Item.Type, named name: String) throws(FinesseError) -> FinesseList<Item> {
        FinesseList(element: try document(named: name))
    }
}
