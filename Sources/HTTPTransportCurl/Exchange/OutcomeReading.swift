import HTTPTransport

/// Turns what the library said into a response or an error; has no effect.
struct OutcomeReading {
    let request: HTTPRequest
    /// The proxy the exchange went through.
    let proxy: Proxy?
    /// Whether an https request went to the proxy in a tunnel (and not as a whole URL).
    let tunnels: Bool
    /// Whether only pins count for the origin.
    let isPinned: Bool

    func response(_ outcome: ExchangeOutcome) throws(TransportError) -> HTTPResponse {
        if let failure = outcome.failure { throw error(failure, outcome) }
        let head: ResponseHead
        do throws(ResponseHead.Defect) {
            head = try ResponseHead(outcome.head)
        } catch {
            throw .malformedResponse(request.origin, detail: error.detail)
        }
        // Without a tunnel this status can only be the proxy's own.
        if let proxy, !tunnels, head.status == 407 {
            throw .proxy(request.origin, proxy.failure(.authenticationRequired))
        }
        return HTTPResponse(
            status: head.status,
            version: head.version,
            fields: head.fields,
            body: outcome.body,
            connection: ConnectionFacts(
                remoteAddress: outcome.remoteAddress,
                remotePort: outcome.remotePort,
                isReused: outcome.isReused,
                isProxied: proxy != nil,
                tls: outcome.tls.version.map { .init(version: $0, chain: outcome.tls.chain) }
            )
        )
    }

    private func error(_ failure: ExchangeOutcome.Failure, _ outcome: ExchangeOutcome) -> TransportError {
        let origin = request.origin
        switch failure {
        case .name:
            return .nameNotResolved(origin)
        case .proxyName:
            return proxyError(.nameNotResolved, outcome)
        case .connect(let refused):
            if proxy != nil {
                return proxyError(refused ? .connectionRefused : .unreachable(detail: outcome.detail), outcome)
            }
            return refused ? .connectionRefused(origin) : .unreachable(origin, detail: outcome.detail)
        case .proxyHandshake(407):
            return proxyError(.authenticationRequired, outcome)
        case .proxyHandshake(let status):
            return proxyError(status >= 300 ? .refused(status: status) : .noAnswer, outcome)
        case .tls:
            return .tls(origin, tlsFailure(outcome))
        case .timeout:
            let phase: ExchangePhase =
                outcome.headIsComplete ? .receivingBody : outcome.wasConnected ? .waitingForHead : .connecting
            return .timedOut(origin, phase, after: request.deadline)
        case .headTooLarge:
            return .tooLarge(origin, .head, limit: LibraryExchange.maximumHeadLength)
        case .bodyTooLarge:
            return .tooLarge(origin, .body, limit: request.maximumBodyLength)
        case .connectionLost:
            if proxy != nil, tunnels, !outcome.wasConnected { return proxyError(.noAnswer, outcome) }
            return outcome.headIsComplete
                ? .truncated(origin, .body, received: outcome.body.count)
                : .truncated(origin, .head, received: outcome.head.count)
        case .malformed:
            if proxy != nil, tunnels, !outcome.wasConnected { return proxyError(.noAnswer, outcome) }
            return .malformedResponse(origin, detail: outcome.detail)
        case .cancelled:
            return .cancelled(origin)
        case .other:
            return .failed(origin, detail: outcome.detail)
        }
    }

    private func proxyError(_ reason: ProxyFailure.Reason, _ outcome: ExchangeOutcome) -> TransportError {
        guard let proxy else { return .failed(request.origin, detail: outcome.detail) }
        return .proxy(request.origin, proxy.failure(reason))
    }

    private func tlsFailure(_ outcome: ExchangeOutcome) -> TLSFailure {
        let tls = outcome.tls
        if tls.peerIsProxy, let proxy {
            return TLSFailure(
                peer: .proxy(host: proxy.host, port: proxy.port),
                reason: reason(outcome, host: proxy.host, isPinned: false),
                chain: tls.chain
            )
        }
        return TLSFailure(
            reason: reason(outcome, host: request.origin.host, isPinned: isPinned),
            chain: tls.chain
        )
    }

    private func reason(_ outcome: ExchangeOutcome, host: String, isPinned: Bool) -> TLSFailure.Reason {
        let tls = outcome.tls
        guard let verdict = tls.verdict, let judged = tls.judged else {
            return tls.alert.map { .refusedByPeer(alert: $0) } ?? .handshakeFailed(detail: outcome.detail)
        }
        let own = tls.chain.first ?? judged
        return switch verdict {
        case .expired: .expired(subject: judged.subject, notAfter: judged.notAfter)
        case .notYetValid: .notYetValid(subject: judged.subject, notBefore: judged.notBefore)
        case .unknownIssuer:
            isPinned ? .notPinned(sha256: own.sha256) : .unknownIssuer(issuer: judged.issuer, sha256: own.sha256)
        case .nameMismatch: .nameMismatch(requested: host, names: own.names)
        case .other(let code, let detail): .invalidChain(code: code, detail: detail)
        }
    }
}

extension Proxy {
    fileprivate func failure(_ reason: ProxyFailure.Reason) -> ProxyFailure {
        ProxyFailure(host: host, port: port, reason: reason)
    }
}
