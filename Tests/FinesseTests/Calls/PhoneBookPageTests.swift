import Finesse
import FinesseTypes
import HTTPTransport
import HTTPTransportTesting
import Synchronization
import Testing

@Suite("Pages of phone books")
struct PhoneBookPageTests {
    /// A server with one book of so many contacts, which pages as documented.
    private func server(contacts: Int, tellsTotal: Bool = true) -> ScriptedTransport {
        ScriptedTransport { (request) throws(TransportError) in
            let bounds = (request.fields.text(named: "Range") ?? "objects=1-6000").dropFirst("objects=".count)
                .split(separator: "-").compactMap { Int($0) }
            guard bounds.count == 2, bounds[0] <= max(contacts, 1), bounds[1] <= 6000 else {
                return HTTPResponse(status: 416)
            }
            let last = min(bounds[1], contacts)
            let list = (bounds[0]..<(last + 1)).map { "<Contact><phoneNumber>\($0)</phoneNumber></Contact>" }.joined()
            var fields = HTTPFields()
            if tellsTotal { fields.append("Content-Range", "objects \(bounds[0])-\(last)/\(contacts)") }
            let body = "<PhoneBooks><PhoneBook><name>b</name><Contacts>\(list)</Contacts></PhoneBook></PhoneBooks>"
            let isWhole = bounds[0] == 1 && bounds[1] >= contacts
            return HTTPResponse(status: isWhole ? 200 : 206, fields: fields, body: Array(body.utf8))
        }
    }

    private func numbers(_ pages: PhoneBookPages) async throws -> [String] {
        var numbers: [String] = []
        for try await page in pages {
            numbers += page.books.flatMap { $0.contacts.compactMap(\.phoneNumber) }
        }
        return numbers
    }

    @Test(
        "are asked for until the last contact",
        arguments: [(0, 10, 1), (9, 10, 1), (10, 10, 1), (11, 10, 2), (20, 10, 2), (25, 10, 3), (6000, 2500, 3)]
    )
    func pages(contacts: Int, size: Int, requests: Int) async throws {
        let transport = server(contacts: contacts)
        let found = try await numbers(client(transport).teamPhoneBooks("31", pageSize: size))
        #expect(found == (0..<contacts).map { String($0 + 1) })
        #expect(transport.requests.count == requests)
        #expect(transport.requests.first?.fields.text(named: "Range") == "objects=1-\(min(size, 6000))")
    }

    @Test("end with a 416 where the server does not tell how many there are", arguments: [10, 20, 25])
    func withoutTotal(contacts: Int) async throws {
        let transport = server(contacts: contacts, tellsTotal: false)
        let found = try await numbers(client(transport).phoneBooks(ofUser: "7001", pageSize: 5))
        #expect(found.count == contacts)
        #expect(transport.requests.allSatisfy { $0.target == "/finesse/api/User/7001/PhoneBooks" })
    }

    @Test("are never asked for beyond contact 6,000")
    func limit() async throws {
        let transport = server(contacts: 6000, tellsTotal: false)
        #expect(try await numbers(client(transport).teamPhoneBooks("31", pageSize: 4000)).count == 6000)
        #expect(
            transport.requests.compactMap { $0.fields.text(named: "Range") }
                == ["objects=1-4000", "objects=4001-6000"]
        )
    }

    @Test("end with a page that has no book")
    func emptyPage() async throws {
        let transport = script(
            Answer(206, "<PhoneBooks><PhoneBook/></PhoneBooks>"),
            Answer(206, "<PhoneBooks/>")
        )
        var count = 0
        for try await page in client(transport).teamPhoneBooks("31", pageSize: 5) {
            count += 1
            #expect(page.isPartial && page.total == nil && page.contactCount == 0)
        }
        #expect(count == 1 && transport.requests.count == 2)
    }

    @Test("pass on what the first one is refused with, and anything but a 416 later", arguments: [416, 404, 500])
    func refused(status: Int) async {
        func refusal(_ transport: ScriptedTransport) async -> Int? {
            do {
                for try await _ in client(transport).teamPhoneBooks("31", pageSize: 5) {}
                return nil
            } catch {
                guard case .refused(let refusal) = error else { return -1 }
                return refusal.status
            }
        }
        #expect(await refusal(script(Answer(status))) == status)
        let later = script(Answer(206, "<PhoneBooks><PhoneBook/></PhoneBooks>"), Answer(status))
        #expect(await refusal(later) == (status == 416 ? nil : status))
    }
}

@Suite("Import of contacts")
struct ContactImportTests {
    @Test("is sent as a form with the parts phonebook and datafile")
    func form() async throws {
        let transport = script(Answer(202))
        try await client(transport).importContacts(Array("a,b\r\n".utf8), into: "12")
        let request = try #require(transport.requests.first)
        #expect(request.method == "POST" && request.target == "/finesse/api/PhoneBook/12/Contacts/csvFileContent")
        let type = try #require(request.fields.text(named: "Content-Type"))
        let boundary = try #require(type.split(separator: "=").last)
        #expect(type.hasPrefix("multipart/form-data; boundary="))
        #expect(
            request.bodyText == """
                --\(boundary)\r
                Content-Disposition: form-data; name="phonebook"\r
                \r
                12\r
                --\(boundary)\r
                Content-Disposition: form-data; name="datafile"; filename="contacts.csv"\r
                Content-Type: text/csv\r
                \r
                a,b\r
                \r
                --\(boundary)--\r

                """
        )
    }

    @Test("has a boundary that the file does not contain")
    func boundary() async throws {
        let transport = script(Answer(202))
        try await client(transport).importContacts(Array("a".utf8), into: "12")
        let first = try #require(
            transport.requests.first?.fields.text(named: "Content-Type")?.split(separator: "=").last
        )
        try await client(transport).importContacts(Array(first.utf8), into: "12")
        let second = try #require(
            transport.requests.last?.fields.text(named: "Content-Type")?.split(separator: "=").last
        )
        #expect(first != second)
    }

    @Test("is refused as the server says", arguments: [400, 403, 404])
    func refused(status: Int) async {
        let error = await failure { () throws(FinesseError) in
            try await client(script(Answer(status))).importContacts([], into: "12")
        }
        #expect(error?.label == "refused")
    }
}
