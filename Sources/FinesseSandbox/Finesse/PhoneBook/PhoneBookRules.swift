/// The rules of phone books.
///
/// Source: Finesse REST guide, "PhoneBook"; administration guide 12.0, "Manage Phone Books".
enum PhoneBookRules {
    static let mostGlobal = 10
    static let mostTeam = 300

    /// The record that a request to create one asks for.
    static func created(
        _ body: ObjectBody,
        in catalogue: Catalogue<SandboxPhoneBook>
    ) throws(ApiError) -> SandboxPhoneBook {
        for name in ["name", "type"] { _ = try body.needed(name) }
        return try filled(SandboxPhoneBook(id: catalogue.nextId, name: ""), body, in: catalogue)
    }

    /// The record as a request to change it wants it.
    static func changed(
        _ record: SandboxPhoneBook,
        by body: ObjectBody,
        in catalogue: Catalogue<SandboxPhoneBook>
    ) throws(ApiError) -> SandboxPhoneBook {
        try body.needs(oneOf: ["name", "type"])
        return try filled(record, body, in: catalogue)
    }

    private static func filled(
        _ record: SandboxPhoneBook,
        _ body: ObjectBody,
        in catalogue: Catalogue<SandboxPhoneBook>
    ) throws(ApiError) -> SandboxPhoneBook {
        var record = record
        if let name = body.text("name") { record.name = name }
        if let text = body.text("type") {
            guard let type = SandboxPhoneBook.Kind(rawValue: text) else {
                throw .invalidInput("type must be GLOBAL or TEAM", "type")
            }
            record.type = type
        }
        if let fault = fault(of: record, among: catalogue.records.filter { $0.id != record.id }) { throw fault }
        return record
    }

    /// What is wrong with a record beside others.
    static func fault(of record: SandboxPhoneBook, among others: [SandboxPhoneBook]) -> ApiError? {
        guard !record.name.isEmpty else { return .parameterMissing("name") }
        if let fault = TextRules.fault(record.name, of: "name", upTo: 64) { return fault }
        if others.contains(where: { $0.name.lowercased() == record.name.lowercased() }) {
            return .finesseApi("Another phone book has the name", "name")
        }
        let most = record.type == .global ? mostGlobal : mostTeam
        guard others.count(where: { $0.type == record.type }) < most else {
            return .maximumExceeded("There are \(most) phone books of this type", "type")
        }
        return nil
    }

    /// The element of a phone book, its contacts by their address.
    static func document(_ record: SandboxPhoneBook) -> FinesseXML {
        let uri = "/finesse/api/PhoneBook/\(record.id)"
        return FinesseXML(
            "PhoneBook",
            children: [
                FinesseXML("uri", uri), FinesseXML("name", record.name), FinesseXML("type", record.type.rawValue),
                FinesseXML("contacts", uri + "/Contacts"),
            ]
        )
    }
}

/// The rules of contacts.
///
/// Source: Finesse REST guide, "Contact"; administration guide 12.0, "Manage Phone Books".
enum ContactRules {
    /// How many a phone book may hold.
    static let mostInBook = 6000
    /// How many all phone books together may hold.
    static let mostInAll = 50_000

    /// The record that a request to create one asks for.
    static func created(_ body: ObjectBody, id: Int) throws(ApiError) -> SandboxContact {
        _ = try body.needed("phoneNumber")
        let record = filled(SandboxContact(id: id, phoneNumber: ""), body)
        if let fault = fault(of: record) { throw fault }
        return record
    }

    /// The record as a request to change it wants it.
    static func changed(_ record: SandboxContact, by body: ObjectBody) throws(ApiError) -> SandboxContact {
        try body.needs(oneOf: ["firstName", "lastName", "phoneNumber", "description"])
        let record = filled(record, body)
        if let fault = fault(of: record) { throw fault }
        return record
    }

    private static func filled(_ record: SandboxContact, _ body: ObjectBody) -> SandboxContact {
        var record = record
        if let text = body.text("firstName") { record.firstName = text }
        if let text = body.text("lastName") { record.lastName = text }
        if let text = body.text("phoneNumber") { record.phoneNumber = text }
        if let text = body.text("description") { record.description = text }
        return record
    }

    /// What is wrong with a record.
    static func fault(of record: SandboxContact) -> ApiError? {
        guard !record.phoneNumber.isEmpty else { return .parameterMissing("phoneNumber") }
        return TextRules.first(
            TextRules.fault(record.firstName, of: "firstName", upTo: 128),
            TextRules.fault(record.lastName, of: "lastName", upTo: 128),
            TextRules.fault(record.description, of: "description", upTo: 128),
            TextRules.fault(record.phoneNumber, of: "phoneNumber", upTo: 32)
        )
    }

    /// Whether so many contacts may stand in a phone book beside so many in the others.
    static func fault(of count: Int, besides others: Int) -> ApiError? {
        if count > mostInBook {
            return .maximumExceeded("A phone book may hold up to \(mostInBook) contacts", "Contacts")
        }
        if count + others > mostInAll {
            return .maximumExceeded("All phone books may hold up to \(mostInAll) contacts", "Contacts")
        }
        return nil
    }

    /// The element of a contact.
    static func document(_ record: SandboxContact, book: Int) -> FinesseXML {
        FinesseXML(
            "Contact",
            children: [
                FinesseXML("firstName", record.firstName), FinesseXML("lastName", record.lastName),
                FinesseXML("phoneNumber", record.phoneNumber), FinesseXML("description", record.description),
                FinesseXML("uri", "/finesse/api/PhoneBook/\(book)/Contact/\(record.id)"),
            ]
        )
    }
}
