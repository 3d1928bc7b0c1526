import HTTPTransport
import WebAgentCookies
import WebAgentScripting
import WebAgentURL

extension WebAgent {
    /// Answers a question of the page, or of a document in a frame of it.
    ///
    /// The page sees a failure as a plain network error.
    func answer(_ ask: PageAsk, by document: AskingDocument, _ opening: inout Opening) async -> PageAnswer {
        guard let page = self.document?.requester(document) else { return .failed("no such page is open") }
        switch ask {
        case .readCookies:
            guard !page.origin.isOpaque else { return .text("") }
            return .text(readCookies(of: page))
        case .writeCookie(let text):
            guard !page.origin.isOpaque else { return .acknowledged }
            let decision = jar.setFromScript(
                text,
                document: page.url,
                ancestors: page.ancestors,
                now: environment.time()
            )
            record(decision, of: Array(text.utf8), hop: nil, party: .script)
            return .acknowledged
        case .storage(let area, let operation):
            guard !page.origin.isOpaque else { return .failed("the page has no origin") }
            return storage.perform(operation, in: area, of: storageKey(of: page))
        case .randomBytes(let count):
            return (0...65_536).contains(count) ? .bytes(environment.randomBytes(count)) : .failed("too many bytes")
        case .loadScript(let text, let crossOrigin, let policy):
            return await part(text, opening: &opening) { agent, url, opening throws(PartFailure) in
                var page = page
                page.referrerPolicy = ReferrerPolicy(rawValue: policy.lowercased()) ?? page.referrerPolicy
                guard let crossOrigin else { return try await agent.loadScript(url, of: page, &opening) }
                return try await agent.loadScript(url, of: page, crossOrigin, &opening)
            }
        case .request(let wanted):
            return await part(wanted.url, opening: &opening) { agent, url, opening throws(PartFailure) in
                try await agent.load(wanted, url, of: page, purpose: .fetch(wanted.mode), &opening)
            }
        case .loadFrame(let wanted):
            return await loadFrame(wanted, by: page, &opening)
        }
    }

    private func readCookies(of page: Requester) -> String {
        let context = CookieContext.script(document: page.url, ancestors: page.ancestors)
        let decision = jar.cookieHeader(for: context, now: environment.time())
        record(decision, hop: nil, party: .script)
        return String(decoding: decision.cookieString, as: UTF8.self)
    }

    /// Loads a part of a page, or records why not.
    private func part(
        _ text: String,
        opening: inout Opening,
        _ load: (isolated WebAgent, WebURL, inout Opening) async throws(PartFailure) -> PageResponse
    ) async -> PageAnswer {
        do throws(PartFailure) {
            guard let url = WebURL(text), url.scheme == "http" || url.scheme == "https" else {
                throw PartFailure("its address is not of http or https")
            }
            try countPart(&opening)
            return .response(try await load(self, url, &opening))
        } catch {
            let shown = RedactedURL(text: text, publicNames: configuration.publicParameterNames)
            recording.append(.refusedRequest(shown, reason: error.reason))
            return .failed(error.reason)
        }
    }

    /// Counts a request for a part of a page.
    func countPart(_ opening: inout Opening) throws(PartFailure) {
        opening.partRequests += 1
        guard opening.partRequests <= configuration.maximumPartRequests else {
            throw PartFailure("the page asked for more than \(configuration.maximumPartRequests) parts")
        }
    }

    /// Loads a classic script.
    private func loadScript(
        _ url: WebURL,
        of page: Requester,
        _ opening: inout Opening
    ) async throws(PartFailure) -> PageResponse {
        let request = partRequest(url, of: page, purpose: .script(crossOrigin: false))
        var machine = RedirectMachine(request, limit: configuration.maximumRedirects)
        while true {
            let response = try await partExchange(machine.request, of: page, step: .script, &opening)
            if try Self.goesOn(machine.receive(response)) { continue }
            try Self.checkScript(response.status, response.fields)
            return PageResponse(response, from: machine.request, fields: Array(response.fields))
        }
    }

    /// Loads a classic script whose server must allow the page's origin.
    private func loadScript(
        _ url: WebURL,
        of page: Requester,
        _ credentials: PageRequest.Credentials,
        _ opening: inout Opening
    ) async throws(PartFailure) -> PageResponse {
        let wanted = PageRequest(method: "GET", url: url.href, credentials: credentials)
        return try await load(wanted, url, of: page, purpose: .script(crossOrigin: true), &opening)
    }

    private static func checkScript(_ status: Int, _ fields: HTTPFields) throws(PartFailure) {
        guard (200...299).contains(status) else { throw PartFailure("the server answered \(status)") }
        if let reason = ScriptType.reasonNotToRun(fields) { throw PartFailure(reason) }
    }

