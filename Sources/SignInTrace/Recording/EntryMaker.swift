import HTTPTransport
import WebAgent
import WebAgentURL

/// Makes an entry of the log from an exchange; here secrets are cut.
struct EntryMaker {
    let publicNames: Set<String>

    /// The entry of a request that goes out.
    func entry(_ request: HTTPRequest, startedAt start: Int64, parties: inout PartyDirectory) -> HAREntry {
        let url = TraceAddress.url(of: request)
        let saml = MessageFinder.message(of: request, publicNames: publicNames)
        let fields = FieldRedaction(publicNames: publicNames)
        let type = request.fields.text(named: "Content-Type") ?? ""
        let asked = HARRequest(
            method: TraceText.name(request.method),
            url: TraceAddress.text(of: request, publicNames: publicNames),
            httpVersion: "HTTP/1.1",
            cookies: request.fields.values(named: "Cookie").flatMap(CookieRedaction.sent),
            headers: fields.pairs(request.fields),
            queryString: TraceText.pairs(url?.query ?? "", publicNames: publicNames),
            postData: request.body.flatMap { body in
                body.isEmpty ? nil : BodyRedaction(publicNames: publicNames).posted(body, type: type)
            },
            bodySize: request.body?.count ?? 0
        )
        let party = parties.party(
            of: url?.hostAndPort ?? request.origin.authority,
            path: url?.path ?? "",
            hasSAMLRequest: saml?.kind == "AuthnRequest",
            isPage: request.fields.text(named: "Sec-Fetch-Mode").map { $0 == "navigate" } ?? true
        )
        var entry = HAREntry(
            pageref: "run",
            startedDateTime: TraceTime.text(start),
            time: 0,
            request: asked,
            response: Self.noResponse,
            timings: HARTimings(wait: 0),
            party: party,
            step: "",
            saml: saml,
            pending: true
        )
        entry.step = Self.step(of: entry)
        return entry
    }

    /// What the request of an entry is for.
    static func step(of entry: HAREntry) -> String {
        TraceStep.name(
            method: entry.request.method,
            path: WebURL(entry.request.url)?.path ?? "",
            names: Set((entry.request.queryString + (entry.request.postData?.params ?? [])).map(\.name)),
            party: entry.party,
            purpose: entry.purpose
        )
    }

    /// Puts the answer, or the failure, into the entry of its request.
    func finish(
        _ entry: inout HAREntry,
        _ outcome: Result<HTTPResponse, TransportError>,
        after duration: Duration
    ) {
        entry.time = ((duration / .milliseconds(1)) * 1000).rounded() / 1000
        entry.timings = HARTimings(wait: entry.time)
        entry.pending = nil
        switch outcome {
        case .failure(let error):
            entry.response.error = "\(error)"
        case .success(let response):
            entry.response = answer(response, to: entry)
            entry.request.httpVersion = response.version.rawValue
            let connection = response.connection
            if !connection.remoteAddress.isEmpty { entry.serverIPAddress = connection.remoteAddress }
            entry.connection = TracedConnection(
                isReused: connection.isReused,
                isProxied: connection.isProxied,
                tls: connection.tls?.version
            )
        }
    }

    private func answer(_ response: HTTPResponse, to entry: HAREntry) -> HARResponse {
        let type = response.fields.text(named: "Content-Type") ?? ""
        let base = WebURL(entry.request.url)
        let location = response.fields.first(named: "Location").map { bytes in
            WebURL(utf8: bytes, base: base).map { TraceAddress.text(RedactedURL($0, publicNames: publicNames)) }
                ?? TraceAddress.encodedMark
        }
        return HARResponse(
            status: response.status,
            statusText: "",
            httpVersion: response.version.rawValue,
            cookies: response.fields.values(named: "Set-Cookie").prefix(100).map(CookieRedaction.set),
            headers: FieldRedaction(publicNames: publicNames).pairs(response.fields),
            content: HARContent(
                size: response.body.count,
                mimeType: type.isEmpty ? "x-unknown" : TraceText.short(type, limit: 80),
                text: BodyRedaction(publicNames: publicNames).text(response.body, type: type)
            ),
            redirectURL: location ?? "",
            bodySize: response.body.count
        )
    }

    private static let noResponse = HARResponse(
        status: 0,
        statusText: "",
        httpVersion: "",
        cookies: [],
        headers: [],
        content: HARContent(size: 0, mimeType: "x-unknown"),
        redirectURL: "",
        bodySize: -1
    )
}
