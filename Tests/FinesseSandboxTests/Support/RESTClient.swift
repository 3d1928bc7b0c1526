import FinesseSandbox

/// Calls REST of a sandbox without servers.
struct RESTClient {
    var sandbox: FinesseSandbox
    var authorization: String?

    static func basic(_ user: String, _ password: String) -> String {
        "Basic " + TextEncodings.base64(Array("\(user):\(password)".utf8))
    }

    func get(_ path: String) async -> SandboxAnswer {
        await sandbox.answer(request("GET", path))
    }

    func put(_ path: String, _ body: String, type: String = "application/xml") async -> SandboxAnswer {
        var request = request("PUT", path)
        request.headers.append(("content-type", type))
        request.body = Array(body.utf8)
        return await sandbox.answer(request)
    }

    func post(_ path: String, _ body: String, type: String = "application/xml") async -> SandboxAnswer {
        var request = request("POST", path)
        request.headers.append(("content-type", type))
        request.body = Array(body.utf8)
        return await sandbox.answer(request)
    }

    /// Asks for a state and lets the clock pass the moment of the change.
    func change(_ id: String, to state: String, extra: String = "") async -> SandboxAnswer {
        let answer = await put("/finesse/api/User/\(id)", "<User><state>\(state)</state>\(extra)</User>")
        await sandbox.clock.advance(by: sandbox.configuration.desktop.stateChangeDelay)
        return answer
    }

    private func request(_ method: String, _ path: String) -> SandboxRequest {
        var request = SandboxRequest(party: .finesse, method: method, target: path)
        if let authorization { request.headers.append(("authorization", authorization)) }
        return request
    }
}

extension SandboxAnswer {
    /// The text of the first element of a name.
    func element(_ name: String) -> String? { ChainClient.between(text, "<\(name)>", "</\(name)>") }

    /// The three parts of an `ApiError`.
    var apiError: [String?] { [element("ErrorType"), element("ErrorMessage"), element("ErrorData")] }
}

extension SandboxConfiguration {
    /// The default with changes.
    static func with(_ change: (inout SandboxConfiguration) -> Void) -> SandboxConfiguration {
        var configuration = SandboxConfiguration()
        change(&configuration)
        return configuration
    }
}
