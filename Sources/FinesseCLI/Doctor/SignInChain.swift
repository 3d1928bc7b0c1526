import FinesseSSO
import HTTPTransport
import WebAgentURL

/// The way from Finesse over the identity service to the identity provider, as a client without cookies was sent on it.
struct SignInChain: Sendable {
    private let exchanges: [ObservedExchange]
    private let node: HTTPOrigin

    /// Reads it from what was observed.
    ///
    /// - Parameters:
    ///   - exchanges: the exchanges, in order.
    ///   - node: the Finesse node that it began at.
    init(_ exchanges: [ObservedExchange], from node: HTTPOrigin) {
        self.exchanges = exchanges
        self.node = node
    }

    /// The identity service; nil where Finesse led nowhere.
    var identityService: HTTPOrigin? { departure(from: node.host).flatMap { Self.origin(of: $0.to) } }

    /// The identity provider; nil where the identity service led nowhere by itself.
    var identityProvider: HTTPOrigin? {
        identityService.flatMap { departure(from: $0.host) }.flatMap { Self.origin(of: $0.to) }
    }

    /// What Finesse answered.
    var fromFinesse: DoctorJudge.Leading? { leading(from: node.host) }

    /// What the identity service answered.
    var fromIdentityService: DoctorJudge.Leading? { identityService.flatMap { leading(from: $0.host) } }

    private func leading(from host: String) -> DoctorJudge.Leading? {
        if let departure = departure(from: host) { return .redirect(Self.destination(departure.to)) }
        guard let last = exchanges.last(where: { $0.origin.host == host }) else { return nil }
        let posts = last.status == 200 && String(decoding: last.body, as: UTF8.self).contains("SAMLRequest")
        return posts ? .form(nil) : .answer(host: last.origin.authority, status: last.status, body: last.body)
    }

    /// The redirect that leads away from a host.
    private func departure(from host: String) -> (exchange: ObservedExchange, to: WebURL)? {
        for exchange in exchanges where exchange.origin.host == host {
            guard let location = exchange.location, let base = WebURL("\(exchange.origin)\(exchange.target)"),
                let to = WebURL(location, base: base), to.hostname != host
            else { continue }
            return (exchange, to)
        }
        return nil
    }

    private static func origin(of url: WebURL) -> HTTPOrigin? {
        HTTPOrigin.Scheme(rawValue: url.scheme).map { HTTPOrigin(scheme: $0, host: url.hostname, port: url.port) }
    }

    private static func destination(_ url: WebURL) -> DoctorJudge.Destination {
        let back = parameter("redirect_uri", of: url).flatMap { WebURL($0) }
        return DoctorJudge.Destination(
            host: url.hostAndPort,
            path: url.path,
            clientID: parameter("client_id", of: url),
            redirectHost: back?.hostAndPort
        )
    }

    private static func parameter(_ name: String, of url: WebURL) -> String? {
        for pair in (url.query ?? "").split(separator: "&") where pair.hasPrefix("\(name)=") {
            return String(decoding: PercentEncoding.decode(pair.dropFirst(name.count + 1).utf8), as: UTF8.self)
        }
        return nil
    }
}
