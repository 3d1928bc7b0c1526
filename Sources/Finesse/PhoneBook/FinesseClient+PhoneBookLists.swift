public import FinesseTypes

extension FinesseClient {
    /// Reads the phone books of a team, page by page.
    ///
    /// - Parameters:
    ///   - team: The id of the team.
    ///   - pageSize: How many contacts are asked for at a time: 1 to 6,000.
    ///   - bypassingCache: Whether the server shall read them anew, not from its cache.
    /// - Returns: The pages; nothing is asked before the first one is wanted.
    ///
    /// Source: Finesse REST guide, "TeamResource: Get Phone Books".
    public func teamPhoneBooks(
        _ team: ObjectID<Team>,
        pageSize: Int = 1000,
        bypassingCache: Bool = false
    ) -> PhoneBookPages {
        PhoneBookPages(size: pageSize) { range throws(FinesseError) in
            try await teamPhoneBooks(team, contacts: range, bypassingCache: bypassingCache)
        }
    }

    /// Reads the phone books of a team, with some of their contacts.
    ///
    /// - Parameters:
    ///   - team: The id of the team.
    ///   - contacts: Which contacts, the first being 1 and the last 6,000, over all books; nil, for all of them, is taken
    ///     from release 12.6(2) on.
    ///   - bypassingCache: Whether the server shall read them anew, not from its cache.
    /// - Returns: The books, and whether contacts are left out.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 404, 416, 500), ``FinesseError/unreadableAnswer(_:_:)``,
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``,
    ///   ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "TeamResource: Get Phone Books".
    public func teamPhoneBooks(
        _ team: ObjectID<Team>,
        contacts: ClosedRange<Int>?,
        bypassingCache: Bool = false
    ) async throws(FinesseError) -> PhoneBookPage {
        let request = PhoneBookListRequests.ofTeam(team, range: contacts, bypassingCache: bypassingCache)
        let answer = try await send(request)
        return try PhoneBookPage(answer)
    }

    /// Reads the phone books of a user, page by page.
    ///
    /// From release 12.5 on the list of the agent's team does the same: ``teamPhoneBooks(_:pageSize:bypassingCache:)``.
    ///
    /// - Parameters:
    ///   - user: The login id.
    ///   - pageSize: How many contacts are asked for at a time: 1 to 6,000.
    /// - Returns: The pages; nothing is asked before the first one is wanted.
    ///
    /// Source: Finesse REST guide, "User: Get List of Phone Books".
    public func phoneBooks(ofUser user: LoginID, pageSize: Int = 1000) -> PhoneBookPages {
        PhoneBookPages(size: pageSize) { range throws(FinesseError) in
            try await phoneBooks(ofUser: user, contacts: range)
        }
    }

    /// Reads the phone books of a user, with some of their contacts.
    ///
    /// - Parameters:
    ///   - user: The login id.
    ///   - contacts: Which contacts, the first being 1 and the last 6,000, over all books; nil, for all of them, is taken
    ///     from release 12.6(2) on.
    /// - Returns: The books, and whether contacts are left out.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 404, 416, 500), ``FinesseError/unreadableAnswer(_:_:)``,
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``,
    ///   ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "User: Get List of Phone Books"; the range is that of the list of a team.
    public func phoneBooks(
        ofUser user: LoginID,
        contacts: ClosedRange<Int>?
    ) async throws(FinesseError) -> PhoneBookPage {
        let request = PhoneBookListRequests.ofUser(user, range: contacts)
        let answer = try await send(request)
        return try PhoneBookPage(answer)
    }

    /// Replaces all contacts of a phone book by those of a file.
    ///
    /// The server takes the file in and does the work afterwards: ``contacts(in:)`` tells what came of it.
    ///
    /// - Parameters:
    ///   - csv: The file; ``ContactCSV/write(_:)`` writes it.
    ///   - phoneBook: The id of the phone book.
    /// - Returns: What the request is known by.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 403, 404, 500), ``FinesseError/transport(_:_:)``,
    ///   ``FinesseError/noAccessToken(_:_:)``, ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "PhoneBook: Import Contact List (CSV)"; what the part `phonebook` holds is not said:
    /// it is the book's id here.
    @discardableResult
    public func importContacts(
        _ csv: [UInt8],
        into phoneBook: ObjectID<PhoneBook>
    ) async throws(FinesseError) -> Acceptance {
        let request = PhoneBookListRequests.importContacts(csv, into: phoneBook)
        let answer = try await send(request)
        return try answer.accepted()
    }
}
