import FinesseSandbox
import Testing

@Suite("Sandbox control, tasks and client logs")
struct ControlTaskTests {
    private static let path = "/control/contact-centre/tasks"

    private func client(_ change: (inout SandboxConfiguration) -> Void = { _ in }) async throws -> ControlClient {
        var configuration = SandboxConfiguration()
        configuration.authenticationMode = .nonSSO
        change(&configuration)
        return try await ControlClient(configuration)
    }

    /// Signs the first user in to chat, ready.
    private func ready(_ agent: CatalogueClient) async {
        let login = "<maxDialogLimit>1</maxDialogLimit><state>LOGIN</state><interruptAction>IGNORE</interruptAction>"
        for body in [login, "<state>READY</state>"] {
            #expect(await agent.put("User/98411/Media/5000", "<Media>\(body)</Media>").status == 202)
            await agent.sandbox.clock.advance(by: .milliseconds(20))
        }
    }

    @Test("a task is offered to the agent who is ready, with its queue and variables")
    func offer() async throws {
        let control = try await client()
        let agent = CatalogueClient(sharing: control.sandbox).agent
        await ready(agent)
        let body = #"{"mediaId":"5000","user":"sjefferson","queueName":"Chat","variables":{"callVariable1":"Ada"}}"#
        let answer = await control.send("POST", Self.path, body)
        #expect(answer.json?["user"]?.string == "98411")
        let dialog = await agent.get("Dialog/\(try #require(answer.json?["dialogId"]?.string))")
        #expect(["queueName", "name", "value"].map { dialog.element($0) } == ["Chat", "callVariable1", "Ada"])
        #expect(await control.send("POST", Self.path, #"{"mediaId":"5000"}"#).status == 409)
    }

    @Test(
        "a task that cannot be offered is a problem that says why",
        arguments: [
            ("{}", 422, "mediaId"), (#"{"mediaId":"7"}"#, 422, "mediaId"),
            (#"{"mediaId":"5000","user":"nobody"}"#, 422, "user"),
            (#"{"mediaId":"5000","variables":{"a":1}}"#, 422, "variables"),
            (#"{"mediaId":"5000","variables":[]}"#, 422, "variables"), (#"{"mediaId":"5000"}"#, 409, nil),
        ] as [(String, Int, String?)]
    )
    func problems(body: String, status: Int, key: String?) async throws {
        let answer = await (try await client()).send("POST", Self.path, body)
        #expect(answer.status == status)
        #expect(answer.json?["key"]?.string == key)
    }

    @Test("Unified CCX has no tasks")
    func express() async throws {
        let control = try await client { $0.deployment = .uccx }
        #expect(await control.send("POST", Self.path, #"{"mediaId":"5000"}"#).json?["key"]?.string == "deployment")
    }

    @Test("the log that a client sent last is shown, with how many there were")
    func logs() async throws {
        let control = try await client()
        #expect(await control.get("/control/client-logs")?["logs"]?.array?.isEmpty == true)
        let agent = CatalogueClient(sharing: control.sandbox).agent
        for text in ["first", "second &lt;one>"] {
            _ = await agent.post("User/98411/ClientLog", "<ClientLog><logData>\(text)</logData></ClientLog>")
        }
        let log = await control.get("/control/client-logs")?["logs"]?.array?.first
        #expect(log?["text"]?.string == "second <one>")
        #expect(log?["count"]?.integer == 2)
        #expect(log?["user"]?.string == "98411")
    }
}
