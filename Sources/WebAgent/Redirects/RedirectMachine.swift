import HTTPTransport
import WebAgentCookies
import WebAgentURL

/// Decides what becomes of a response that may redirect.
///
/// It knows no network.
///
/// Source: Fetch (2025), "HTTP-redirect fetch", https://fetch.spec.whatwg.org/#http-redirect-fetch. Departures: none.
public struct RedirectMachine: Sendable {
    /// What to do with a response.
    public enum Action: Hashable, Sendable {
        /// It is no redirect: it is the answer.
        case finish

        /// Ask again, with this request.
        case follow(AgentRequest)

        /// It cannot be followed.
        case fail(RedirectFailure)
    }

    /// The request that was sent last.
    public private(set) var request: AgentRequest

    /// How many redirects are followed at most.
    public let limit: Int

    /// How many redirects are followed where nothing is said, as in browsers.
    public static let browserLimit = 20

    /// Begins with a request.
    ///
    /// - Parameters:
    ///   - request: the request that is sent first.
    ///   - limit: how many redirects are followed.
    public init(_ request: AgentRequest, limit: Int = RedirectMachine.browserLimit) {
        self.request = request
        self.limit = limit
    }

    /// Judges the response to ``request``.
    ///
    /// - Parameters:
    ///   - status: its status.
    ///   - location: the bytes of its `Location`; nil when it has none.
    ///   - referrerPolicy: the policy its `Referrer-Policy` names, if any, which holds from here on.
    /// - Returns: what to do.
    public mutating func receive(
        status: Int,
        location: [UInt8]?,
        referrerPolicy: ReferrerPolicy? = nil
    ) -> Action {
        // Only these redirect, and only with a Location.
        guard [301, 302, 303, 307, 308].contains(status), let location else { return .finish }
        guard let target = locationURL(location) else {
            return .fail(.unreadableLocation(from: RedactedURL(request.url)))
        }
        guard target.scheme == "http" || target.scheme == "https", target.host != nil else {
            return .fail(.foreignScheme(target.scheme, from: RedactedURL(request.url)))
        }
        guard request.redirectedFrom.count < limit else {
            return .fail(
                .tooMany(limit: limit, chain: (request.redirectedFrom + [request.url, target]).map { RedactedURL($0) })
            )
        }

        var next = request
        let isCrossOrigin = !request.url.origin.isSameOrigin(as: target.origin)

        // An origin that was left for another before loses its name in `Origin`.
        if isCrossOrigin, let initiator = request.initiator, !initiator.origin.isSameOrigin(as: request.url.origin) {
            next.hasTaintedOrigin = true
        }
        // A POST becomes a GET, except where the status forbids it; the body and its fields go.
        if (status == 301 || status == 302) && request.method == "POST"
            || status == 303 && request.method != "GET" && request.method != "HEAD"
        {
            next.method = "GET"
            next.body = nil
            for name in Self.bodyFields { next.extraFields.removeAll(named: name) }
        }
        // What authenticates at one origin is not for another.
        if isCrossOrigin { next.extraFields.removeAll(named: "Authorization") }

        next.carriesPassword = next.carriesPassword && next.body != nil
        next.referrerSource = request.referrer
        if let referrerPolicy { next.referrerPolicy = referrerPolicy }
        next.redirectedFrom.append(request.url)
        next.url = target
        request = next
        return .follow(next)
    }

    /// The fields that go with a body.
    ///
    /// Source: Fetch (2025), "request-body-header name".
    static let bodyFields = ["Content-Encoding", "Content-Language", "Content-Location", "Content-Type"]

    /// The address a Location names: its bytes as they are, relative to the current one, whose fragment it inherits.
    ///
    /// Source: Fetch (2025), "location URL".
    private func locationURL(_ location: [UInt8]) -> WebURL? {
        guard var target = WebURL(utf8: location, base: request.url) else { return nil }
        if target.fragment == nil, let fragment = request.url.fragment { target.setFragment(fragment) }
        return target
    }
}
