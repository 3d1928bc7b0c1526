import Finesse
import FinesseSSO
import FinesseSSOWebAgent
import FinesseTypes
import HTTPTransport
import WebAgent
import WebAgentCookies
import WebAgentScripting

/// The probes that show pages: the identity provider's, Finesse's test, the sign-in.
extension Doctor {
    /// Shows the pages; where nothing can show them, says so at each probe that needs it.
    func lookAtPages() async {
        do {
            try await SignInPages.with(connection.pages, in: connection.context) { pages in await look(at: pages) }
        } catch {
            let missing = CommandFailure(error).message
            await probe(.page) { DoctorFinding(.page, .failed, missing) }
            await probe(.ssoTest) { DoctorFinding(.ssoTest, .skipped, "nothing shows pages here", isObstacle: true) }
            await probe(.signIn) {
                DoctorFinding(.signIn, .skipped, "nothing shows pages here", isObstacle: true)
            }
        }
    }

    private func look(at pages: SignInPages) async {
        await probe(.page) { await lookAtProviderPage(pages) }
        let agent = pages.agent(over: connection.wire, options: connection.signOn.options)
        await restore(agent)
        await probe(.ssoTest) { await test(pages, agent) }
        await probe(.signIn) { await signIn(pages, agent) }
        await agent.close()
    }

    /// Walks to the identity provider's page with no cookies and nothing to fill in.
    private func lookAtProviderPage(_ pages: SignInPages) async -> DoctorFinding {
        let agent = pages.agent(over: connection.wire, options: connection.signOn.options)
        let result = await walk(agent, startURL, TokenEndpoint.finalPaths, nil, connection.signOn.options)
        await noteWalls(of: agent)
        await agent.close()
        return DoctorJudge.page(result)
    }

    private var startURL: String {
        connection.user.map {
            TokenEndpoint(origin: node, user: $0, userNameForm: connection.signOn.options.userNameForm).signInURL
        } ?? "\(node)/desktop/sso/test"
    }

    private func noteWalls(of agent: WebAgent) async {
        for entry in await agent.recording.entries {
            if case .pageHost(let found) = entry { walls = .some(found?.names) }
        }
    }

    /// A session of an earlier sign-in makes the doctor's own a silent one; its tokens are left alone.
    private func restore(_ agent: WebAgent) async {
        guard let user = connection.user else { return }
        for origin in [node] + connection.nodes.state.nodes {
            do throws(TokenStoreError) {
                guard let session = try await connection.store.session(for: SessionKey(server: origin, user: user))
                else {
                    continue
                }
                stored = session
                return await agent.restore(session.records)
            } catch {
                connection.context.console.talk("\(error)")
            }
        }
    }

    // MARK: Finesse's own test

    private func test(_ pages: SignInPages, _ agent: WebAgent) async -> DoctorFinding {
        let path: Set<String> = ["/desktop/sso/test"]
        let attempt = await attempt(.ssoTest, stop: Self.stop(of:)) { credentials, options in
            await self.walk(agent, "\(self.node)/desktop/sso/test", path, credentials, options)
        }
        let result: Result<SignInEnding, SignInAgentError>
        switch attempt {
        case .obstacle(let finding): return finding
        case .ended(let ending): result = ending
        }
        let name = Array("ssotest".utf8)
        let cookie = await agent.cookies.first { $0.name == name && $0.domain == node.host }
        let text = await agent.page?.text ?? ""
        if case .success(.refused) = result { passwordWasRefused = true }
        return DoctorJudge.ssoTest(
            result,
            cookie: cookie.map { String(decoding: $0.value, as: UTF8.self) },
            text: text
        )
    }

    // MARK: Sign-in

    private func signIn(_ pages: SignInPages, _ agent: WebAgent) async -> DoctorFinding {
        guard let user = connection.user else {
            return DoctorFinding(
                .signIn,
                .skipped,
                "no user was named",
                nextAction: "Name one with --user.",
                isObstacle: true
            )
        }
        if passwordWasRefused {
            return DoctorFinding(
                .signIn,
                .skipped,
                "the password was refused a moment ago and is not sent a second time, since that locks accounts",
                isObstacle: true
            )
        }
        if userMode == .password { return await passwordSignIn(user) }
        if let finding = report.finding(of: .ssoTest), finding.isObstacle {
            let reason = finding.verdict == .skipped ? "was skipped" : "failed"
            return DoctorFinding(
                .signIn,
                .skipped,
                "needs \"\(DoctorProbe.ssoTest.title)\", which \(reason)",
                isObstacle: true
            )
        }
        let server = DiscoveredServer(
            origin: node,
            mode: .singleSignOn,
            deployment: deployment,
            systemInfo: reading?.info
        )
        let attempt = await attempt(.signIn, stop: Self.stop(of:)) { credentials, options in
            await self.signIn(user, credentials, options, server, agent)
        }
        switch attempt {
        case .obstacle(let finding): return finding
        case .ended(let result):
            if case .success(.signedIn(let agent)) = result { signedIn = agent }
            return DoctorJudge.signIn(result, byToken: true)
        }
    }

