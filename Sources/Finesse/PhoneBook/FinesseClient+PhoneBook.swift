extension FinesseClient {
    /// Reads a phone book.
    ///
    /// - Parameter id: The id of the phone book.
    /// - Returns: The phone book as the server has it now.
    /// - Throws: ``FinesseError/refused(_:)`` (401, 403, 404, 500), ``FinesseError/unreadableAnswer(_:_:)``,
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``,
    ///   ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "PhoneBook: Get".
    public func phoneBook(_ id: ObjectID<PhoneBook>) async throws(FinesseError) -> PhoneBook {
        let request = PhoneBookRequests.show(id)
        let answer = try await send(request)
        return try answer.object(PhoneBook.self)
    }

    /// Reads all phone books.
    ///
    /// - Returns: The phone books, in the server's order.
    /// - Throws: ``FinesseError/refused(_:)`` (401, 403, 500), ``FinesseError/unreadableAnswer(_:_:)``,
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``,
    ///   ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "PhoneBook: Get List".
    public func phoneBooks() async throws(FinesseError) -> FinesseList<PhoneBook> {
        let request = PhoneBookRequests.list()
        let answer = try await send(request)
        return try answer.list(of: PhoneBook.self, named: "PhoneBooks")
    }

    /// Creates a phone book.
    ///
    /// - Parameter change: What the phone book shall be.
    /// - Returns: Where it was created.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 403, 500), ``FinesseError/transport(_:_:)``,
    ///   ``FinesseError/noAccessToken(_:_:)``, ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "PhoneBook: Create".
    @discardableResult
    public func createPhoneBook(_ change: PhoneBookChange) async throws(FinesseError) -> Creation {
        let request = PhoneBookRequests.create(change)
        let answer = try await send(request)
        return try answer.created()
    }

    /// Changes a phone book: what is not given stays as it is.
    ///
    /// - Parameters:
    ///   - id: The id of the phone book.
    ///   - change: What the phone book shall be.
    /// - Returns: The mark that the request carried.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 403, 404, 500), ``FinesseError/transport(_:_:)``,
    ///   ``FinesseError/noAccessToken(_:_:)``, ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "PhoneBook: Update".
    @discardableResult
    public func updatePhoneBook(
        _ id: ObjectID<PhoneBook>,
        to change: PhoneBookChange
    ) async throws(FinesseError) -> Acceptance {
        let request = PhoneBookRequests.update(id, to: change)
        let answer = try await send(request)
        return try answer.done()
    }

    /// Deletes a phone book.
    ///
    /// - Parameter id: The id of the phone book.
    /// - Returns: The mark that the request carried.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 403, 404, 500), ``FinesseError/transport(_:_:)``,
    ///   ``FinesseError/noAccessToken(_:_:)``, ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "PhoneBook: Delete".
    @discardableResult
    public func deletePhoneBook(_ id: ObjectID<PhoneBook>) async throws(FinesseError) -> Acceptance {
        let request = PhoneBookRequests.delete(id)
        let answer = try await send(request)
        return try answer.done()
    }
}
