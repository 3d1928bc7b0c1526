import HTTPTransport
import WebAgentCookies
import WebAgentURL

extension WebAgent {
    func record(_ decision: RetrievalDecision, hop: Int?, party: CookieEvent.Party) {
        for cookie in decision.sent { recording.append(.cookie(CookieEvent(cookie, .sent, hop: hop, party: party))) }
        for withheld in decision.withheld {
            recording.append(
                .cookie(CookieEvent(withheld.cookie, .withheld(withheld.reason), hop: hop, party: party))
            )
        }
    }

    func record(_ decision: StoreDecision, of line: [UInt8], hop: Int?, party: CookieEvent.Party) {
        switch decision {
        case .stored(let cookie, let evicted):
            recording.append(.cookie(CookieEvent(cookie, .stored, hop: hop, party: party)))
            for victim in evicted {
                recording.append(.cookie(CookieEvent(victim, .evicted, hop: hop, party: party)))
            }
        case .deleted(let cookie):
            recording.append(.cookie(CookieEvent(cookie, .deleted, hop: hop, party: party)))
        case .refused(let refusal):
            // Of a cookie that was refused only a name that stands before "=" can be told from its value.
            let pair = line.prefix { $0 != UInt8(ascii: ";") }
            let name = pair.contains(UInt8(ascii: "=")) ? pair.prefix { $0 != UInt8(ascii: "=") } : []
            recording.append(
                .cookie(
                    CookieEvent(
                        hop: hop,
                        party: party,
                        name: CookieEvent.shown(name),
                        domain: "",
                        path: "",
                        decision: .refused(refusal)
                    )
                )
            )
        }
    }
}

extension CookieEvent {
    init(_ cookie: Cookie, _ decision: Decision, hop: Int?, party: Party) {
        self.init(
            hop: hop,
            party: party,
            name: Self.shown(cookie.name),
            domain: cookie.domain,
            path: Redaction.path(String(decoding: cookie.path, as: UTF8.self)),
            decision: decision
        )
    }

    /// A name as it may be shown: without spaces at its ends, and not as long as a secret.
    static func shown(_ name: some Sequence<UInt8>) -> String {
        let bytes = Array(name)
        let isSpace = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
        guard let first = bytes.firstIndex(where: { !isSpace($0) }), let last = bytes.lastIndex(where: { !isSpace($0) })
        else { return "" }
        return Redaction.shortName(String(decoding: bytes[first...last], as: UTF8.self))
    }
}

extension HopRecord {
    init(
        number: Int,
        request: AgentRequest,
        outcome: Result<HTTPResponse, TransportError>,
        duration: Duration,
        publicNames: Set<String>
    ) {
        self.number = number
        purpose =
            switch request.purpose {
            case .navigation: .page
            case .frame: .frame
            case .script: .script
            case .fetch: .scriptRequest
            }
        method = request.method
        url = RedactedURL(request.url, publicNames: publicNames)
        requestLength = request.body?.bytes.count ?? 0
        if let body = request.body,
            body.contentType?.lowercased().hasPrefix("application/x-www-form-urlencoded") == true
        {
            form = Redaction.query(String(decoding: body.bytes, as: UTF8.self), publicNames: publicNames)
        }
        responseLength = 0
        self.duration = duration
        switch outcome {
        case .success(let response):
            status = response.status
            contentType = response.fields.text(named: "Content-Type").map { Redaction.shortName($0) }
            responseLength = response.body.count
            if let bytes = response.fields.first(named: "Location") {
                location = WebURL(utf8: bytes, base: request.url).map { RedactedURL($0, publicNames: publicNames) }
            }
        case .failure(let error):
            failure = error.label.rawValue
        }
    }
}
