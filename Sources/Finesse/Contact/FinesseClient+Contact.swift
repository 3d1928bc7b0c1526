extension FinesseClient {
    /// Reads the contacts of a phone book.
    ///
    /// - Parameter phoneBook: The id of the phone book.
    /// - Returns: The contacts, in the server's order.
    /// - Throws: ``FinesseError/refused(_:)`` (401, 403, 404, 500), ``FinesseError/unreadableAnswer(_:_:)``,
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``,
    ///   ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "Contact: Get List".
    public func contacts(in phoneBook: ObjectID<PhoneBook>) async throws(FinesseError) -> FinesseList<Contact> {
        let request = ContactRequests.list(in: phoneBook)
        let answer = try await send(request)
        return try answer.list(of: Contact.self, named: "Contacts")
    }

    /// Reads a contact.
    ///
    /// - Parameters:
    ///   - id: The id of the contact.
    ///   - phoneBook: The id of the phone book.
    /// - Returns: The contact as the server has it now.
    /// - Throws: ``FinesseError/refused(_:)`` (401, 403, 404, 500), ``FinesseError/unreadableAnswer(_:_:)``,
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``,
    ///   ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "Contact: Get".
    public func contact(
        _ id: ObjectID<Contact>,
        in phoneBook: ObjectID<PhoneBook>
    ) async throws(FinesseError) -> Contact {
        let request = ContactRequests.show(id, in: phoneBook)
        let answer = try await send(request)
        return try answer.object(Contact.self)
    }

    /// Creates a contact.
    ///
    /// - Parameters:
    ///   - change: What the contact shall be.
    ///   - phoneBook: The id of the phone book.
    /// - Returns: Where it was created.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 403, 404, 500), ``FinesseError/transport(_:_:)``,
    ///   ``FinesseError/noAccessToken(_:_:)``, ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "Contact: Create".
    @discardableResult
    public func createContact(
        _ change: ContactChange,
        in phoneBook: ObjectID<PhoneBook>
    ) async throws(FinesseError) -> Creation {
        let request = ContactRequests.create(change, in: phoneBook)
        let answer = try await send(request)
        return try answer.created()
    }

    /// Changes a contact: what is not given stays as it is.
    ///
    /// - Parameters:
    ///   - id: The id of the contact.
    ///   - phoneBook: The id of the phone book.
    ///   - change: What the contact shall be.
    /// - Returns: The mark that the request carried.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 403, 404, 500), ``FinesseError/transport(_:_:)``,
    ///   ``FinesseError/noAccessToken(_:_:)``, ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "Contact: Update".
    @discardableResult
    public func updateContact(
        _ id: ObjectID<Contact>,
        in phoneBook: ObjectID<PhoneBook>,
        to change: ContactChange
    ) async throws(FinesseError) -> Acceptance {
        let request = ContactRequests.update(id, in: phoneBook, to: change)
        let answer = try await send(request)
        return try answer.done()
    }

    /// Deletes a contact.
    ///
    /// - Parameters:
    ///   - id: The id of the contact.
    ///   - phoneBook: The id of the phone book.
    /// - Returns: The mark that the request carried.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 403, 404, 500), ``FinesseError/transport(_:_:)``,
    ///   ``FinesseError/noAccessToken(_:_:)``, ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "Contact: Delete".
    @discardableResult
    public func deleteContact(
        _ id: ObjectID<Contact>,
        in phoneBook: ObjectID<PhoneBook>
    ) async throws(FinesseError) -> Acceptance {
        let request = ContactRequests.delete(id, in: phoneBook)
        let answer = try await send(request)
        return try answer.done()
    }

    /// Replaces all contacts of a phone book; those that the server does not take are left out without a word.
    ///
    /// - Parameters:
    ///   - phoneBook: The id of the phone book.
    ///   - contacts: The new contacts: at most 6,000.
    /// - Returns: The mark that the request carried.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 403, 404, 500), ``FinesseError/transport(_:_:)``,
    ///   ``FinesseError/noAccessToken(_:_:)``, ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: inferred from "PhoneBook: Import Contact List (XML)": method and address are those of a list that is
    /// replaced.
    @discardableResult
    public func replaceContacts(
        in phoneBook: ObjectID<PhoneBook>,
        by contacts: [ContactChange]
    ) async throws(FinesseError) -> Acceptance {
        let request = ContactRequests.replace(in: phoneBook, by: contacts)
        let answer = try await send(request)
        return try answer.done()
    }

    /// Reads the contacts of a phone book as comma-separated text.
    ///
    /// - Parameter phoneBook: The id of the phone book.
    /// - Returns: The text; ``ContactCSV/read(_:)`` takes it apart.
    /// - Throws: ``FinesseError/refused(_:)`` (401, 403, 404, 500), ``FinesseError/transport(_:_:)``,
    ///   ``FinesseError/noAccessToken(_:_:)``, ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: inferred from "PhoneBook: Import Contact List (CSV)", whose address it shares.
    public func exportContacts(in phoneBook: ObjectID<PhoneBook>) async throws(FinesseError) -> [UInt8] {
        let request = ContactRequests.export(in: phoneBook)
        let answer = try await send(request)
        return try answer.body()
    }
}
