import FinesseSandbox
import Testing

@Suite("Sandbox PhoneBook and Contact")
struct PhoneBookTests {
    private static func book(_ name: String, _ type: String = "GLOBAL") -> String {
        "<PhoneBook><name>\(name)</name><type>\(type)</type></PhoneBook>"
    }

    private static func contact(_ number: String, first: String = "F", last: String = "L", note: String = "D") -> String
    {
        """
        <Contact><firstName>\(first)</firstName><lastName>\(last)</lastName><phoneNumber>\(number)</phoneNumber>\
        <description>\(note)</description></Contact>
        """
    }

    @Test("a phone book is created, read, changed in part and deleted with its contacts")
    func life() async throws {
        let client = try await CatalogueClient()
        let path = try #require(await client.create("PhoneBook", Self.book("Night", "TEAM")))
        #expect(path == "PhoneBook/3")
        let answer = await client.get(path)
        #expect(
            ["uri", "name", "type", "contacts"].map { answer.element($0) } == [
                "/finesse/api/PhoneBook/3", "Night", "TEAM", "/finesse/api/PhoneBook/3/Contacts",
            ]
        )
        #expect(await client.put(path, "<PhoneBook><name>Day</name></PhoneBook>").status == 200)
        #expect(await client.get("PhoneBooks").elements("name") == ["Company", "Second line", "Day"])
        _ = await client.create("\(path)/Contact", Self.contact("1"))
        #expect(await client.delete(path).status == 200)
        #expect(await client.get(path).outcome == "404 Not Found")
        #expect(await client.get("\(path)/Contacts").outcome == "404 Not Found")
    }

    @Test("a contact is created, read, changed in part and deleted")
    func contactLife() async throws {
        let client = try await CatalogueClient()
        let path = try #require(await client.create("PhoneBook/1/Contact", Self.contact("4711")))
        #expect(path == "PhoneBook/1/Contact/4")
        #expect(await client.put(path, "<Contact><description>New</description></Contact>").status == 200)
        let answer = await client.get(path)
        #expect(
            ["firstName", "lastName", "phoneNumber", "description", "uri"].map { answer.element($0) } == [
                "F", "L", "4711", "New", "/finesse/api/PhoneBook/1/Contact/4",
            ]
        )
        #expect(await client.get("PhoneBook/1/Contacts").elements("Contact").count == 4)
        #expect(await client.delete(path).status == 200)
        #expect(await client.get(path).outcome == "404 Not Found")
        #expect(await client.get("PhoneBook/2/Contacts").elements("Contact").count == 2)
    }

    @Test(
        "refuses what goes against its rules",
        arguments: [
            Misuse("POST", "PhoneBook", "<PhoneBook><name>A</name></PhoneBook>", "400 Parameter Missing", data: "type"),
            Misuse("POST", "PhoneBook", book(""), "400 Parameter Missing", data: "name"),
            Misuse("POST", "PhoneBook", book("A", "ALL"), "400 Invalid Input", data: "type"),
            Misuse("POST", "PhoneBook", book("company"), "400 Finesse API Error", data: "name"),
            Misuse("POST", "PhoneBook", book(Misuse.letters(65)), "400 Invalid Input", data: "name"),
            Misuse("PUT", "PhoneBook/1", "<PhoneBook/>", "400 Invalid Input"),
            Misuse("PUT", "PhoneBook/9", book("A"), "404 Not Found", data: "9"),
            Misuse("DELETE", "PhoneBook/9", nil, "404 Not Found", data: "9"),
            Misuse("POST", "PhoneBook/9/Contact", contact("1"), "404 Not Found", data: "9"),
            Misuse("POST", "PhoneBook/1/Contact", contact(""), "400 Parameter Missing", data: "phoneNumber"),
            Misuse(
                "POST",
                "PhoneBook/1/Contact",
                contact(Misuse.letters(33)),
                "400 Invalid Input",
                data: "phoneNumber"
            ),
            Misuse(
                "POST",
                "PhoneBook/1/Contact",
                contact("1", first: Misuse.letters(129)),
                "400 Invalid Input",
                data: "firstName"
            ),
            Misuse(
                "POST",
                "PhoneBook/1/Contact",
                contact("1", last: Misuse.letters(129)),
                "400 Invalid Input",
                data: "lastName"
            ),
            Misuse(
                "POST",
                "PhoneBook/1/Contact",
                contact("1", note: Misuse.letters(129)),
                "400 Invalid Input",
                data: "description"
            ),
            Misuse("PUT", "PhoneBook/1/Contact/1", "<Contact/>", "400 Invalid Input"),
            Misuse("PUT", "PhoneBook/1/Contact/9", contact("1"), "404 Not Found", data: "9"),
            Misuse("DELETE", "PhoneBook/1/Contact/9", nil, "404 Not Found", data: "9"),
            Misuse("GET", "PhoneBook/1/Contact/x", nil, "404 Not Found", data: "x"),
        ]
    )
    func misuse(_ misuse: Misuse) async throws { await misuse.check(try await CatalogueClient()) }

    @Test("there are ten global and three hundred other phone books")
    func mostBooks() async throws {
        let books = (1...310).map { SandboxPhoneBook(id: $0, name: "Book \($0)", type: $0 <= 10 ? .global : .team) }
        let client = try await CatalogueClient { $0.phoneBooks = books }
        #expect(await client.post("PhoneBook", Self.book("A")).outcome == "400 Maximum Exceeded")
        #expect(await client.post("PhoneBook", Self.book("A", "TEAM")).outcome == "400 Maximum Exceeded")
        #expect(await client.delete("PhoneBook/1").status == 200)
        #expect(await client.create("PhoneBook", Self.book("A")) != nil)
    }

    @Test("a phone book holds 6000 contacts, and all of them together 50,000")
    func mostContacts() async throws {
        let contacts = (1...6000).map { SandboxContact(id: $0, phoneNumber: String($0)) }
        let books = (1...9).map { id in
            SandboxPhoneBook(id: id, name: "Book \(id)", contacts: Array(contacts.prefix(id < 9 ? 6000 : 1999)))
        }
        let client = try await CatalogueClient { $0.phoneBooks = books }
        #expect(await client.post("PhoneBook/1/Contact", Self.contact("1")).outcome == "400 Maximum Exceeded")
        #expect(await client.create("PhoneBook/9/Contact", Self.contact("1")) != nil)
        #expect(await client.post("PhoneBook/9/Contact", Self.contact("1")).outcome == "400 Maximum Exceeded")
    }

    // MARK: Files

    private static func form(_ file: String, name: String = "datafile") -> (body: String, type: String) {
        let body = """
            --b0\r\nContent-Disposition: form-data; name="phonebook"\r\n\r\nCompany\r\n--b0\r\n\
            Content-Disposition: form-data; name="\(name)"; filename="a.csv"\r\nContent-Type: text/csv\r\n\r\n\
            \(file)\r\n--b0--\r\n
            """
        return (body, "multipart/form-data; boundary=b0")
    }

    private static let header = "\"First Name\",\"Last Name\",\"Phone Number\",\"Notes\"\r\n"

    @Test("contacts are replaced by those of a file, as far as they are some, and exported as they came")
    func csv() async throws {
        let client = try await CatalogueClient()
        let rows = """
            "Ada","Byron","1","a ""quoted"", note"\r
            Emil,Post,2,\r
            "no","number","","x"\r
            "too","few"\r
            "Two\r
            lines","","3","ü"\r

            """
        let path = "PhoneBook/1/Contacts/csvFileContent"
        let (body, type) = Self.form(Self.header + rows)
        #expect(await client.ask("POST", path, body, type: type).outcome == "202")
        let list = await client.get("PhoneBook/1/Contacts")
        #expect(list.elements("phoneNumber") == ["1", "2", "3"])
        #expect(list.elements("description") == ["a &quot;quoted&quot;, note", "", "ü"])
        let exported = await client.get(path)
        #expect(exported.header("Content-Type") == ["text/csv;charset=UTF-8"])
        #expect(exported.text.hasPrefix(Self.header + "\"Ada\",\"Byron\",\"1\",\"a \"\"quoted\"\", note\"\r\n"))
        let (again, _) = Self.form(exported.text)
        #expect(await client.ask("POST", "PhoneBook/2/Contacts/csvFileContent", again, type: type).outcome == "202")
        #expect(await client.get("PhoneBook/2/Contacts/csvFileContent").text == exported.text)
    }

    @Test(
        "a file that is none is refused, and nothing is changed",
        arguments: ["", "a,b\r\n", header + "\"open", "First Name,Last Name,Notes,Phone Number\r\n"]
    )
    func badFile(file: String) async throws {
        let client = try await CatalogueClient()
        let (body, type) = Self.form(file)
        let answer = await client.ask("POST", "PhoneBook/1/Contacts/csvFileContent", body, type: type)
        #expect(answer.outcome == "400 Invalid Input")
        #expect(await client.get("PhoneBook/1/Contacts").elements("Contact").count == 3)
    }

    @Test("a form without the file, or no form, is refused; a file with 6001 contacts, too")
    func badForm() async throws {
        let client = try await CatalogueClient()
        let path = "PhoneBook/1/Contacts/csvFileContent"
        let (body, type) = Self.form(Self.header, name: "file")
        #expect(await client.ask("POST", path, body, type: type).outcome == "400 Invalid Input")
        #expect(await client.ask("POST", path, body, type: "text/csv").outcome == "400 Invalid Input")
        #expect(await client.ask("POST", path, "x", type: type).outcome == "400 Invalid Input")
        let rows = (1...6001).map { "A,B,\($0),\r\n" }.joined()
        let (large, _) = Self.form(Self.header + rows)
        #expect(await client.ask("POST", path, large, type: type).outcome == "400 Maximum Exceeded")
        #expect(await client.ask("POST", "PhoneBook/9/Contacts/csvFileContent", body, type: type).status == 404)
    }

    @Test("contacts are replaced by those of an XML list, bad ones left out")
    func xml() async throws {
        let client = try await CatalogueClient()
        let list = Self.contact("1") + Self.contact("") + Self.contact("2")
        #expect(await client.put("PhoneBook/1/Contacts", "<Contacts>\(list)</Contacts>").status == 200)
        let answer = await client.get("PhoneBook/1/Contacts")
        #expect(answer.elements("phoneNumber") == ["1", "2"])
        #expect(answer.elements("uri").first == "/finesse/api/PhoneBook/1/Contact/4")
        let many = String(repeating: Self.contact("1"), count: 6001)
        #expect(
            await client.put("PhoneBook/1/Contacts", "<Contacts>\(many)</Contacts>").outcome == "400 Maximum Exceeded"
        )
        #expect(await client.put("PhoneBook/1/Contacts", "<List/>").outcome == "400 Bad Request")
    }

    @Test("contacts are configured in YAML and kept by a snapshot")
    func yaml() async throws {
        let configuration = try SandboxConfiguration(
            yaml: """
                authenticationMode: NON_SSO
                phoneBooks: [{id: 7, name: P, type: TEAM, teams: ['5000'], contacts: [{id: 3, phoneNumber: '9'}]}]
                """
        )
        let client = try await CatalogueClient { $0 = configuration }
        #expect(await client.create("PhoneBook/7/Contact", Self.contact("10")) == "PhoneBook/7/Contact/4")
        let snapshot = try await client.sandbox.snapshot()
        _ = await client.delete("PhoneBook/7")
        #expect(await client.get("PhoneBooks").elements("PhoneBook").isEmpty)
        try await client.sandbox.restore(snapshot)
        #expect(await client.get("PhoneBook/7/Contacts").elements("phoneNumber") == ["9", "10"])
    }
}
