import HTTPTransport
import WebAgentCookies
import WebAgentURL

/// An answer, and the request of the last hop that got it.
struct FetchedAnswer {
    let request: AgentRequest
    let response: HTTPResponse

    /// The rule that kept a redirect from being followed; the answer is that redirect then.
    var refusal: NavigationRefusal?
}

extension WebAgent {
    /// Asks for a page, through its redirects.
    func fetch(_ first: AgentRequest, _ opening: inout Opening) async throws(WebAgentError) -> FetchedAnswer {
        var machine = RedirectMachine(first, limit: configuration.maximumRedirects)
        while true {
            let request = machine.request
            opening.requests += 1
            let step = AgentStep.page(request: opening.requests, method: request.method)
            let response = try await exchange(request, step: step, &opening)
            switch machine.receive(response) {
            case .finish:
                return FetchedAnswer(request: request, response: response)
            case .follow(let next):
                if let refusal = await reasonNotToSend(next, from: request.url) {
                    recording.append(.refusedNavigation(refusal))
                    return FetchedAnswer(request: request, response: response, refusal: refusal)
                }
            case .fail(let failure):
                throw .redirect(failure, step)
            }
        }
    }

    /// One request and its answer, with the cookies of both; recorded.
    func exchange(
        _ request: AgentRequest,
        step: AgentStep,
        _ opening: inout Opening
    ) async throws(WebAgentError) -> HTTPResponse {
        guard !Task.isCancelled else { throw .cancelled }
        let shown = RedactedURL(request.url)
        guard let origin = HTTPOrigin(request.url) else { throw .unsupportedAddress(shown) }
        let remaining = try opening.remaining(at: environment.uptime(), step: step, url: shown)

        requestCount += 1
        let number = requestCount
        var fields = request.fields(
            userAgent: configuration.userAgent,
            languages: configuration.languages,
            suffixes: suffixes
        )
        if request.sendsCookies, let cookies = cookieField(for: request, hop: number) {
            fields.append(HTTPField(name: "Cookie", value: cookies))
        }
        let wire = HTTPRequest(
            method: request.method,
            origin: origin,
            target: request.url.requestTarget,
            fields: fields,
            body: request.body?.bytes,
            deadline: min(remaining, configuration.exchangeDeadline),
            maximumBodyLength: configuration.maximumBodyLength
        )

        let start = environment.uptime()
        let outcome: Result<HTTPResponse, TransportError>
        do throws(TransportError) {
            outcome = .success(try await transport.perform(wire))
        } catch {
            outcome = .failure(error)
        }
        let hop = HopRecord(
            number: number,
            request: request,
            outcome: outcome,
            duration: environment.uptime() - start,
            publicNames: configuration.publicParameterNames
        )
        recording.append(.hop(hop))
        opening.hops.append(hop)

        switch outcome {
        case .success(let response):
            if request.sendsCookies { keepCookies(of: response, to: request, hop: number) }
            return response
        case .failure(.cancelled):
            throw .cancelled
        case .failure(.timedOut) where remaining < configuration.exchangeDeadline:
            throw .deadlineExceeded(opening.limit, step, shown)
        case .failure(let error):
            throw .transport(error, step, shown)
        }
    }

    /// The cookies that go with a request; every decision is recorded.
    private func cookieField(for request: AgentRequest, hop: Int) -> [UInt8]? {
        let decision = jar.cookieHeader(for: request.cookieContext, now: environment.time())
        record(decision, hop: hop, party: .server)
        return decision.header
    }

    /// Keeps the cookies an answer sets, whatever its status; every decision is recorded.
    private func keepCookies(of response: HTTPResponse, to request: AgentRequest, hop: Int) {
        for line in response.fields.values(named: "Set-Cookie") {
            let decision = jar.store(setCookie: line, context: request.cookieContext, now: environment.time())
            record(decision, of: line, hop: hop, party: .server)
        }
    }
}

extension HTTPOrigin {
    /// The party a URL is asked from; nil where the scheme is neither http nor https.
    init?(_ url: WebURL) {
        guard let scheme = Scheme(rawValue: url.scheme), url.host != nil else { return nil }
        self.init(scheme: scheme, host: url.hostname, port: url.port)
    }
}

extension RedirectMachine {
    /// Judges a response as it came.
    mutating func receive(_ response: HTTPResponse) -> Action {
        receive(
            status: response.status,
            location: response.fields.first(named: "Location"),
            referrerPolicy: response.referrerPolicy
        )
    }
}

extension HTTPResponse {
    var referrerPolicy: ReferrerPolicy? {
        let field = fields.values(named: "Referrer-Policy").map { String(decoding: $0, as: UTF8.self) }
        return ReferrerPolicy(field: field.joined(separator: ","))
    }
}
