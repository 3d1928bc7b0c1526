import HTTPTransport

/// One page of the phone books that an agent has, each with those of its contacts that fall into the page.
///
/// Source: Finesse REST guide, "TeamResource: Get Phone Books".
public struct PhoneBookPage: Hashable, Sendable {
    /// The most contacts that an agent has, over all books; a range ends there.
    public static let lastContact = 6000

    /// The books, the global ones first.
    public let books: FinesseList<PhoneBook>
    /// False when these are all the contacts there are (200), true when they are a part of them (206).
    public let isPartial: Bool
    /// The number of all contacts, where the server tells it.
    public let total: Int?

    /// Makes a page from its parts.
    ///
    /// - Parameters:
    ///   - books: The books.
    ///   - isPartial: Whether contacts are left out.
    ///   - total: The number of all contacts.
    public init(books: FinesseList<PhoneBook>, isPartial: Bool = false, total: Int? = nil) {
        self.books = books
        self.isPartial = isPartial
        self.total = total
    }

    /// The number of contacts on the page.
    public var contactCount: Int { books.reduce(0) { $0 + $1.contacts.count } }
}

extension PhoneBookPage {
    init(_ answer: FinesseAnswer) throws(FinesseError) {
        self.init(
            books: FinesseList(element: try answer.document(named: "PhoneBooks")),
            isPartial: answer.response.status == 206,
            total: answer.response.fields.text(named: "Content-Range").flatMap(Self.total)
        )
    }

    /// The number behind the stroke of `objects 1-1000/2345`.
    ///
    /// Source: RFC 9110 section 14.4.
    private static func total(_ field: String) -> Int? {
        field.split(separator: "/").last.flatMap { Int($0.filter { !$0.isWhitespace }) }
    }
}
