public import XMLTree

/// A phone book.
///
/// Source: Finesse REST guide, "PhoneBook" and "TeamResource: Get Phone Books".
public struct PhoneBook: FinesseObject {
    /// `PhoneBook`.
    public static let elementName = "PhoneBook"
    /// The element as it came.
    public let element: XMLElement

    /// Takes the element as it came.
    ///
    /// - Parameter element: A `PhoneBook` element; nothing about it is checked.
    public init(element: XMLElement) {
        self.element = element
    }

    /// The book's name (wire name `name`).
    public var name: String? { element.field("name") }
    /// Whom it is for (wire name `type`).
    public var type: PhoneBookType? { element.word("type") }
    /// The path of its contacts, where the answer holds none itself (wire name `contacts`).
    public var contactsURI: String? {
        element.first("contacts").flatMap { $0.elements.isEmpty ? $0.trimmedText : nil }
    }
    /// The contacts inside the answer, as the lists for agents carry them (wire name `Contacts/Contact`).
    public var contacts: [Contact] { element.items(in: "Contacts") }
}

/// Whom a phone book is for.
///
/// Source: Finesse REST guide, "PhoneBook", `type`.
public struct PhoneBookType: ServerWord {
    /// The server's word, such as `GLOBAL`.
    public var rawValue: String

    /// Takes the server's word.
    ///
    /// - Parameter rawValue: The word as it stands in the answer.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// For every agent.
    public static let global = Self(rawValue: "GLOBAL")
    /// For the teams that it is assigned to.
    public static let team = Self(rawValue: "TEAM")
}
