import WebAgentURL

extension Page {
    /// Requests by scripts.
    func requestFunctions() -> [HostFunction] {
        [
            (
                "request",
                { [unowned self] arguments in
                    self.lastRequest += 1
                    self.enqueue(.request(id: self.lastRequest, RequestValues.request(arguments)))
                    return ScriptValue(self.lastRequest)
                }
            ),
            (
                "requestNow",
                { [unowned self] arguments in
                    .list(RequestValues.delivered(self.ask(.request(RequestValues.request(arguments)))))
                }
            ),
            (
                "beacon",
                { [unowned self] arguments in
                    guard let target = self.resolve(arguments.text(0)) else { return .undefined }
                    self.lastRequest += 1
                    self.enqueue(
                        .request(
                            id: self.lastRequest,
                            PageRequest(
                                method: "POST",
                                url: target.href,
                                headers: [PageHeader(name: "Content-Type", value: arguments.text(2))],
                                body: Array(arguments.text(1).utf8),
                                credentials: .include,
                                mode: .noCORS
                            )
                        )
                    )
                    return .undefined
                }
            ),
        ]
    }
}

/// Requests and answers as the prelude passes them: method, address, credentials, redirect, mode, body, fields.
enum RequestValues {
    static func request(_ arguments: [ScriptValue]) -> PageRequest {
        let texts = arguments.texts(from: 6)
        let credentials: PageRequest.Credentials =
            switch arguments.text(2) {
            case "omit": .omit
            case "include": .include
            default: .sameOrigin
            }
        let redirect: PageRequest.Redirect =
            switch arguments.text(3) {
            case "error": .error
            case "manual": .manual
            default: .follow
            }
        let mode: PageRequest.Mode =
            switch arguments.text(4) {
            case "no-cors": .noCORS
            case "same-origin": .sameOrigin
            default: .cors
            }
        return PageRequest(
            method: arguments.text(0),
            url: arguments.text(1),
            headers: stride(from: 0, to: texts.count - 1, by: 2).map {
                PageHeader(name: texts[$0], value: texts[$0 + 1])
            },
            body: arguments.bytes(5),
            credentials: credentials,
            redirect: redirect,
            mode: mode
        )
    }

    /// The answer as a list that begins with whether there is one.
    static func delivered(_ answer: PageAnswer) -> [ScriptValue] {
        guard case .response(let response) = answer else { return [.boolean(false)] }
        return [
            .boolean(true), .string(response.url), ScriptValue(response.status), .boolean(response.redirected),
            .bytes(response.body), .string(response.kind.name),
        ] + response.headers.flatMap { [ScriptValue.string($0.name), .string($0.value)] }
    }
}

extension PageResponse.Kind {
    /// What scripts call it.
    fileprivate var name: String {
        switch self {
        case .basic: "basic"
        case .cors: "cors"
        case .opaque: "opaque"
        case .opaqueRedirect: "opaqueredirect"
        }
    }
}
