/// The requests on phone books, built and not sent.
///
/// Source: Finesse REST guide, "PhoneBook APIs".
enum PhoneBookRequests {
    static func show(_ id: ObjectID<PhoneBook>) -> FinesseRequest {
        FinesseRequest(.phoneBook, id.rawValue)
    }

    static func list() -> FinesseRequest {
        FinesseRequest(.phoneBooks)
    }

    static func create(_ change: PhoneBookChange) -> FinesseRequest {
        FinesseRequest(.createPhoneBook, body: .element(change.element))
    }

    static func update(_ id: ObjectID<PhoneBook>, to change: PhoneBookChange) -> FinesseRequest {
        FinesseRequest(.updatePhoneBook, id.rawValue, body: .element(change.element))
    }

    static func delete(_ id: ObjectID<PhoneBook>) -> FinesseRequest {
        FinesseRequest(.deletePhoneBook, id.rawValue)
    }
}
