import Finesse
import FinesseTypes

extension SingleSignOn {
    /// Where these credentials were refused lately; nowhere when there are none.
    func refusals(of credentials: SignInCredentials?) async throws(SSOError) -> [String: WallTime] {
        guard let credentials else { return [:] }
        do {
            return try await passwordGuard.refusals(of: credentials, at: now())
        } catch {
            throw .passwordGuard(error)
        }
    }

    func remember(_ credentials: SignInCredentials?, refusedAt host: String) async {
        guard let credentials else { return }
        await passwordGuard.remember(credentials, refusedAt: host, at: now())
    }

    func forgetRefusals(of credentials: SignInCredentials?) async {
        guard let credentials else { return }
        await passwordGuard.forget(credentials.userName)
    }

    /// Signs in with a password, unless Finesse has refused this one lately.
    ///
    /// Source: Finesse REST guide, "HTTP authentication": five wrong passwords in a row lock the user for five minutes.
    func guardedPasswordSignIn(
        _ user: UserName,
        _ credentials: SignInCredentials?,
        _ server: DiscoveredServer
    ) async throws(SSOError) -> SignInOutcome {
        // Finesse gets the user's own name, whatever the name for the identity provider's pages is.
        let sent = credentials.map { SignInCredentials(userName: user.rawValue, password: $0.password) }
        let host = hostAndPort(server.origin)
        if let date = try await refusals(of: sent)[host] {
            let objection = PasswordObjection(origin: "\(server.origin)", reason: .refusedBefore(date))
            return .stopped(SignInStop(host: host, kind: .passwordNotAllowed(objection), asksFor: ["password"]))
        }
        do {
            let agent = try await passwordSignIn(user, sent, server)
            await forgetRefusals(of: sent)
            return .signedIn(agent)
        } catch {
            if case .finesse(.refused(let refusal)) = error, refusal.status == 401 {
                await remember(sent, refusedAt: host)
            }
            throw error
        }
    }
}
