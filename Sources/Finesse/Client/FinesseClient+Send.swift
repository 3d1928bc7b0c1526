import FinesseTypes
import HTTPTransport

extension FinesseClient {
    /// Sends a request: the one place that adds credentials, names transport errors and tries once more after a 401.
    ///
    /// A 401 means that nothing was done, so the same request goes out again, once, if the source has another token.
    ///
    /// A request that changes something carries a mark, and waits until the one before it on the same object is answered.
    ///
    /// Source: Finesse REST guide, "Notifications and requestId", and "Dialog": one request for a device at a time.
    func send(_ request: FinesseRequest) async throws(FinesseError) -> FinesseAnswer {
        var request = request
        if request.isChange, request.requestID == nil { request.requestID = makeRequestID() }
        let turn = await turns.take(request.isChange ? request.object : nil)
        guard let turn else {
            throw .transport(.cancelled(origin), FinesseCall(origin: origin, operation: request.operation))
        }
        do throws(FinesseError) {
            var answer = try await authorized(request)
            answer.requestID = request.requestID
            if answer.response.status == 403, case .call(let api, _) = request.operation, api.isConfiguration {
                answer.primaryNode = await otherPrimaryNode()
            }
            await turns.give(back: turn)
            return answer
        } catch {
            await turns.give(back: turn)
            throw error
        }
    }

    /// The primary node's host, where it is another one than this.
    ///
    /// Only the words for a person depend on it: where it cannot be read, the refusal stands as it came.
    private func otherPrimaryNode() async -> String? {
        let request = FinesseRequest(operation: .systemInfo, method: "GET", path: ["SystemInfo"])
        guard let answer = try? await authorized(request), let element = try? answer.document(named: "SystemInfo"),
            let primary = SystemInfo(element: element).primaryNode, primary.host.lowercased() != origin.host
        else { return nil }
        return primary.httpsPort.map { "\(primary.host):\($0)" } ?? primary.host
    }

    private func authorized(_ request: FinesseRequest) async throws(FinesseError) -> FinesseAnswer {
        switch credentials {
        case .none:
            return try await perform(request, authorization: nil)
        case .basic(let name, let password):
            guard !name.rawValue.utf8.contains(UInt8(ascii: ":")) else {
                let call = FinesseCall(origin: origin, operation: request.operation)
                throw .invalidRequest(call, reason: "a user name with a colon cannot be sent with a password")
            }
            let pair = Array("\(name.rawValue):\(password.reveal())".utf8)
            return try await perform(request, authorization: "Basic \(Base64.encode(pair))")
        case .bearer(let source):
            let token = try await self.token(for: request) { () throws(AccessTokenUnavailable) in
                try await source.accessToken()
            }
            let answer = try await perform(request, authorization: bearer(token))
            guard answer.response.status == 401 else { return answer }
            let other = try await self.token(for: request) { () throws(AccessTokenUnavailable) in
                try await source.replacement(for: token)
            }
            guard let other, other != token else { return answer }
            return try await perform(request, authorization: bearer(other))
        }
    }

    private func bearer(_ token: AccessToken) -> String { "Bearer \(token.reveal())" }

    private func token<Token>(
        for request: FinesseRequest,
        _ body: () async throws(AccessTokenUnavailable) -> Token
    ) async throws(FinesseError) -> Token {
        do {
            return try await body()
        } catch {
            throw .noAccessToken(error, FinesseCall(origin: origin, operation: request.operation))
        }
    }

    private func perform(
        _ request: FinesseRequest,
        authorization: String?
    ) async throws(FinesseError) -> FinesseAnswer {
        let call = FinesseCall(origin: origin, operation: request.operation)
        let exchange = try request.exchange(
            with: origin,
            authorization: authorization,
            deadline: deadline
        )
        do {
            return FinesseAnswer(call: call, response: try await transport.perform(exchange))
        } catch {
            throw .transport(error, call)
        }
    }
}
