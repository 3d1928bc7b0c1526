import FinesseSandbox
import Testing

/// A browser at the console of a sandbox without servers.
struct ConsoleClient {
    static let token = "Control-Token-1"

    let sandbox: FinesseSandbox
    let cookie: String
    private let server: ControlServer

    init(sharing sandbox: FinesseSandbox) async throws {
        self.sandbox = sandbox
        server = ControlServer(of: sandbox, token: SandboxPassword(Self.token), port: 4711)
        var request = SandboxRequest(party: .finesse, target: "/?token=\(Self.token)")
        request.headers = [("host", "127.0.0.1:4711")]
        let field = try #require(await server.answer(request).answer.header("Set-Cookie").first)
        cookie = String(field.prefix { $0 != ";" })
    }

    init(_ configuration: SandboxConfiguration = SandboxConfiguration()) async throws {
        try await self.init(sharing: try await FinesseSandbox.withoutServers(configuration))
    }

    /// The value of the cookie, which is nobody's business.
    var cookieValue: String { String(cookie.drop { $0 != "=" }.dropFirst()) }

    private func request(_ method: String, _ target: String) -> SandboxRequest {
        var request = SandboxRequest(party: .finesse, method: method, target: target)
        request.headers = [("host", "127.0.0.1:4711"), ("cookie", cookie), ("sec-fetch-site", "same-origin")]
        return request
    }

    func page() async -> SandboxAnswer { await server.answer(request("GET", "/")).answer }

    /// The stream that the page listens to.
    func events() async throws -> AsyncStream<String> {
        guard case .events(let events) = await server.answer(request("GET", "/console/events")) else {
            throw NoStream()
        }
        return events
    }

    /// Sends a form of the page, as a browser without scripts does.
    func post(
        _ form: String,
        _ fields: KeyValuePairs<String, String>,
        accept: String? = nil
    ) async throws -> SandboxAnswer {
        let text = await page().text
        let csrf = try #require(ChainClient.between(text, #"name="csrf" value=""#, "\""))
        return await send(form, "\(FormFields(["csrf": csrf]).encoded)&\(FormFields(fields).encoded)", accept: accept)
    }

    /// Sends a body to a form's address.
    func send(_ form: String, _ body: String, accept: String? = nil) async -> SandboxAnswer {
        var request = request("POST", "/console/\(form)")
        request.headers.append(("content-type", "application/x-www-form-urlencoded"))
        if let accept { request.headers.append(("accept", accept)) }
        request.body = Array(body.utf8)
        return await server.answer(request).answer
    }

    private struct NoStream: Error {}
}
