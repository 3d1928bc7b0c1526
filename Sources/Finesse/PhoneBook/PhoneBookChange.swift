public import XMLTree

/// What a phone book shall be: both fields to create one.
///
/// Source: Finesse REST guide, "PhoneBook: Create" and "Update".
public struct PhoneBookChange: FinesseChange {
    /// The book's name: at most 64 characters.
    public var name: String?
    /// Whom it is for.
    public var type: PhoneBookType?
    /// Further elements, written as they are.
    public var further: [XMLElement]

    /// Makes a change of what is given.
    ///
    /// - Parameters:
    ///   - name: The book's name.
    ///   - type: Whom it is for.
    ///   - further: Further elements, written as they are.
    public init(name: String? = nil, type: PhoneBookType? = nil, further: [XMLElement] = []) {
        self.name = name
        self.type = type
        self.further = further
    }

    /// Makes the change that writes a phone book back as it was read, without its contacts.
    ///
    /// - Parameter phoneBook: The phone book as it was read.
    public init(_ phoneBook: PhoneBook) {
        self.init(
            name: phoneBook.name,
            type: phoneBook.type,
            further: phoneBook.element.elements(besides: ["uri", "id", "name", "type", "contacts"])
        )
    }

    /// The element that is sent.
    public var element: XMLElement {
        var builder = ElementBuilder(PhoneBook.elementName)
        builder.add("name", name)
        builder.add("type", type)
        builder.add(further)
        return builder.element
    }
}
