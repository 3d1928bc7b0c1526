import Foundation
import Testing

@testable import FinesseCLI

@Suite("finessectl, how a call came out and what else the API has", .timeLimit(.minutes(5)))
struct DeskDataTests {
    private static let agent = "sjefferson"
    private static let colleague = "bwitwicky"

    @Test("takes the reason of a call that there is, from those that are configured")
    func wrapUp() async throws {
        try await Desk.with([Self.agent: "2001", Self.colleague: "2003"]) { (desk: Desk) async throws in
            let without = await desk.run(Self.agent, "wrap-up", "Sale")
            #expect(without.status == ExitStatus.failure.rawValue)
            #expect(without.message.contains("cannot wrap up now: there is no call (the state is NOT_READY)."))

            _ = try await desk.object(Self.agent, "call", "2003")
            _ = try await desk.object(Self.colleague, "answer")
            let unknown = await desk.run(Self.agent, "wrap-up", "Sold")
            #expect(unknown.status == ExitStatus.usage.rawValue)
            #expect(
                unknown.message.hasPrefix("finessectl: There is no wrap-up reason \"Sold\". Choose one of \"Sale\", ")
            )
            let sale = await desk.run(Self.agent, "wrap-up", "Sale")
            #expect(sale.status == 0 && sale.output.isEmpty)
            #expect(sale.message.hasPrefix("Call ") && sale.message.hasSuffix(" came out as Sale."))
            let reasons = try await desk.run(Self.agent, "wrap-up", "--json").rows()
            #expect(reasons.first == ["id": .text("1"), "label": .text("Sale")])
        }
    }

    @Test("says of a refused call of the API what the command line could change")
    func hints() async throws {
        try await Desk.with([Self.agent: "2001"]) { (desk: Desk) async throws in
            let users = await desk.run(Self.agent, "api", "GET", "Users")
            #expect(users.status == ExitStatus.serverError.rawValue)
            #expect(users.message.contains("add --basic --user NAME with the administrator's name."))
            let nothing = await desk.run(Self.agent, "api", "GET", "finesse/users")
            #expect(nothing.message.hasSuffix("The path stands below /finesse/api, as in User/98411."))
            let empty = await desk.run(Self.agent, "api", "PUT", "User/98411")
            #expect(empty.message.hasSuffix("Nothing was sent: --data FILE names the body."))
            let file = try desk.box.test.file("state.xml", "<User><state>READY</state></User>")
            let typed = await desk.run(Self.agent, "api", "PUT", "User/98411", "--data", file, "--content-type", "a/b")
            #expect(typed.message.hasSuffix("The type of what was sent is a/b; --content-type changes it."))
        }
    }

    @Test("ends the line after an answer on a terminal, and leaves the bytes alone elsewhere")
    func endOfLine() async throws {
        try await Desk.with([:]) { (desk: Desk) async throws in
            #expect(try await desk.box.login(Self.agent) == 0)
            _ = desk.box.test.takeOutput()
            let words = ["api", "GET", "User/98411"]
            #expect(await FinesseProgram.run(words, in: desk.box.test.context) == 0)
            let bytes = desk.box.test.takeOutput()
            #expect(bytes.count == 1 && bytes[0].hasSuffix("</User>"))
            var context = desk.box.test.context
            context.terminal.isTerminal = true
            #expect(await FinesseProgram.run(words, in: context) == 0)
            #expect(desk.box.test.takeOutput() == bytes + [""])
        }
    }
}
