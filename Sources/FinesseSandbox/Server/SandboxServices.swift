/// The services of a running sandbox behind one door.
struct SandboxServices: Sendable {
    let world: SandboxWorld
    let rest: RESTService
    let desktop: DesktopService
    let identityService: IdentityService
    let identityProvider: ProviderService

    /// Answers a request.
    func answer(_ request: SandboxRequest) async -> SandboxAnswer {
        var request = request
        // A HEAD is answered like a GET; the server leaves the body out.
        if request.method == "HEAD" { request.method = "GET" }
        let answer = await route(request)
        do throws(SandboxError) {
            // On the disk before it is answered, so that what was answered holds.
            try await world.commit()
        } catch {
            return SandboxAnswer.plain(error.description, status: 500).refusing(.internalFailure, error.label)
        }
        return answer
    }

    /// What a reverse proxy in front of Finesse answers to a client that asks too much.
    ///
    /// Source: Cisco Finesse 15.0 reverse proxy guide, "Security".
    private func limiterRefusal(_ request: SandboxRequest) async -> SandboxAnswer? {
        if world.fails(.tooManyRequests) {
            return SandboxAnswer.plain("Too Many Requests", status: 429).refusing(.switchedFailure)
        }
        if world.fails(.clientBlocked) {
            return SandboxAnswer.plain("Blocked", status: 418).refusing(.switchedFailure)
        }
        guard world.live.value({ $0.desktop.requestBurst }) > 0, request.segments.prefix(2) == ["desktop", "sso"] else {
            return nil
        }
        switch await world.countSignOnRequest(at: request.node) {
        case .passes: return nil
        case .tooMany: return SandboxAnswer.plain("Too Many Requests", status: 429).refusing(.tooManyRequests)
        case .blocked: return SandboxAnswer.plain("Blocked", status: 418).refusing(.clientBlocked)
        }
    }

    private func route(_ request: SandboxRequest) async -> SandboxAnswer {
        switch request.bodyFault {
        case .tooLarge: return SandboxAnswer.plain("Payload Too Large", status: 413).refusing(.bodyTooLarge)
        case .unreadable: return SandboxAnswer.plain("Bad Request", status: 400).refusing(.badBody)
        case nil: break
        }
        if request.party == .finesse, let refusal = await limiterRefusal(request) { return refusal }
        let segments = request.segments
        switch (request.party, segments.first, segments.dropFirst().first) {
        case (.finesse, _, _) where request.isPlain:
            var desktop = desktop
            desktop.origins = desktop.origins.seen(by: request)
            return desktop.answerPlain(request)
        case (.finesse, "finesse", "api"):
            var rest = rest
            rest.origins = rest.origins.seen(by: request)
            return await rest.answer(request, path: Array(segments.dropFirst(2)))
        case (.finesse, "desktop", "sso"):
            var desktop = desktop
            desktop.origins = desktop.origins.seen(by: request)
            return await desktop.answer(request, path: Array(segments.dropFirst(2)))
        case (.finesse, _, _):
            return SandboxAnswer.plain("Not Found", status: 404).refusing(.notFound)
        case (.identityService, _, _):
            var identityService = identityService
            identityService.origins = identityService.origins.seen(by: request)
            return await identityService.answer(request)
        case (.identityProvider, _, _):
            return await identityProvider.answer(request)
        }
    }
}
