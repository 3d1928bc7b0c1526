import Testing

@testable import FinesseSandbox

@Suite("Console, the contact centre")
struct ConsoleCentreTests {
    private let console: ConsoleClient
    private let clock: SandboxClock

    init() async throws {
        clock = .virtual()
        let sandbox = try await FinesseSandbox.withoutServers(SandboxConfiguration(), clock: clock)
        console = try await ConsoleClient(sharing: sandbox)
    }

    /// Sends a form, and lets what it asked for happen.
    private func press(_ form: String, _ fields: KeyValuePairs<String, String>) async throws -> SandboxAnswer {
        let answer = try await console.post(form, fields, accept: "text/plain")
        await clock.advance(by: .seconds(1))
        return answer
    }

    private func agent() async -> AgentRecord { await console.sandbox.world.agent("98512") }

    @Test("an agent signs in, answers a customer's call, holds it, takes it back and drops it")
    func call() async throws {
        #expect(try await press("agents", ["user": "jdarby", "state": "LOGIN"]).text == "jdarby asked for LOGIN.")
        #expect(await agent().phone == "2006")
        _ = try await press("agents", ["user": "jdarby", "state": "READY"])
        #expect(await console.page().text.contains("8010, nobody waits, 1 ready"))
        #expect(try await press("callers", ["queue": "20"]).text == "A customer calls Returns.")
        let id = try #require(await agent().dialogs.first)
        #expect(await console.page().text.contains(#"id="answer-\#(id)-2006""#))
        for (action, state) in [("ANSWER", "ACTIVE"), ("HOLD", "HELD"), ("RETRIEVE", "ACTIVE"), ("DROP", "WRAP_UP")] {
            let answer = try await press("calls", ["dialog": id, "address": "2006", "action": action])
            #expect(answer.text == "jdarby asked for \(action).")
            #expect(await console.sandbox.world.dialog(id)?.participant("2006")?.state.rawValue == state)
        }
        _ = try await press("agents", ["user": "jdarby", "state": "NOT_READY"])
        #expect(await console.page().text.contains("Nobody is on the phone."))
    }

    @Test("an agent whose place is taken sits at the next one")
    func takenPlace() async throws {
        await console.sandbox.world.perform(
            AgentOrder(loginId: "98411", kind: .signIn(phone: "2006", mobile: nil, deviceId: nil))
        )
        _ = try await press("agents", ["user": "jdarby", "state": "LOGIN"])
        #expect(await agent().phone == "2007")
    }

    @Test("callers who wait are counted, with the time of the first")
    func queue() async throws {
        _ = try await press("callers", ["queue": "20"])
        await clock.advance(by: .seconds(9))
        #expect(await console.page().text.contains("8010, 1 waiting, the first for 10 s, 0 ready"))
    }

    @Test("what an agent may not do is refused with the contact centre's own words, and nothing changes")
    func refusals() async throws {
        let answer = try await press("agents", ["user": "jdarby", "state": "READY"])
        #expect(answer.status == 422)
        #expect(answer.text.hasPrefix("jdarby: ") && answer.text.count > 20)
        #expect(await agent().state == .logout)
        #expect(try await press("agents", ["user": "nobody", "state": "READY"]).status == 422)
        #expect(try await press("callers", ["queue": "99"]).status == 422)
        let gone = try await press("calls", ["dialog": "1", "address": "2001", "action": "DROP"])
        #expect(gone.status == 422 && gone.text == "The call is over.")
    }

    @Test("of many users the first are shown, and how many more there are")
    func manyUsers() async throws {
        var configuration = SandboxConfiguration()
        configuration.users += (0..<150).map { number in
            SandboxUser(loginName: "agent\(number)", loginId: "\(70_000 + number)", password: "Some-Password-1")
        }
        let text = await (try await ConsoleClient(configuration)).page().text
        #expect(text.contains("And 58 more.") && text.contains("agent91") && !text.contains("agent92"))
    }
}
