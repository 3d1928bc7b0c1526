import FinesseSandbox
import Foundation
import Testing

@testable import FinesseCLI

@Suite("finessectl, what the agent chooses from", .timeLimit(.minutes(5)))
struct ListCommandTests {
    private func rows(_ box: SandboxContext) throws -> [[String: JSON]] {
        let text = box.test.takeOutput().joined(separator: "\n")
        return try JSONDecoder().decode([[String: JSON]].self, from: Data(text.utf8))
    }

    @Test("lists reason codes, wrap-up reasons and contacts as tables and as JSON")
    func lists() async throws {
        var configuration = SandboxConfiguration()
        configuration.phoneBooks = [
            SandboxPhoneBook(
                id: 1,
                name: "All",
                contacts: (1...7).map { SandboxContact(id: $0, lastName: "Number \($0)", phoneNumber: "70\($0)") }
            )
        ]
        try await SandboxContext.with(configuration) { (box: SandboxContext) async throws in
            #expect(await box.test.run("reason-codes") == ExitStatus.notSignedIn.rawValue)
            #expect(try await box.login("sjefferson") == 0)
            _ = box.test.takeOutput()

            #expect(await box.test.run("reason-codes", "not-ready", "--json") == 0)
            let codes = try rows(box)
            #expect(codes.map { $0["label"] }.prefix(2) == [.text("Break"), .text("Lunch")])
            #expect(codes.first?["id"] == .text("1") && codes.first?["code"] == .number(1))
            #expect(await box.test.run("reason-codes", "LOGOUT") == 0)
            #expect(box.test.takeOutput() == ["No reason code is configured."])

            #expect(await box.test.run("wrap-up") == 0)
            let table = box.test.takeOutput()
            #expect(table.first == "ID  LABEL" && table.dropFirst().first == "1   Sale")

            #expect(await box.test.run("phonebook", "--json", "--page-size", "3") == 0)
            #expect(try rows(box).map { $0["phoneNumber"] } == (1...7).map { .text("70\($0)") })
            let drawn = box.test.takeStatus()
            #expect(drawn.first?.hasSuffix("[##########..............] 3 of 7 contacts") == true)
            #expect(drawn.last == "\r\u{1B}[K")
            #expect(await box.test.run("phonebook", "number 3") == 0)
            #expect(box.test.takeOutput().count == 2)
            #expect(await box.test.run("phonebook", "nobody") == 0)
            #expect(box.test.takeOutput() == ["No contact has that in it."])
            #expect(await box.test.run("phonebook", "--page-size", "0") == ExitStatus.usage.rawValue)
        }
    }

    @Test("makes any call, with the agent's token or with a password")
    func api() async throws {
        try await SandboxContext.with { (box: SandboxContext) async throws in
            #expect(try await box.login("sjefferson") == 0)
            _ = (box.test.takeOutput(), box.test.takeTalk())

            #expect(await box.test.run("api", "get", "User/98411") == 0)
            #expect(box.test.takeOutput().joined().contains("<loginName>sjefferson</loginName>"))
            #expect(await box.test.run("api", "GET", "/finesse/api/SystemInfo", "-i") == 0)
            #expect(box.test.takeOutput().first == "HTTP 200")

            let body = try box.test.file("login.xml", "<User><state>LOGIN</state><extension>98411</extension></User>")
            #expect(await box.test.run("api", "PUT", "User/98411", "--data", body) == 0)
            #expect(box.test.takeOutput().isEmpty)

            #expect(await box.test.run("api", "GET", "ConfigInfo") == ExitStatus.serverError.rawValue)
            #expect(box.test.takeOutput().joined().contains("<ApiErrors>"))
            #expect(box.test.takeTalk().last?.contains("calling GET ConfigInfo") == true)
            let administrator = box.sandbox.configuration.administrator
            let password = try box.test.file("secret", administrator.password.characters + "\n")
            let status = await box.test.run(
                "api",
                "GET",
                "ConfigInfo",
                "--basic",
                "--user",
                administrator.userName,
                "--password-file",
                password
            )
            #expect(status == 0)
            #expect(box.test.takeOutput().joined().contains("<totalUsers>"))
        }
    }

    @Test(
        "says what is wrong with a call before it is made",
        arguments: [
            ["PATCH", "User/1"], ["GET", "User/1", "--password-file", "x"],
            ["PUT", "User/1", "--data", "/nowhere/at/all", "--server", "finesse.example"],
        ]
    )
    func usage(words: [String]) async throws {
        let test = try TestContext()
        #expect(await FinesseProgram.run(["api"] + words, in: test.context) == ExitStatus.usage.rawValue)
        #expect(test.takeTalk().last?.isEmpty == false)
    }
}

@Suite("Tables of commands")
struct CommandTableTests {
    @Test("have no control characters")
    func columns() {
        var table = ReportTable([.init("name", "NAME"), .init("number", "NUMBER")], empty: "None.")
        #expect(table.lines == ["None."] && table.json == "[]")
        table.add([.text("Ann\u{1B}[31m"), .number(1)])
        table.add([.text("B"), .number(12)])
        #expect(table.lines == ["NAME      NUMBER", "Ann [31m  1", "B         12"])
    }

    @Test("are preceded by a bar that knows how far it is, or only how many")
    func bar() {
        #expect(ProgressBar.text(3, of: nil, unit: "contacts") == "3 contacts")
        #expect(ProgressBar.text(5, of: 10, unit: "x") == "[############............] 5 of 10 x")
        #expect(ProgressBar.text(20, of: 10, unit: "x").hasPrefix("[########################]"))
    }
}
