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
                                headers: [PageHeader(name: "Content-Type", value: "text/plain;charset=UTF-8")],
                                body: Array(arguments.text(1).utf8),
                                credentials: .include
                            )
                        )
                    )
                    return .undefined
                }
            ),
        ]
    }
}

/// Requests and answers as the prelude passes them: method, address, credentials, redirect, cross-origin, body, fields.
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
        return PageRequest(
            method: arguments.text(0),
            url: arguments.text(1),
            headers: stride(from: 0, to: texts.count - 1, by: 2).map {
                PageHeader(name: texts[$0], value: texts[$0 + 1])
            },
            body: arguments.bytes(5),
            credentials: credentials,
            redirect: redirect,
            allowsCrossOrigin: arguments.flag(4)
        )
    }

    /// The answer as a list that begins with whether there is one.
    static func delivered(_ answer: PageAnswer) -> [ScriptValue] {
        guard case .response(let response) = answer else { return [.boolean(false)] }
        return [
            .boolean(true), .string(response.url), ScriptValue(response.status), .boolean(response.redirected),
            .bytes(response.body),
        ] + response.headers.flatMap { [ScriptValue.string($0.name), .string($0.value)] }
    }
}
