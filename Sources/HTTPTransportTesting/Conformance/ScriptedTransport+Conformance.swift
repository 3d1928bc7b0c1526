import HTTPTransport

extension ScriptedTransport {
    /// A transport that answers as the peer of the conformance suite, without a network.
    ///
    /// - Parameter peer: The origins to answer for; any other has no address.
    /// - Returns: The transport.
    public static func answering(as peer: ConformancePeer) -> ScriptedTransport {
        ScriptedTransport { request async throws(TransportError) in
            if request.origin == peer.deadOrigin { throw .connectionRefused(request.origin) }
            guard request.origin == peer.origin else { throw .nameNotResolved(request.origin) }
            let answer = ConformancePeer.answer(
                method: request.method,
                target: request.target,
                fields: request.fields,
                body: request.body ?? []
            )
            return try await answer.response(to: request)
        }
    }
}

extension ConformanceAnswer {
    /// What a transport reports of the answer.
    fileprivate func response(to request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        switch self {
        case .response(let status, let fields, let body, _):
            return HTTPResponse(status: status, fields: fields, body: request.method == "HEAD" ? [] : body)
        case .chunked(let body, _):
            return HTTPResponse(status: 200, body: body)
        case .interim:
            return HTTPResponse(status: 200)
        case .truncated(_, let sent):
            throw .truncated(request.origin, .body, received: sent.count)
        case .silence:
            // The transport's own deadline cancels this.
            try? await Task.sleep(for: .seconds(3600))
            throw .cancelled(request.origin)
        case .drip:
            // No byte has to be waited for here to know how it ends.
            throw .timedOut(request.origin, .receivingBody, after: request.deadline)
        }
    }
}
