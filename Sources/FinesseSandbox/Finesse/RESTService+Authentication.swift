extension RESTService {
    /// Finds out who asks: the administrator, or a user.
    func caller(of request: SandboxRequest) async throws(ApiError) -> RESTCaller {
        let credentials = RESTCredentials(request.header("authorization"))
        if case .basic(let name, let password) = credentials {
            switch await world.checkAdministrator(name, password: password) {
            case .right: return .administrator
            case .wrong: throw .notAuthenticated(name)
            case .locked: throw .notAuthenticated(name, refusal: .locked)
            case nil: break
            }
        }
        return .user(try await user(of: credentials))
    }

    /// Finds out who asks, by the rules of the system's mode.
    private func user(of credentials: RESTCredentials?) async throws(ApiError) -> SandboxUser {
        let mode = world.live.value { $0.authenticationMode }
        let directory = world.directory
        switch credentials {
        case .bearer(let token):
            guard !world.fails(.tokensVoid) else { throw .notAuthenticated(refusal: .switchedFailure) }
            guard mode != .nonSSO else {
                throw .notAuthenticated(refusal: .wrongMode)
            }
            guard let identity = await identity(of: token), let user = directory.user(of: identity) else {
                throw .notAuthenticated()
            }
            guard mode == .sso || user.usesSSO else {
                throw .notAuthenticated(user.loginName, refusal: .wrongMode)
            }
            return user
        case .basic(let name, let password):
            guard let user = directory.user(named: name) else { throw .notAuthenticated(name) }
            guard
                mode == .nonSSO
                    || (mode == .hybrid && !user.usesSSO)
            else { throw .notAuthenticated(name, refusal: .wrongMode) }
            switch await world.checkPassword(password, of: user) {
            case .right: return user
            case .wrong: throw .notAuthenticated(name)
            case .locked: throw .notAuthenticated(name, refusal: .locked)
            }
        case nil:
            throw .notAuthenticated()
        }
    }

    private func identity(of token: String) async -> SandboxIdentity? {
        switch world.live.value({ $0.tokens.form }) {
        case .signed: mint.verify(accessToken: token, now: world.clock.now)
        case .opaque: await world.identity(ofOpaque: token)
        }
    }
}
