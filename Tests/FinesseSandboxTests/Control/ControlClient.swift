import FinesseSandbox

/// Asks the control of a sandbox without servers.
struct ControlClient {
    let sandbox: FinesseSandbox
    let server: ControlServer
    var token = "Control-Token-1"

    init(_ configuration: SandboxConfiguration = SandboxConfiguration()) async throws {
        sandbox = try await FinesseSandbox.withoutServers(configuration)
        server = ControlServer(of: sandbox, token: "Control-Token-1", port: 4711)
    }

    /// The control of a sandbox that is there.
    init(sharing sandbox: FinesseSandbox) {
        self.sandbox = sandbox
        server = ControlServer(of: sandbox, token: "Control-Token-1", port: 4711)
    }

    /// A request as a program sends it.
    func request(_ method: String, _ target: String, _ body: String? = nil) -> SandboxRequest {
        var request = SandboxRequest(party: .finesse, method: method, target: target, body: Array((body ?? "").utf8))
        request.headers = [("host", "127.0.0.1:4711"), ("authorization", "Bearer \(token)")]
        if body != nil { request.headers.append(("content-type", "application/json")) }
        return request
    }

    func send(_ method: String, _ target: String, _ body: String? = nil) async -> SandboxAnswer {
        await server.answer(request(method, target, body)).answer
    }

    /// The JSON of an answer to a GET.
    func get(_ target: String) async -> JSONValue? {
        JSONValue.read(Array(await send("GET", target).text.utf8))
    }
}

extension SandboxAnswer {
    var json: JSONValue? { JSONValue.read(Array(text.utf8)) }
}
