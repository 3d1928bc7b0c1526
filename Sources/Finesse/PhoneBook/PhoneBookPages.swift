/// The phone books that an agent has, page by page.
///
/// Each page is asked for when it is wanted, so a listing can be shown, or be left off, while it comes.
///
/// Source: Finesse REST guide, "TeamResource: Get Phone Books": `Range: objects=1-6000`, 200, 206 and 416.
public struct PhoneBookPages: AsyncSequence, Sendable {
    /// One page.
    public typealias Element = PhoneBookPage
    /// What a page may fail with.
    public typealias Failure = FinesseError

    let size: Int
    let page: @Sendable (ClosedRange<Int>) async throws(FinesseError) -> PhoneBookPage

    init(
        size: Int,
        page: @escaping @Sendable (ClosedRange<Int>) async throws(FinesseError) -> PhoneBookPage
    ) {
        self.size = Swift.min(Swift.max(size, 1), PhoneBookPage.lastContact)
        self.page = page
    }

    /// Begins at the first page.
    ///
    /// - Returns: An iterator of its own, with nothing asked yet.
    public func makeAsyncIterator() -> Iterator { Iterator(pages: self) }

    /// Asks for one page after the other.
    public struct Iterator: AsyncIteratorProtocol {
        private let pages: PhoneBookPages
        /// The first contact of the next page; nil when there is none.
        private var next: Int? = 1

        init(pages: PhoneBookPages) {
            self.pages = pages
        }

        /// Asks for the next page.
        ///
        /// - Returns: The page, or nil behind the last one: after an answer that is whole (200), a page without any
        ///   book, the last contact, or a range that the server does not have (416).
        /// - Throws: Whatever the call for one page throws, a 416 for the first page included.
        public mutating func next() async throws(FinesseError) -> PhoneBookPage? {
            guard let first = next else { return nil }
            next = nil
            let last = Swift.min(first + pages.size - 1, PhoneBookPage.lastContact)
            let page: PhoneBookPage
            do {
                page = try await pages.page(first...last)
            } catch .refused(let refusal) where refusal.status == 416 && first > 1 {
                return nil
            }
            guard page.isPartial else { return page }
            guard !page.books.isEmpty else { return first == 1 ? page : nil }
            if last < Swift.min(page.total ?? .max, PhoneBookPage.lastContact) { next = last + 1 }
            return page
        }
    }
}
