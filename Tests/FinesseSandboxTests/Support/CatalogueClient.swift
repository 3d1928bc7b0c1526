import FinesseSandbox

/// Calls REST of a sandbox without servers with any method, body and header fields; as the administrator unless told.
struct CatalogueClient: Sendable {
    var sandbox: FinesseSandbox
    var authorization: String? = CatalogueClient.basic("administrator", "Primus-Matrix-84")
    /// Which of Finesse's nodes is asked.
    var node = 0

    /// A client of a new sandbox in which everybody has Basic credentials.
    init(_ change: (inout SandboxConfiguration) -> Void = { _ in }) async throws {
        var configuration = SandboxConfiguration()
        configuration.authenticationMode = .nonSSO
        change(&configuration)
        sandbox = try await FinesseSandbox.withoutServers(configuration)
    }

    init(sharing sandbox: FinesseSandbox) {
        self.sandbox = sandbox
    }

    /// The same with other credentials.
    func by(_ user: String, _ password: String) -> CatalogueClient {
        var copy = self
        copy.authorization = Self.basic(user, password)
        return copy
    }

    var agent: CatalogueClient { by("sjefferson", "Ratchet-1984") }
    var supervisor: CatalogueClient { by("mwitwicky", "Sector-7-Seymour") }
    var otherAgent: CatalogueClient { by("bwitwicky", "Basic-Camaro-77") }

    static func basic(_ user: String, _ password: String) -> String {
        "Basic " + TextEncodings.base64(Array("\(user):\(password)".utf8))
    }

    /// Asks for a path below `/finesse/api/`.
    func ask(
        _ method: String,
        _ path: String,
        _ body: String? = nil,
        type: String = "application/xml",
        headers: [(String, String)] = []
    ) async -> SandboxAnswer {
        var request = SandboxRequest(party: .finesse, node: node, method: method, target: "/finesse/api/\(path)")
        if let authorization { request.headers.append(("authorization", authorization)) }
        if let body {
            request.headers.append(("content-type", type))
            request.body = Array(body.utf8)
        }
        for (name, value) in headers { request.headers.append((name.lowercased(), value)) }
        return await sandbox.answer(request)
    }

    func get(_ path: String, headers: [(String, String)] = []) async -> SandboxAnswer {
        await ask("GET", path, headers: headers)
    }

    func post(_ path: String, _ body: String) async -> SandboxAnswer { await ask("POST", path, body) }

    func put(_ path: String, _ body: String) async -> SandboxAnswer { await ask("PUT", path, body) }

    func delete(_ path: String) async -> SandboxAnswer { await ask("DELETE", path) }

    /// Creates something and returns its path below `/finesse/api/`.
    func create(_ path: String, _ body: String) async -> String? {
        let answer = await post(path, body)
        guard answer.status == 200, answer.text.isEmpty, let location = answer.header("Location").first else {
            return nil
        }
        return ChainClient.between(location + "\n", "/finesse/api/", "\n")
    }
}

extension SandboxAnswer {
    /// Status and `ErrorType` in one.
    var outcome: String { element("ErrorType").map { "\(status) \($0)" } ?? String(status) }

    /// The texts of every element of a name.
    func elements(_ name: String) -> [String] {
        text.split(separator: "<\(name)>", omittingEmptySubsequences: false).dropFirst().compactMap {
            $0.split(separator: "</\(name)>", maxSplits: 1, omittingEmptySubsequences: false).first.map(String.init)
        }
    }
}
