import ArgumentParser
import Finesse

/// The contacts of the agent's phone books.
struct PhonebookCommand: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "phonebook",
        abstract: "Lists the contacts of the agent's phone books, or those with a word in them.",
        discussion: """
            On a terminal a bar shows how far a long listing is.

            Examples:
              finessectl phonebook
              finessectl phonebook bakery --json
            """
    )

    @Argument(help: "What the book, a name, the number or the note must contain, capitals aside.")
    var word: String?

    @Option(help: ArgumentHelp("How many contacts to ask for at a time, 1 to 6000.", valueName: "number"))
    var pageSize = 500

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard (1...PhoneBookPage.lastContact).contains(pageSize) else {
            throw ValidationError("--page-size must be 1 to \(PhoneBookPage.lastContact).")
        }
    }

    func run(in context: CommandContext) async throws {
        try await CommandFailure.explaining {
            let agent = try await AgentDesk(connection, in: context)
            let rows: [[Report.Value]] = try await agent.list { team throws(FinesseError) in
                try await self.rows(of: agent.client.teamPhoneBooks(team, pageSize: pageSize), context.console)
            } orOfUser: { () throws(FinesseError) in
                try await self.rows(of: agent.client.phoneBooks(ofUser: agent.id, pageSize: pageSize), context.console)
            }
            let nothing = word == nil ? "The phone books have no contact." : "No contact has that in it."
            var table = ReportTable(
                [
                    .init("phoneBook", "PHONE BOOK"), .init("firstName", "FIRST NAME"), .init("lastName", "LAST NAME"),
                    .init("phoneNumber", "NUMBER"), .init("description", "NOTE"),
                ],
                empty: nothing
            )
            for row in rows { table.add(row) }
            output.show(table, on: context.console)
        }
    }

    private func rows(of pages: PhoneBookPages, _ console: Console) async throws(FinesseError) -> [[Report.Value]] {
        let bar = ProgressBar(unit: "contacts", console: console)
        var rows: [[Report.Value]] = []
        var count = 0
        defer { bar.end() }
        var iterator = pages.makeAsyncIterator()
        while let page = try await iterator.next() {
            for book in page.books {
                rows += book.contacts.filter { matches($0, in: book) }.map { Self.row($0, in: book) }
            }
            count += page.contactCount
            if page.isPartial { bar.show(count, of: page.total) }
        }
        return rows
    }

    private func matches(_ contact: Contact, in book: PhoneBook) -> Bool {
        guard let word = word?.lowercased() else { return true }
        let texts = [book.name, contact.firstName, contact.lastName, contact.phoneNumber, contact.details]
        return texts.contains { $0?.lowercased().contains(word) == true }
    }

    private static func row(_ contact: Contact, in book: PhoneBook) -> [Report.Value] {
        [book.name, contact.firstName, contact.lastName, contact.phoneNumber, contact.details].map(Report.Value.filled)
    }
}
