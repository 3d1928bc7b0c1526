import XMLTree

/// The requests on the contacts of phone books, built and not sent.
///
/// Source: Finesse REST guide, "Contact APIs".
enum ContactRequests {
    static func list(in phoneBook: ObjectID<PhoneBook>) -> FinesseRequest {
        FinesseRequest(.contacts, phoneBook.rawValue)
    }

    static func show(_ id: ObjectID<Contact>, in phoneBook: ObjectID<PhoneBook>) -> FinesseRequest {
        FinesseRequest(.contact, phoneBook.rawValue, id.rawValue)
    }

    static func create(_ change: ContactChange, in phoneBook: ObjectID<PhoneBook>) -> FinesseRequest {
        FinesseRequest(.createContact, phoneBook.rawValue, body: .element(change.element))
    }

    static func update(
        _ id: ObjectID<Contact>,
        in phoneBook: ObjectID<PhoneBook>,
        to change: ContactChange
    ) -> FinesseRequest {
        FinesseRequest(.updateContact, phoneBook.rawValue, id.rawValue, body: .element(change.element))
    }

    static func delete(_ id: ObjectID<Contact>, in phoneBook: ObjectID<PhoneBook>) -> FinesseRequest {
        FinesseRequest(.deleteContact, phoneBook.rawValue, id.rawValue)
    }

    static func replace(in phoneBook: ObjectID<PhoneBook>, by contacts: [ContactChange]) -> FinesseRequest {
        FinesseRequest(
            .importContactsAsXML,
            phoneBook.rawValue,
            body: .element(XMLElement("Contacts", elements: contacts.map(\.element)))
        )
    }

    static func export(in phoneBook: ObjectID<PhoneBook>) -> FinesseRequest {
        FinesseRequest(.exportContacts, phoneBook.rawValue)
    }
}
