import FinesseTypes

/// The requests for the phone books of agents and for files of contacts, built and not sent.
///
/// Source: Finesse REST guide, "TeamResource: Get Phone Books" and "PhoneBook: Import Contact List (CSV)".
enum PhoneBookListRequests {
    static func ofTeam(_ team: ObjectID<Team>, range: ClosedRange<Int>?, bypassingCache: Bool) -> FinesseRequest {
        FinesseRequest(
            .teamResourcePhoneBooks,
            team.rawValue,
            query: CacheQuery.items(bypassing: bypassingCache),
            fields: field(range)
        )
    }

    static func ofUser(_ user: LoginID, range: ClosedRange<Int>?) -> FinesseRequest {
        FinesseRequest(.userPhoneBooks, user.rawValue, fields: field(range))
    }

    static func importContacts(_ csv: [UInt8], into phoneBook: ObjectID<PhoneBook>) -> FinesseRequest {
        let form = MultipartForm(parts: [
            .init(name: "phonebook", content: Array(phoneBook.rawValue.utf8)),
            .init(name: "datafile", fileName: "contacts.csv", contentType: "text/csv", content: csv),
        ])
        return FinesseRequest(
            .importContactsAsCSV,
            phoneBook.rawValue,
            body: .bytes(form.bytes, type: form.contentType)
        )
    }

    private static func field(_ range: ClosedRange<Int>?) -> [(name: String, value: String)] {
        range.map { [("Range", "objects=\($0.lowerBound)-\($0.upperBound)")] } ?? []
    }
}
