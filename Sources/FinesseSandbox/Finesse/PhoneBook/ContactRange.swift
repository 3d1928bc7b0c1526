/// Which of an agent's contacts are asked for: `Range: objects=1-6000`.
///
/// Source: Finesse REST guide, "TeamResource—Get Phone Books"; RFC 9110, 14.
struct ContactRange: Hashable, Sendable {
    /// How many contacts an agent has at most, over all phone books: 1500 before 12.0.
    static func most(_ configuration: SandboxConfiguration) -> Int { configuration.knows(.release120) ? 6000 : 1500 }

    var first: Int
    var last: Int

    /// Reads the field; everything where it is not there.
    ///
    /// - Parameters:
    ///   - field: The field's value.
    ///   - isNeeded: Whether it must be there, as before 12.6(2).
    ///   - most: How many contacts an agent has at most.
    /// - Throws: 400 when it is missing, 416 when it is no such range.
    init(_ field: String?, isNeeded: Bool, most: Int) throws(ApiError) {
        guard let field else {
            guard !isNeeded else { throw .badRequest("The header Range is missing", "Range") }
            (first, last) = (1, most)
            return
        }
        let pieces = field.split(separator: "=", maxSplits: 1).map { String($0).trimmed }
        let bounds = pieces.last?.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) } ?? []
        guard pieces.count == 2, pieces[0] == "objects", bounds.count == 2, let first = bounds[0],
            let last = bounds[1], 1 <= first, first <= last, last <= most
        else { throw .invalidRange(field) }
        self.first = first
        self.last = last
    }

    /// A phone book with some of its contacts.
    struct Book: Hashable, Sendable {
        var book: SandboxPhoneBook
        var contacts: [SandboxContact]
    }

    /// A page of phone books.
    struct Page: Hashable, Sendable {
        var books: [Book]
        /// Whether contacts are left out.
        var isPartial: Bool
        /// `Content-Range`.
        var field: String
    }

    /// The part of some phone books.
    ///
    /// - Parameter books: The phone books with their contacts, in order.
    /// - Returns: The page; a book none of whose contacts are in a part is left out of it.
    /// - Throws: 416 when it begins behind the last contact.
    func page(of books: [Book]) throws(ApiError) -> Page {
        let total = books.reduce(0) { $0 + $1.contacts.count }
        guard first <= max(total, 1) else { throw .invalidRange("objects=\(first)-\(last)") }
        let isPartial = first > 1 || last < total
        var page: [Book] = []
        var before = 0
        for book in books {
            let part = book.contacts.enumerated()
                .filter { (first...last).contains(before + $0.offset + 1) }.map(\.element)
            before += book.contacts.count
            if !isPartial || !part.isEmpty { page.append(Book(book: book.book, contacts: part)) }
        }
        let end = min(last, total)
        return Page(
            books: page,
            isPartial: isPartial,
            field: total == 0 ? "objects */0" : "objects \(first)-\(end)/\(total)"
        )
    }
}

extension SandboxWorld {
    /// The answer with a team's phone books and their contacts.
    func phoneBookAnswer(teamId: String, range: ContactRange) throws(ApiError) -> SandboxAnswer {
        let books = phoneBooks(teamId: teamId).map { book in
            ContactRange.Book(book: book, contacts: contacts(of: book.id).records)
        }
        let page = try range.page(of: books)
        let elements = page.books.map { page in
            FinesseXML(
                "PhoneBook",
                children: [
                    FinesseXML("name", page.book.name), FinesseXML("type", page.book.type.rawValue),
                    FinesseXML(
                        "Contacts",
                        children: page.contacts.map { ContactRules.document($0, book: page.book.id) }
                    ),
                ]
            )
        }
        return SandboxAnswer.xml(FinesseXML("PhoneBooks", children: elements), status: page.isPartial ? 206 : 200)
            .adding("Content-Range", page.field)
    }
}
