import HTTPTransport

extension HTTPTransportConformance {
    static let limitChecks = [
        Check(name: "accepts a body of exactly the size allowed, and refuses one byte more") {
            run async throws(Failure) in
            var request = run.request(.thousand)
            request.maximumBodyLength = 1000
            try run.expect("the length", try await run.response(to: request).body.count, is: 1000)
            request.maximumBodyLength = 999
            let wanted = TransportError.tooLarge(run.peer.origin, .body, limit: 999)
            try run.expect("the error", try await run.error(of: request), is: wanted)
        },
        Check(name: "reports a body that ends too early") { run async throws(Failure) in
            let error = try await run.error(of: run.request(.truncated))
            guard case .truncated(run.peer.origin, .body, _) = error else {
                throw Failure(reason: "the error is \(error), and should be truncated")
            }
        },
        Check(name: "ends on its deadline when no answer comes") { run async throws(Failure) in
            // So that the time does not pass with connecting.
            _ = try await run.response(to: run.request(.echo))
            var request = run.request(.silence)
            request.deadline = .milliseconds(500)
            let wanted = TransportError.timedOut(run.peer.origin, .waitingForHead, after: .milliseconds(500))
            try run.expect("the error", try await run.error(of: request), is: wanted)
        },
        Check(name: "ends on its deadline though bytes of the body keep coming") { run async throws(Failure) in
            _ = try await run.response(to: run.request(.echo))
            var request = run.request(.drip)
            request.deadline = .seconds(1)
            let wanted = TransportError.timedOut(run.peer.origin, .receivingBody, after: .seconds(1))
            try run.expect("the error", try await run.error(of: request), is: wanted)
        },
        Check(name: "ends when the task is cancelled") { run async throws(Failure) in
            let request = run.request(.silence)
            let task = Task { () async -> Result<TransportError, Failure> in
                do throws(Failure) {
                    return .success(try await run.error(of: request))
                } catch {
                    return .failure(error)
                }
            }
            task.cancel()
            let wanted = TransportError.cancelled(run.peer.origin)
            try run.expect("the error", try await task.value.get(), is: wanted)
        },
        Check(name: "reports that nobody listens") { run async throws(Failure) in
            var request = run.request(.echo)
            request.origin = run.peer.deadOrigin
            let wanted = TransportError.connectionRefused(run.peer.deadOrigin)
            try run.expect("the error", try await run.error(of: request), is: wanted)
        },
    ]
}
