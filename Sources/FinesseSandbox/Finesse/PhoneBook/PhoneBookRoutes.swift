extension RESTService {
    /// Source: Finesse REST guide, "PhoneBook APIs"; of the import of XML and of the export the addresses are inferred.
    static let phoneBookRoutes: [RESTRoute] =
        CatalogueResource(
            name: "PhoneBook",
            apis: ["C34", "C35", "C36", "C37", "C38"],
            table: \.phoneBooks,
            catalogue: { $0.phoneBooks },
            created: { body, world throws(ApiError) in try PhoneBookRules.created(body, in: world.phoneBooks) },
            changed: { record, body, world throws(ApiError) in
                try PhoneBookRules.changed(record, by: body, in: world.phoneBooks)
            },
            document: { record, _ in PhoneBookRules.document(record) }
        ).routes(without: ["C38"]) + [
            .serving("C38", "DELETE", "PhoneBook/{id}") { call throws(ApiError) in
                let book = try await book(of: call)
                await call.world.deletePhoneBook(book)
                return .done
            },
            .serving("C39", "POST", "PhoneBook/{id}/Contacts/csvFileContent") { call throws(ApiError) in
                let book = try await book(of: call)
                let form = MultipartForm(call.request.body, contentType: call.request.header("content-type"))
                guard let form else { throw .invalidInput("The body must be multipart/form-data", "datafile") }
                guard let file = form["datafile"] else {
                    throw .invalidInput("The part datafile is missing", "datafile")
                }
                try await call.world.replaceContacts(of: book, with: try ContactFile.read(file))
                return .accepted
            },
            .serving("C40", "PUT", "PhoneBook/{id}/Contacts") { call throws(ApiError) in
                let book = try await book(of: call)
                let body = try call.object(named: "Contacts", upTo: OriginServer.bodyLimit)
                try await call.world.replaceContacts(of: book, with: ContactRules.usable(body))
                return .done
            },
            .serving("C41", "GET", "PhoneBook/{id}/Contacts/csvFileContent") { call throws(ApiError) in
                let book = try await book(of: call)
                let text = ContactFile.text(await call.world.contacts(of: book).records)
                return .answer(
                    SandboxAnswer.text(text, type: "text/csv;charset=UTF-8", status: 200)
                        .adding("Content-Disposition", "attachment; filename=\"phonebook-\(book).csv\"")
                )
            },
        ]

    /// Source: Finesse REST guide, "Contact APIs".
    static let contactRoutes: [RESTRoute] = [
        .serving("C42", "GET", "PhoneBook/{id}/Contacts") { call throws(ApiError) in
            let book = try await book(of: call)
            let contacts = await call.world.contacts(of: book).records
            return .document(FinesseXML("Contacts", children: contacts.map { ContactRules.document($0, book: book) }))
        },
        .serving("C43", "GET", "PhoneBook/{id}/Contact/{contact}") { call throws(ApiError) in
            let (book, contact) = try await contact(of: call)
            return .document(ContactRules.document(contact, book: book))
        },
        .serving("C44", "POST", "PhoneBook/{id}/Contact") { call throws(ApiError) in
            let book = try await book(of: call)
            let created = try await call.world.createContact(try call.object(named: "Contact"), in: book)
            return .created("/finesse/api/PhoneBook/\(book)/Contact/\(created.id)")
        },
        .serving("C45", "PUT", "PhoneBook/{id}/Contact/{contact}") { call throws(ApiError) in
            let (book, contact) = try await contact(of: call)
            try await call.world.changeContact(contact.id, by: try call.object(named: "Contact"), in: book)
            return .done
        },
        .serving("C46", "DELETE", "PhoneBook/{id}/Contact/{contact}") { call throws(ApiError) in
            let (book, contact) = try await contact(of: call)
            await call.world.deleteContact(contact.id, in: book)
            return .done
        },
    ]

    private static func book(of call: RESTCall) async throws(ApiError) -> Int {
        let id = try call.number("id", of: "PhoneBook")
        guard await call.world.phoneBooks[id] != nil else { throw .objectNotFound("PhoneBook", String(id)) }
        return id
    }

    private static func contact(of call: RESTCall) async throws(ApiError) -> (book: Int, contact: SandboxContact) {
        let book = try await book(of: call)
        let id = try call.number("contact", of: "Contact")
        guard let contact = await call.world.contacts(of: book)[id] else {
            throw .objectNotFound("Contact", String(id))
        }
        return (book, contact)
    }
}

extension ContactRules {
    /// The contacts of a list; one that is not as it should be is left out.
    ///
    /// Source: Finesse REST guide, "Import Contact List (XML)".
    fileprivate static func usable(_ body: ObjectBody) -> [SandboxContact] {
        body.children("Contact").compactMap { element in
            // Left out without a word, as the guide says.
            try? created(ObjectBody(element), id: 0)
        }
    }
}
