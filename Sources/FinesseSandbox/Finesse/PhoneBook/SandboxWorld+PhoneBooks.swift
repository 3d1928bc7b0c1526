extension SandboxWorld {
    /// The phone books that an administrator configured.
    var phoneBooks: Catalogue<SandboxPhoneBook> { state.phoneBooks.catalogue(over: configuration.phoneBooks) }

    /// The phone books of a team: first those of every team, then its own.
    func phoneBooks(teamId: String) -> [SandboxPhoneBook] {
        let books = phoneBooks
        let own = assigned(.phoneBooks, to: teamId).compactMap { books[$0] }.filter { $0.type == .team }
        return books.records.filter { $0.type == .global } + own
    }

    /// The contacts of a phone book.
    func contacts(of book: Int) -> Catalogue<SandboxContact> {
        var changes: [Int: CatalogueChange<SandboxContact>] = [:]
        for (key, entry) in state.contacts.entries {
            let parts = key.split(separator: "/")
            guard parts.count == 2, parts[0] == String(book), let id = Int(parts[1]) else { continue }
            changes[id] = entry.value
        }
        let configured = configuration.phoneBooks.first { $0.id == book }?.contacts ?? []
        return Catalogue(configured, changes)
    }

    /// How many contacts the other phone books hold.
    private func contactCount(besides book: Int) -> Int {
        phoneBooks.records.filter { $0.id != book }.reduce(0) { $0 + contacts(of: $1.id).records.count }
    }

    /// Keeps a contact as it is now.
    func keep(_ contact: SandboxContact, in book: Int) {
        state.contacts.set("\(book)/\(contact.id)", CatalogueChange(record: contact), now: clock.now)
    }

    /// Keeps that a contact is gone.
    func deleteContact(_ id: Int, in book: Int) {
        state.contacts.set("\(book)/\(id)", CatalogueChange(record: nil), now: clock.now)
    }

    /// Creates a contact, or tells why not.
    func createContact(_ body: ObjectBody, in book: Int) throws(ApiError) -> SandboxContact {
        guard phoneBooks[book] != nil else { throw .objectNotFound("PhoneBook", String(book)) }
        let present = contacts(of: book)
        let record = try ContactRules.created(body, id: present.nextId)
        if let fault = ContactRules.fault(of: present.records.count + 1, besides: contactCount(besides: book)) {
            throw fault
        }
        keep(record, in: book)
        return record
    }

    /// Changes a contact, unless it has gone meanwhile.
    func changeContact(_ id: Int, by body: ObjectBody, in book: Int) throws(ApiError) {
        guard let present = contacts(of: book)[id] else { throw .objectNotFound("Contact", String(id)) }
        keep(try ContactRules.changed(present, by: body), in: book)
    }

    /// Puts other contacts in place of those of a phone book; their numbers are given anew.
    func replaceContacts(of book: Int, with contacts: [SandboxContact]) throws(ApiError) {
        guard phoneBooks[book] != nil else { throw .objectNotFound("PhoneBook", String(book)) }
        if let fault = ContactRules.fault(of: contacts.count, besides: contactCount(besides: book)) { throw fault }
        let present = self.contacts(of: book)
        for contact in present.records { deleteContact(contact.id, in: book) }
        for (index, contact) in contacts.enumerated() {
            var contact = contact
            contact.id = present.nextId + index
            keep(contact, in: book)
        }
    }

    /// Deletes a phone book with its contacts.
    func deletePhoneBook(_ id: Int) {
        for contact in contacts(of: id).records { deleteContact(contact.id, in: id) }
        state.phoneBooks.delete(id, now: clock.now)
    }
}