    private func signIn(
        _ user: UserName,
        _ credentials: SignInCredentials?,
        _ options: SignInOptions,
        _ server: DiscoveredServer,
        _ agent: WebAgent
    ) async -> Result<SignInOutcome, SSOError> {
        let signOn = SingleSignOn(
            transport: connection.wire,
            address: connection.address,
            options: options,
            passwordGuard: connection.signOn.passwordGuard,
            now: connection.now
        )
        do throws(SSOError) {
            return .success(try await signOn.tokenSignIn(user, credentials: credentials, on: server, agent: agent))
        } catch {
            return .failure(error)
        }
    }

    /// One request with the password: Finesse itself counts the wrong ones.
    private func passwordSignIn(_ user: UserName) async -> DoctorFinding {
        let credentials: SignInCredentials
        do throws(PasswordError) {
            guard let given = try password() else { return Self.noPassword(.signIn) }
            credentials = given
        } catch {
            return Self.unreadable(.signIn, error)
        }
        var options = connection.signOn.options
        options.mode = .password
        let signOn = SingleSignOn(
            transport: connection.wire,
            address: ServerAddress(host: node.host, port: node.port),
            options: options,
            passwordGuard: connection.signOn.passwordGuard,
            now: connection.now
        )
        do throws(SSOError) {
            let outcome = try await signOn.signIn(user, credentials: credentials, agent: nil)
            if case .signedIn(let agent) = outcome { signedIn = agent }
            return DoctorJudge.signIn(.success(outcome), byToken: false)
        } catch {
            return DoctorJudge.signIn(.failure(error), byToken: false)
        }
    }

    // MARK: With and without a password

    /// How a walk ended, or why it was not gone to its end.
    private enum Attempt<Ending> {
        case ended(Ending)
        case obstacle(DoctorFinding)
    }

    /// Tries without a password first, and with one where a page asks for it and one is at hand.
    private func attempt<Ending>(
        _ probe: DoctorProbe,
        stop: (Ending) -> SignInStop?,
        _ go: (SignInCredentials?, SignInOptions) async -> Ending
    ) async -> Attempt<Ending> {
        var options = connection.signOn.options
        let silent = await go(nil, options)
        guard stop(silent)?.kind == .loginForm else { return .ended(silent) }
        let credentials: SignInCredentials
        do throws(PasswordError) {
            guard let given = try password() else { return .obstacle(Self.noPassword(probe)) }
            credentials = given
        } catch {
            return .obstacle(Self.unreadable(probe, error))
        }
        let permission = PasswordPermission(connection, of: credentials.userName)
        while true {
            let ending = await go(credentials, options)
            guard !self.silent, let stop = stop(ending) else { return .ended(ending) }
            do throws(ProfileError) {
                guard let origin = try permission.grant(for: .stopped(stop)) else { return .ended(ending) }
                options.passwordRule.origins?.insert(origin)
            } catch {
                connection.context.console.talk("\(error)")
                return .ended(ending)
            }
        }
    }

    private static func noPassword(_ probe: DoctorProbe) -> DoctorFinding {
        DoctorFinding(
            probe,
            .skipped,
            "no password is at hand",
            nextAction: "Give one with --password-file or --password-command, or sign in first: finessectl login.",
            isObstacle: true
        )
    }

    private static func unreadable(_ probe: DoctorProbe, _ error: PasswordError) -> DoctorFinding {
        DoctorFinding(probe, .failed, "no password was to be had", nextAction: "\(error)")
    }

    private func walk(
        _ agent: WebAgent,
        _ start: String,
        _ paths: Set<String>,
        _ credentials: SignInCredentials?,
        _ options: SignInOptions
    ) async -> Result<SignInEnding, SignInAgentError> {
        let request = SignInRequest(
            startURL: start,
            finalAnswer: FinalAnswerRule(origins: ["\(node)"], paths: paths),
            credentials: credentials,
            passwordRule: options.passwordRule,
            acceptsConsent: options.acceptsConsent,
            maximumPages: options.maximumPages,
            deadline: options.pagesDeadline
        )
        do throws(SignInAgentError) {
            return .success(try await agent.signIn(request))
        } catch {
            return .failure(error)
        }
    }

    private static func stop(of result: Result<SignInEnding, SignInAgentError>) -> SignInStop? {
        if case .success(.stopped(let stop)) = result { stop } else { nil }
    }

    private static func stop(of result: Result<SignInOutcome, SSOError>) -> SignInStop? {
        if case .success(.stopped(let stop)) = result { stop } else { nil }
    }
}
