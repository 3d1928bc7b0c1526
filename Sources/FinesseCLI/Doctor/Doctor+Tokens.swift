import Finesse
import FinesseSSO
import FinesseTypes
import WebAgentScripting

/// The probes that come after a sign-in, and the walls.
extension Doctor {
    /// Looks at the tokens of the sign-in, or where there was none at the stored ones.
    func lookAtTokens() async {
        if let tokens = signedIn?.tokens {
            await probe(.tokens) { DoctorJudge.tokens(tokens, areNew: true) }
            await probe(.refresh) { await refresh(tokens) }
        } else if signedIn != nil {
            for each in [DoctorProbe.tokens, .refresh] {
                await probe(each) { DoctorFinding(each, .skipped, "a user who signs in with a password has no tokens") }
            }
        } else if let tokens = stored?.tokens {
            await add(DoctorJudge.tokens(tokens, areNew: false))
            await add(
                DoctorFinding(.refresh, .skipped, "the stored tokens are left alone: finessectl refresh renews them")
            )
        } else {
            await probe(.tokens) { DoctorFinding(.tokens, .skipped, "nobody is signed in") }
            await probe(.refresh) { DoctorFinding(.refresh, .skipped, "nobody is signed in") }
        }
        await lookAtLoginID()
        await probe(.walls) {
            guard let walls else { return DoctorFinding(.walls, .skipped, "no page was shown") }
            return DoctorJudge.walls(walls, known: PageHostWalls(rawValue: .max).names)
        }
    }

    /// Adds a finding whose probe does not need what stands before it here.
    private func add(_ finding: DoctorFinding) async { await probe(finding.probe, regardless: finding) }

    private func refresh(_ tokens: TokenSet) async -> DoctorFinding {
        guard let user = connection.user else { return DoctorFinding(.refresh, .skipped, "no user was named") }
        let signOn = SingleSignOn(
            transport: connection.wire,
            address: connection.address,
            options: connection.signOn.options,
            now: connection.now
        )
        do throws(SSOError) {
            let outcome = try await signOn.refresh(tokens, of: user, at: node)
            if case .refreshed(let renewed) = outcome { signedIn?.proof = .tokens(renewed) }
            return DoctorJudge.refresh(.success(outcome), before: tokens)
        } catch {
            return DoctorJudge.refresh(.failure(error), before: tokens)
        }
    }

    private func lookAtLoginID() async {
        guard let user = connection.user else {
            return await probe(.loginID) { DoctorFinding(.loginID, .skipped, "no user was named") }
        }
        if let agent = signedIn {
            let client = agent.client(over: scout)
            return await probe(.loginID) { await loginID(client, agent.loginID, of: user, isFresh: true) }
        }
        guard let session = stored, let tokens = session.tokens, let id = session.loginID else {
            return await probe(.loginID) { DoctorFinding(.loginID, .skipped, "nobody is signed in") }
        }
        let isFresh = TokenLifecycle(tokens).phase(at: connection.now()) != .expired
        let client = FinesseClient(
            transport: scout,
            origin: session.key.server,
            credentials: .bearer(FixedAccessToken(tokens.accessToken))
        )
        await add(await loginID(client, id, of: user, isFresh: isFresh))
    }

    private func loginID(
        _ client: FinesseClient,
        _ id: LoginID,
        of user: UserName,
        isFresh: Bool
    ) async -> DoctorFinding {
        do throws(FinesseError) {
            let found = try await client.user(id)
            return DoctorJudge.loginID(.success(found), asked: user, deployment: deployment, isFresh: isFresh)
        } catch {
            return DoctorJudge.loginID(.failure(error), asked: user, deployment: deployment, isFresh: isFresh)
        }
    }
}
