import Finesse
import FinesseSSO
import FinesseTypes
import HTTPTransport
import HTTPTransportTesting
import Testing

@Suite("Single sign-on", .timeLimit(.minutes(5)))
struct SingleSignOnTests {
    private let credentials = SignInCredentials(userName: "sjefferson", password: Password("pw-pw-pw-pw"))

    private func signOn(_ transport: ScriptedTransport, _ options: SignInOptions = SignInOptions()) -> SingleSignOn {
        SingleSignOn(transport: transport, address: address, options: options, now: { noon })
    }

    private func enterprise(mode: String = "SSO", _ more: [String: (Int, String)] = [:]) -> ScriptedTransport {
        routes(more.merging([systemInfoPath: systemInfo(mode: mode)]) { $1 })
    }

    private let jefferson = ["GET /finesse/api/User/sjefferson": userBody(id: "98411", name: "sjefferson")]

    private func signedIn(_ outcome: SignInOutcome) throws -> SignedInAgent {
        guard case .signedIn(let agent) = outcome else {
            throw Unexpected(outcome: outcome)
        }
        return agent
    }

    private struct Unexpected: Error { var outcome: SignInOutcome }

    @Test("ends with the login id of the User on Unified CCE", arguments: ["sjefferson", "98411", "SJEFFERSON"])
    func enterpriseSignIn(asked: String) async throws {
        let transport = enterprise(jefferson)
        let agent = ScriptedAgent(answer: tokenJSON())
        let outcome = try await signOn(transport).signIn(UserName(asked), credentials: credentials, agent: agent)
        let result = try signedIn(outcome)
        #expect(
            result.loginID == "98411" && result.userName == UserName(asked) && result.user?.loginName == "sjefferson"
        )
        #expect(result.tokens?.accessToken == AccessToken("at-1") && result.tokens?.receivedAt == noon)
        #expect(transport.requests.map(\.target) == ["/finesse/api/SystemInfo", "/finesse/api/User/sjefferson"])
        #expect(transport.requests.last?.fields.text(named: "Authorization") == "Bearer at-1")
    }

    @Test("asks the agent for the token's address with what the options say")
    func agentRequest() async throws {
        let agent = ScriptedAgent(answer: tokenJSON())
        let options = SignInOptions(
            userNameForm: .cookie(domain: nil),
            passwordRule: PasswordRule(origins: ["https://idp.example"]),
            acceptsConsent: true,
            maximumPages: 5,
            pagesDeadline: .seconds(9)
        )
        _ = try await signOn(enterprise(jefferson), options).signIn(
            "sjefferson",
            credentials: credentials,
            agent: agent
        )
        let asked = try #require(agent.requests.first)
        #expect(asked.startURL.hasPrefix("https://finesse1.example.com:8445/desktop/sso/token?return_user=yes"))
        #expect(asked.cookies == [SignInCookie(name: "cc_username", value: "sjefferson")])
        #expect(asked.finalAnswer.origins == ["https://finesse1.example.com:8445"])
        #expect(asked.finalAnswer.paths == ["/desktop/sso/token", "/desktop/sso/authcode"])
        #expect(asked.acceptsConsent && asked.maximumPages == 5 && asked.deadline == .seconds(9))
        #expect(asked.credentials == credentials && asked.passwordRule.origins == ["https://idp.example"])
    }

    @Test("needs no look-up on Unified CCX")
    func express() async throws {
        let transport = routes([systemInfoPath: systemInfo(mode: "SSO", deployment: "UCCX")])
        let outcome = try await signOn(transport).signIn(
            "sjefferson",
            credentials: credentials,
            agent: ScriptedAgent(answer: tokenJSON())
        )
        let result = try signedIn(outcome)
        #expect(result.loginID == "sjefferson" && result.user == nil && transport.requests.count == 1)
    }

    @Test("looks the user up without the realm when there is none with it")
    func withoutRealm() async throws {
        let transport = enterprise(jefferson)
        let outcome = try await signOn(transport).signIn(
            "sjefferson",
            credentials: credentials,
            agent: ScriptedAgent(answer: tokenJSON(user: "sjefferson@corp.example"))
        )
        #expect(try signedIn(outcome).loginID == "98411")
        #expect(
            transport.requests.map(\.target).suffix(2) == [
                "/finesse/api/User/sjefferson%40corp.example", "/finesse/api/User/sjefferson",
            ]
        )
    }

    @Test("throws another user's token away", arguments: ["UCCE", "UCCX"])
    func otherUser(deployment: String) async throws {
        let transport = routes([
            systemInfoPath: systemInfo(mode: "SSO", deployment: deployment),
            "GET /finesse/api/User/mallory": userBody(id: "666", name: "mallory"),
        ])
        let agent = ScriptedAgent(answer: tokenJSON(user: "mallory", principal: "mallory@example.com"))
        let outcome = try await signOn(transport).signIn("98411", credentials: nil, agent: agent)
        #expect(outcome == .otherUser(OtherUser(host: "finesse1.example.com:8445", asked: "98411", got: "mallory")))
        #expect(outcome.explanation?.nextAction.contains("cookies") == true)
    }

    @Test("passes the agent's endings on")
    func endings() async throws {
        let stop = SignInStop(host: "idp.example", kind: .consent)
        let refusal = SignInRefusal(host: "idp.example", message: "no")
        let fault = try #require(IdentityFaults.all.first)
        let report = IdentityFaultReport(fault: fault, host: "ids.example", status: 401)
        let pairs: [(SignInEnding, SignInOutcome)] = [
            (.stopped(stop), .stopped(stop)), (.refused(refusal), .refused(refusal)),
            (.identityFault(report), .identityFault(report)),
        ]
        for (ending, expected) in pairs {
            let outcome = try await signOn(enterprise()).signIn(
                "a",
                credentials: credentials,
                agent: ScriptedAgent(ending)
            )
            #expect(outcome == expected && outcome.explanation != nil)
        }
    }

    @Test(
        "names what is wrong with an answer that is no token",
        arguments: [
            ("<html>hello</html>", 200, "token-html"), (#"{"token":"abc"#, 200, "token-truncated"),
            ("", 200, "token-empty"),
            (#"{"expires_in":300}"#, 200, "token-missing"), ("", 500, "token-refused"), ("", 403, "token-refused"),
            (#"{"token":"a","expires_in":300}"#, 200, "nobodys-token"),
        ]
    )
    func unusable(body: String, status: Int, label: String) async throws {
        let error = try #require(
            await ssoFailure { () throws(SSOError) in
                try await signOn(enterprise()).signIn(
                    "a",
                    credentials: nil,
                    agent: ScriptedAgent(answer: body, status: status)
                )
            }
        )
        #expect(error.label == label && error.host == "finesse1.example.com:8445")
        #expect(!error.step.isEmpty && !error.nextAction.isEmpty)
    }

    @Test("takes an opaque token and one of five parts", arguments: ["opaque", "a.b.c.d.e"])
    func opaque(token: String) async throws {
        let body = "{\"token\":\"\(token)\",\"expires_in\":300,\"user_id\":\"sjefferson\"}"
        let outcome = try await signOn(enterprise(jefferson)).signIn(
            "sjefferson",
            credentials: nil,
            agent: ScriptedAgent(answer: body)
        )
        #expect(try signedIn(outcome).tokens?.accessToken == AccessToken(token))
    }

    @Test("uses Basic without an agent where there is no SSO", arguments: ["NON_SSO", "HYBRID"])
    func password(mode: String) async throws {
        let transport = enterprise(
            mode: mode,
            jefferson.merging([
                "GET /finesse/api/UserAuthMode/sjefferson": (
                    200, "<UserAuthMode><authMode>NON_SSO</authMode></UserAuthMode>"
                )
            ]) { $1 }
        )
        let outcome = try await signOn(transport).signIn("sjefferson", credentials: credentials, agent: nil)
        let result = try signedIn(outcome)
        #expect(result.loginID == "98411" && result.proof == .password(Password("pw-pw-pw-pw")) && result.tokens == nil)
        _ = try await result.client(over: transport).user(named: "sjefferson")
        #expect(
            transport.requests.last?.fields.text(named: "Authorization") == "Basic c2plZmZlcnNvbjpwdy1wdy1wdy1wdw=="
        )
    }

    @Test("sends a password that Finesse refuses once")
    func wrongPassword() async throws {
        let transport = enterprise(mode: "NON_SSO", ["GET /finesse/api/User/a": (401, "")])
        let error = await ssoFailure { () throws(SSOError) in
            try await signOn(transport).signIn("a", credentials: credentials, agent: nil)
        }
        #expect(error?.label == "finesse-refused" && error?.isFinal == true && transport.requests.count == 2)
    }

    @Test("needs a password without SSO, and an agent with it")
    func missing() async throws {
        let noPassword = await ssoFailure { () throws(SSOError) in
            try await signOn(enterprise(mode: "NON_SSO")).signIn("a", credentials: nil, agent: nil)
        }
        #expect(noPassword?.label == "no-password")
        let noAgent = await ssoFailure { () throws(SSOError) in
            try await signOn(enterprise()).signIn("a", credentials: nil, agent: nil)
        }
        #expect(noAgent?.label == "no-agent")
    }

    @Test("gives a client that sends the token")
    func client() async throws {
        let transport = enterprise(jefferson)
        let outcome = try await signOn(transport).signIn(
            "sjefferson",
            credentials: nil,
            agent: ScriptedAgent(answer: tokenJSON())
        )
        _ = try await signedIn(outcome).client(over: transport).user(named: "sjefferson")
        #expect(transport.requests.last?.fields.text(named: "Authorization") == "Bearer at-1")
    }

    @Test("prints no secret, whatever is printed")
    func noSecrets() async throws {
        let agent = ScriptedAgent(
            answer:
                #"{"token":"access-secret-1","refresh_token":"refresh-secret-1","expires_in":9,"user_id":"sjefferson"}"#
        )
        let outcome = try await signOn(enterprise(jefferson)).signIn(
            "sjefferson",
            credentials: credentials,
            agent: agent
        )
        var dumped = ""
        dump(outcome, to: &dumped)
        dump(agent.requests, to: &dumped)
        dump(SessionRecord(format: "f", bytes: Array("cookie-secret-1".utf8)), to: &dumped)
        dump(FinalAnswer(host: "h", status: 200, body: Array("access-secret-1".utf8)), to: &dumped)
        for secret in ["access-secret-1", "refresh-secret-1", "pw-pw-pw-pw", "cookie-secret-1", "99, 111, 111"] {
            #expect(!dumped.contains(secret))
        }
    }
}

