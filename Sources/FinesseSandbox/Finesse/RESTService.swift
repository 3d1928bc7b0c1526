/// Serves `/finesse/api`: finds the call in the tables, and who makes it.
///
/// Source: Finesse REST developer guide, "Cisco Finesse REST APIs".
struct RESTService: Sendable {
    let world: SandboxWorld
    let mint: TokenMint
    var origins: SandboxOrigins

    /// Answers a request below `/finesse/api`.
    ///
    /// - Parameters:
    ///   - request: The request.
    ///   - path: The decoded segments after `api`.
    /// - Returns: The answer, with a session cookie when the request had none.
    func answer(_ request: SandboxRequest, path: [String]) async -> SandboxAnswer {
        let answer = await route(request, path)
        guard request.cookieValues("JSESSIONID").isEmpty else { return answer }
        return answer.setting(SetCookie(name: "JSESSIONID", value: world.random.hex(32), path: "/finesse"))
    }

    /// Source: Finesse REST guide, the configuration APIs' 403 `Forbidden` on the secondary node.
    private func route(_ request: SandboxRequest, _ path: [String]) async -> SandboxAnswer {
        let deployment = world.live.value { $0.deployment }
        let fitting = Self.table.routes(of: path)
        // While it is out of service, it says so and nothing else.
        if world.fails(.finesseOutOfService), !fitting.contains(where: \.route.saysStatus) {
            return ApiError.outOfService.answer
        }
        if path.first == "User", world.fails(.finesseIsSecondary) {
            return ApiError.secondary(.switchedFailure).answer
        }
        guard !fitting.isEmpty else { return ApiError.notFound(request.path).answer }
        let readsOnExpress = deployment == .uccx && request.method == "GET"
        if request.node > 0, fitting.contains(where: \.route.isConfiguration), !readsOnExpress {
            return ApiError.secondary(.secondaryNode).answer
        }
        guard let (route, values) = fitting.first(where: { $0.route.method == request.method }) else {
            return ApiError.methodNotAllowed("There is no \(request.method) here", request.path).answer
        }
        guard route.platform == nil || route.platform == deployment else {
            return ApiError.notImplemented(request.path).answer
        }
        let caller: RESTCaller
        switch route.who {
        case .anyone: caller = .nobody
        case .user, .own, .supervisor, .administrator:
            do throws(ApiError) {
                caller = try await self.caller(of: request)
            } catch {
                return error.answer
            }
        }
        guard route.who != .administrator || caller == .administrator else {
            return ApiError.notAuthorized(caller.user?.loginId ?? "").answer
        }
        return await route.perform(
            RESTCall(
                world: world,
                request: request,
                origins: origins,
                path: values,
                query: request.query,
                caller: caller
            )
        )
    }
}
