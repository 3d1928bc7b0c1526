public import HTTPTransport
import WebAgentCookies
import WebAgentScripting
public import WebAgentURL

extension AgentRequest {
    /// The header fields of this hop as a browser sends them, without `Cookie` and what belongs to the transport.
    ///
    /// A function of its arguments alone.
    ///
    /// - Parameters:
    ///   - userAgent: the `User-Agent`.
    ///   - languages: the languages, most wanted first.
    ///   - suffixes: what a site is.
    /// - Returns: the fields in their order.
    ///
    /// Source: Fetch (2025), "HTTP-network-or-cache fetch", https://fetch.spec.whatwg.org/; HTML, "navigate"; Upgrade Insecure
    /// Requests §3.2.1; Fetch Metadata §2.
    public func fields(userAgent: String, languages: [String], suffixes: some PublicSuffixes) -> HTTPFields {
        var fields = HTTPFields()
        if let contentType = body?.contentType { fields.append("Content-Type", contentType) }
        if isNavigation { fields.append("Upgrade-Insecure-Requests", "1") }
        fields.append("User-Agent", userAgent)
        fields.append("Accept", isNavigation ? Self.pageTypes : "*/*")
        if let origin = originField { fields.append("Origin", origin) }
        if url.isTrustworthy { appendFetchMetadata(to: &fields, suffixes: suffixes) }
        if let referrer { fields.append("Referer", referrer.href) }
        if !languages.isEmpty { fields.append("Accept-Language", Self.acceptLanguage(languages)) }
        for field in extraFields { fields.removeAll(named: field.name) }
        for field in extraFields { fields.append(field) }
        return fields
    }

    /// The value of `Referer`; nil for none.
    var referrer: WebURL? {
        referrerSource.flatMap { referrerPolicy.referrer(from: $0, to: url) }
    }

    /// The value of `Origin`; nil when the field is not sent.
    ///
    /// Source: Fetch (2025), "append a request Origin header".
    var originField: String? {
        guard let initiator else { return nil }
        let serialized = hasTaintedOrigin ? "null" : "\(initiator.origin)"
        if isCORS { return serialized }
        guard method != "GET", method != "HEAD" else { return nil }
        if !isNavigation { return serialized }
        return switch referrerPolicy {
        case .noReferrer: "null"
        case .noReferrerWhenDowngrade, .strictOrigin, .strictOriginWhenCrossOrigin:
            initiator.origin.scheme == "https" && url.scheme != "https" ? "null" : serialized
        case .sameOrigin: initiator.origin.isSameOrigin(as: url.origin) ? serialized : "null"
        case .origin, .originWhenCrossOrigin, .unsafeURL: serialized
        }
    }

    private func appendFetchMetadata(to fields: inout HTTPFields, suffixes: some PublicSuffixes) {
        let site = FetchSite(initiator: initiator?.origin, urls: redirectedFrom + [url], suffixes: suffixes)
        fields.append("Sec-Fetch-Site", site.rawValue)
        switch purpose {
        case .navigation:
            fields.append("Sec-Fetch-Mode", "navigate")
            if isUserActivated || initiator == nil { fields.append("Sec-Fetch-User", "?1") }
            fields.append("Sec-Fetch-Dest", "document")
        case .frame(_, let isOfFrameset):
            fields.append("Sec-Fetch-Mode", "navigate")
            if isUserActivated { fields.append("Sec-Fetch-User", "?1") }
            fields.append("Sec-Fetch-Dest", isOfFrameset ? "frame" : "iframe")
        case .script(let crossOrigin):
            fields.append("Sec-Fetch-Mode", crossOrigin ? "cors" : "no-cors")
            fields.append("Sec-Fetch-Dest", "script")
        case .fetch(let mode):
            fields.append("Sec-Fetch-Mode", mode.name)
            fields.append("Sec-Fetch-Dest", "empty")
        }
    }

    private static let pageTypes = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"

    /// `en-US,en;q=0.9,de;q=0.8` of the languages wanted, never below 0.1.
    private static func acceptLanguage(_ languages: [String]) -> String {
        languages.enumerated().map { index, language in
            index == 0 ? language : "\(language);q=0.\(max(1, 10 - index))"
        }.joined(separator: ",")
    }
}

extension PageRequest.Mode {
    /// What Fetch Metadata calls it.
    fileprivate var name: String {
        switch self {
        case .cors: "cors"
        case .noCORS: "no-cors"
        case .sameOrigin: "same-origin"
        }
    }
}