@Suite("Errors of single sign-on")
struct SSOErrorTests {
    private let cases: [(SSOError, label: String, isFinal: Bool)] = [
        (.unreachable(address, [.connectionRefused(node)]), "unreachable", false),
        (
            .finesse(.transport(.connectionRefused(node), FinesseCall(origin: node, operation: .systemInfo))),
            "finesse-transport", false
        ),
        (.unknownMode(word: "X", host: "h:1"), "unknown-mode", true),
        (.noAgent(host: "h:1", user: "a"), "no-agent", true),
        (.noPassword(host: "h:1", user: "a"), "no-password", true),
        (.agent(.transport(.nameNotResolved(node))), "agent-transport", false),
        (.agent(.redirectLoop(host: "h:1", chain: ["a", "b", "a"])), "agent-redirect-loop", true),
        (.agent(.timedOut(host: "h:1", after: .seconds(90))), "agent-timed-out", false),
        (.agent(.page(host: "h:1", reason: "it is too long", nextAction: "Give up.")), "agent-page", true),
        (.agent(.cancelled(host: "h:1")), "agent-cancelled", false),
        (.tokenRefused(TokenRefusal(host: "h:1", step: .signIn, status: 403, message: "m")), "token-refused", true),
        (.tokenRefused(TokenRefusal(host: "h:1", step: .refresh, status: 503, message: "")), "token-refused", false),
        (.unusableTokenAnswer(.html, host: "h:1", .signIn), "token-html", true),
        (.unusableTokenAnswer(.truncated, host: "h:1", .refresh), "token-truncated", false),
        (.nobodysToken(host: "h:1"), "nobodys-token", true),
        (.refreshTransport(.connectionRefused(node)), "refresh-transport", false),
    ]

    @Test("each name host, step, problem and next action, and whether a later try may help")
    func sentences() {
        for (error, label, isFinal) in cases {
            let explanation = error.explanation
            #expect(error.label == label && error.isFinal == isFinal)
            #expect(!explanation.host.isEmpty && !explanation.step.isEmpty && !explanation.problem.isEmpty)
            #expect(explanation.nextAction.hasSuffix("."))
            #expect("\(error)".hasPrefix("\(explanation.host), while \(explanation.step): "))
        }
        #expect(Set(cases.map(\.label)).count == 15)
    }
}