    /// Makes the request of a script, by the rules of CORS.
    private func load(
        _ wanted: PageRequest,
        _ url: WebURL,
        of page: Requester,
        purpose: AgentRequest.Purpose,
        _ opening: inout Opening
    ) async throws(PartFailure) -> PageResponse {
        let own = page.origin
        let withCredentials = wanted.credentials == .include
        var request = partRequest(url, of: page, purpose: purpose)
        request.method = wanted.method
        request.body = wanted.body.map { AgentRequest.Body(bytes: $0, contentType: nil) }
        request.extraFields = HTTPFields(
            wanted.headers.filter { !CORS.isForbidden($0.name) }
                .map {
                    HTTPField(name: $0.name, value: $0.value.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) })
                }
        )

        if wanted.mode == .noCORS { request.extraFields = CORS.safelisted(request.extraFields) }

        var isForeign = false
        while true {
            if !own.isSameOrigin(as: request.url.origin) { isForeign = true }
            guard !isForeign || wanted.mode != .sameOrigin else { throw PartFailure("it is of another origin") }
            request.isCORS = isForeign && wanted.mode == .cors
            request.sendsCookies = withCredentials || wanted.credentials == .sameOrigin && !isForeign
            let origin = request.originField ?? "\(own)"
            if request.isCORS, CORS.needsPreflight(method: request.method, fields: request.extraFields) {
                try await preflight(request, of: page, origin: origin, withCredentials: withCredentials, &opening)
            }
            var machine = RedirectMachine(request, limit: configuration.maximumRedirects)
            let response = try await partExchange(request, of: page, step: .scriptRequest, &opening)
            if request.isCORS {
                guard CORS.allows(response.fields, origin: origin, withCredentials: withCredentials) else {
                    throw PartFailure("the server does not let \(own) read its answer")
                }
            }
            switch machine.receive(response) {
            case .finish:
                if case .script = purpose { try Self.checkScript(response.status, response.fields) }
                guard !isForeign || request.isCORS else { return PageResponse(url: "", status: 0, kind: .opaque) }
                let fields =
                    request.isCORS
                    ? CORS.readableFields(response.fields, withCredentials: withCredentials)
                    : response.fields.filter { !CORS.isSetCookie($0) }
                return PageResponse(response, from: request, fields: fields, kind: request.isCORS ? .cors : .basic)
            case .follow(let next):
                switch wanted.redirect {
                case .follow: request = next
                case .error: throw PartFailure("it redirects")
                case .manual: return PageResponse(url: request.url.href, status: 0, kind: .opaqueRedirect)
                }
            case .fail(let failure):
                throw PartFailure("\(failure)")
            }
        }
    }

    /// Asks a server whether a request of another origin is welcome.
    private func preflight(
        _ request: AgentRequest,
        of page: Requester,
        origin: String,
        withCredentials: Bool,
        _ opening: inout Opening
    ) async throws(PartFailure) {
        let names = CORS.unsafeNames(of: request.extraFields)
        var question = request
        question.method = "OPTIONS"
        question.body = nil
        question.sendsCookies = false
        question.extraFields = ["Access-Control-Request-Method": request.method]
        if !names.isEmpty {
            question.extraFields.append("Access-Control-Request-Headers", names.joined(separator: ","))
        }
        let response = try await partExchange(question, of: page, step: .scriptRequest, &opening)
        let isAllowed = CORS.preflightAllows(
            response,
            method: request.method,
            names: names,
            origin: origin,
            withCredentials: withCredentials
        )
        guard isAllowed else { throw PartFailure("the server does not let \(page.origin) ask that") }
    }

    private func partRequest(_ url: WebURL, of page: Requester, purpose: AgentRequest.Purpose) -> AgentRequest {
        var request = AgentRequest(url)
        request.purpose = purpose
        request.initiator = page.client
        request.referrerSource = page.url
        request.referrerPolicy = page.referrerPolicy
        return request
    }

    /// One request for a part of a page; a secure page gets no part over http.
    private func partExchange(
        _ request: AgentRequest,
        of page: Requester,
        step: AgentStep,
        _ opening: inout Opening
    ) async throws(PartFailure) -> HTTPResponse {
        let isSecure = page.url.scheme == "https" || document?.url.scheme == "https"
        guard !isSecure || request.url.isTrustworthy else {
            throw PartFailure("the page is secure and this is not")
        }
        do throws(WebAgentError) {
            return try await exchange(request, step: step, &opening)
        } catch {
            throw PartFailure(error.label)
        }
    }

    private static func goesOn(_ action: RedirectMachine.Action) throws(PartFailure) -> Bool {
        switch action {
        case .finish: false
        case .follow: true
        case .fail(let failure): throw PartFailure("\(failure)")
        }
    }
}

/// Why a page did not get a part it asked for.
struct PartFailure: Error {
    let reason: String

    init(_ reason: String) {
        self.reason = reason
    }
}

extension PageResponse {
    fileprivate init(
        _ response: HTTPResponse,
        from request: AgentRequest,
        fields: [HTTPField],
        kind: Kind = .basic
    ) {
        self.init(
            url: request.url.href,
            status: response.status,
            headers: fields.map { field in
                let text = String(String.UnicodeScalarView(field.value.map { Unicode.Scalar($0) }))
                return PageHeader(name: field.name, value: text)
            },
            body: response.body,
            redirected: !request.redirectedFrom.isEmpty,
            kind: kind
        )
    }
}
