import HTTPTransport

extension FinesseClient {
    /// Makes any call, with the credentials, the order and the single replay that every call has.
    ///
    /// - Parameter call: The call.
    /// - Returns: The answer, whatever its status.
    /// - Throws: ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``,
    ///   ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "REST API requests".
    public func perform(_ call: RawCall) async throws(FinesseError) -> RawAnswer {
        let request = RawRequests.request(call)
        let answer = try await send(request)
        return answer.raw
    }
}

/// The request of a call that is put together by hand.
enum RawRequests {
    static func request(_ call: RawCall) -> FinesseRequest {
        var request = FinesseRequest(
            operation: .raw(method: call.method, path: call.path.joined(separator: "/")),
            method: call.method,
            path: call.path
        )
        request.query = call.query.map { (name: $0.name, value: $0.value) }
        request.body = call.body.map { .bytes($0, type: call.contentType) } ?? .none
        return request
    }
}

extension FinesseAnswer {
    var raw: RawAnswer {
        RawAnswer(
            status: response.status,
            fields: response.fields,
            body: response.body,
            refusal: (200...299).contains(response.status) ? nil : refusal
        )
    }

    /// The body of a 200 answer that need be no XML.
    func body() throws(FinesseError) -> [UInt8] {
        guard response.status == 200 else { throw .refused(refusal) }
        return response.body
    }
}
