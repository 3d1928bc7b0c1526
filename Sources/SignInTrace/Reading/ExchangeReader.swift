import HTTPTransport
import WebAgent
import WebAgentURL

/// Reads one entry of a file; what it does not say is told from the addresses.
struct ExchangeReader {
    let publicNames: Set<String>

    func exchange(_ entry: HARFileForm.Entry, _ parties: inout PartyDirectory) -> TracedExchange {
        // Our own entries name their party; they were cut when they were recorded, and once more does no harm.
        let isOurs = entry.party != nil
        let url = WebURL(entry.request.url)
        let fields = FieldRedaction(publicNames: publicNames)
        let query = isOurs ? entry.request.queryString ?? [] : names(in: url?.query)
        let form = form(of: entry, isOurs: isOurs)
        let saml = entry.saml ?? message(of: entry)
        let purpose = entry.purpose ?? Self.purpose(entry.resourceType)
        let party =
            entry.party
            ?? parties.party(
                of: url?.hostAndPort ?? "",
                path: url?.path ?? "",
                hasSAMLRequest: saml?.kind == "AuthnRequest",
                isPage: purpose == nil || purpose == "page"
            )
        let path = url.map { RedactedURL($0).description } ?? ""
        return TracedExchange(
            number: 0,
            start: 0,
            milliseconds: entry.time.flatMap { $0 >= 0 && $0.isFinite ? $0 : nil },
            method: TraceText.name(entry.request.method),
            url: TraceAddress.shown(
                isOurs ? entry.request.url : RedactedURL(text: entry.request.url, publicNames: publicNames).description
            ),
            status: entry.response.status,
            error: entry.response.error.map { TraceText.short($0, limit: 500) },
            isPending: entry.pending ?? false,
            location: location(of: entry, isOurs: isOurs),
            contentType: TraceText.short(entry.response.content?.mimeType ?? "", limit: 80),
            contentSize: max(0, entry.response.content?.size ?? 0),
            contentText: isOurs ? entry.response.content?.text : nil,
            requestHeaders: isOurs ? entry.request.headers ?? [] : fields.pairs(Self.fields(entry.request.headers)),
            responseHeaders: isOurs ? entry.response.headers ?? [] : fields.pairs(Self.fields(entry.response.headers)),
            query: query,
            form: form,
            cookiesSent: (entry.request.cookies ?? []).prefix(200).map { TraceText.name($0.name) },
            cookiesSet: (entry.response.cookies ?? []).prefix(200).map { TraceText.name($0.name) },
            party: party,
            step: entry.step
                ?? TraceStep.name(
                    method: entry.request.method,
                    path: url?.path ?? "",
                    names: Set((query + form).map(\.name)),
                    party: party,
                    purpose: purpose
                ),
            purpose: purpose,
            cookies: entry.cookies ?? [],
            saml: saml,
            page: entry.page,
            notes: entry.notes ?? [],
            connection: entry.connection,
            address: entry.serverIPAddress,
            authority: url?.hostAndPort ?? "",
            path: TraceAddress.shown(String(path.dropFirst(Self.lengthOfOrigin(path))))
        )
    }

    private func names(in query: String?) -> [HARPair] {
        TraceText.pairs(query ?? "", publicNames: publicNames)
    }

    private func form(of entry: HARFileForm.Entry, isOurs: Bool) -> [HARPair] {
        let parameters = (entry.request.postData?.params ?? []).map { HARPair($0.name, $0.value ?? "") }
        if isOurs { return parameters }
        guard Self.isForm(entry) else { return [] }
        if parameters.isEmpty { return names(in: entry.request.postData?.text) }
        return parameters.prefix(200).map { pair in
            HARPair(
                TraceText.name(pair.name),
                publicNames.contains(pair.name)
                    ? TraceAddress.name(FormDecoding.decode(pair.value), publicNames: publicNames) : TraceAddress.mark
            )
        }
    }

    private static func isForm(_ entry: HARFileForm.Entry) -> Bool {
        entry.request.postData?.mimeType?.lowercased().hasPrefix("application/x-www-form-urlencoded") == true
    }

    /// The SAML message of a browser's entry: it kept all of it.
    private func message(of entry: HARFileForm.Entry) -> TracedMessage? {
        guard entry.party == nil, let url = WebURL(entry.request.url), url.host != nil else { return nil }
        let body: String? =
            Self.isForm(entry)
            ? entry.request.postData?.text
                ?? (entry.request.postData?.params ?? []).map { "\($0.name)=\($0.value ?? "")" }.joined(separator: "&")
            : nil
        let request = HTTPRequest(
            method: entry.request.method,
            origin: HTTPOrigin(scheme: url.scheme == "http" ? .http : .https, host: url.hostname, port: url.port),
            target: url.requestTarget,
            fields: body == nil ? [:] : ["Content-Type": "application/x-www-form-urlencoded"],
            body: body.map { Array($0.utf8) }
        )
        return MessageFinder.message(of: request, publicNames: publicNames)
    }

    private func location(of entry: HARFileForm.Entry, isOurs: Bool) -> String {
        let text = entry.response.redirectURL ?? ""
        if text.isEmpty || isOurs { return TraceAddress.shown(text) }
        guard let url = WebURL(text, base: WebURL(entry.request.url)) else { return TraceAddress.mark }
        return RedactedURL(url, publicNames: publicNames).description
    }

    private static func fields(_ pairs: [HARPair]?) -> HTTPFields {
        HTTPFields((pairs ?? []).prefix(100).map { HTTPField($0.name, $0.value) })
    }

    /// The purpose by the words of Chromium.
    private static func purpose(_ resourceType: String?) -> String? {
        switch resourceType {
        case "document": "page"
        case "script": "script"
        case "xhr", "fetch": "scriptRequest"
        case nil, "other": nil
        default: "part"
        }
    }

    private static func lengthOfOrigin(_ url: String) -> Int {
        guard let start = url.firstRange(of: "://")?.upperBound else { return 0 }
        guard let slash = url[start...].firstIndex(of: "/") else { return url.count }
        return url.distance(from: url.startIndex, to: slash)
    }
}

extension TraceAddress {
    /// An address as people read it.
    static func shown(_ url: String) -> String { url.replacing(encodedMark, with: mark) }
}
