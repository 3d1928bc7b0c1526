import Finesse
import FinesseSSO
import FinesseTypes
import HTTPTransport
import Testing

@Suite("The doctor's judgement of the way to the server")
struct DoctorWayTests {
    @Test(
        "of the name: an address and a short name are warned of, since the identity service knows neither",
        arguments: [
            ("finesse1.example.com", DoctorVerdict.ok), ("finesse1", .warning), ("10.1.2.3", .warning),
            ("::1", .warning),
        ]
    )
    func names(host: String, verdict: DoctorVerdict) {
        #expect(DoctorJudge.name(host, .addresses(["10.1.2.3"])).verdict == verdict)
        #expect(DoctorJudge.name(host, .unknown).verdict == .failed)
    }

    private func certificate(_ name: String, days: Int64) -> CertificateFacts {
        CertificateFacts(
            subject: "CN=\(name)",
            issuer: "CN=Example CA,O=Example",
            sha256: "AA",
            notBefore: CertificateTime(secondsSinceEpoch: 0),
            notAfter: CertificateTime(secondsSinceEpoch: days * 86_400),
            names: [name],
            pem: ""
        )
    }

    @Test("of TLS: the certificate of the chain that ends first counts", arguments: [29, 31] as [Int64])
    func days(days: Int64) {
        let chain = [certificate("finesse1.example.com", days: 300), certificate("Example CA", days: days)]
        let facts = ConnectionFacts(tls: .init(version: "TLSv1.3", chain: chain))
        let finding = DoctorJudge.tls(.finesseTLS, first, .success(facts), now: 0)
        #expect(finding.verdict == (days < 30 ? .warning : .ok))
        #expect(finding.evidence.contains("\(days) days left") && finding.evidence.contains("issued by Example CA"))
        #expect((finding.nextAction?.contains("the certificate of Example CA above it") ?? false) == (days < 30))
    }

    @Test("of TLS: each way to fail has its own words and a next action")
    func unreached() {
        let errors: [TransportError] = [
            .nameNotResolved(first), .connectionRefused(first), .unreachable(first, detail: "no route"),
            .proxy(first, ProxyFailure(host: "proxy.example", port: 3128, reason: .noAnswer)),
            .timedOut(first, .connecting, after: .seconds(10)), .malformedResponse(first, detail: "x"),
            .tls(first, TLSFailure(reason: .unknownIssuer(issuer: "CN=x", sha256: "AA"))),
            .tls(first, TLSFailure(reason: .expired(subject: "CN=x", notAfter: CertificateTime(secondsSinceEpoch: 0)))),
            .tls(first, TLSFailure(reason: .nameMismatch(requested: "a", names: ["b"]))),
        ]
        let findings = errors.map { DoctorJudge.tls(.identityServiceTLS, first, .failure($0), now: 0) }
        #expect(Set(findings.map(\.evidence)).count == errors.count)
        #expect(
            findings.allSatisfy { $0.verdict == .failed && $0.isObstacle && $0.nextAction != nil && $0.fault != nil }
        )
        #expect(findings[6].nextAction?.contains("finessectl trust finesse1.example.com:8445") == true)
    }

    @Test("of the clocks: the two identity parties must agree with each other, whatever this machine's says")
    func parties() {
        func skew(_ seconds: Int) -> ClockSkew {
            ClockSkew(offset: .seconds(seconds), uncertainty: .milliseconds(600), source: .dateField)
        }
        func verdict(_ node: Int, _ service: Int, _ provider: Int) -> DoctorFinding {
            DoctorJudge.clocks([("f", skew(node), false), ("s", skew(service), true), ("p", skew(provider), true)])
        }
        #expect(verdict(0, 0, 0).verdict == .ok && verdict(20, 20, 20).verdict == .ok)
        #expect(verdict(0, 0, 5).verdict == .warning && verdict(0, 0, 5).fault == "ids-clock-skew")
        #expect(verdict(0, -300, 300).verdict == .failed && !verdict(0, -300, 300).isObstacle)
        #expect(verdict(60, 60, 60).verdict == .warning && verdict(60, 60, 60).fault == nil)
        #expect(verdict(-400, 0, 0).verdict == .failed)
    }

    @Test("of the mode: what is given by hand, what the server says, and what cannot be")
    func modes() async throws {
        func info(_ mode: String, _ kind: String = "UCCE") async throws -> SystemInfo {
            try await FinesseClient(
                transport: routes([systemInfoPath: systemInfo(mode: mode, deployment: kind)]),
                origin: first
            )
            .systemInfo()
        }
        #expect(DoctorJudge.mode(try await info("SSO"), given: nil).verdict == .ok)
        #expect(DoctorJudge.mode(try await info("SSO"), given: .password).verdict == .warning)
        #expect(DoctorJudge.mode(try await info("MAGIC"), given: nil).verdict == .failed)
        #expect(DoctorJudge.mode(nil, given: nil).verdict == .failed)
        #expect(DoctorJudge.mode(nil, given: .hybrid).verdict == .ok)
        #expect(DoctorJudge.mode(try await info("HYBRID", "UCCX"), given: nil).verdict == .warning)
    }

    @Test("of SystemInfo behind Cisco's reverse proxy: the mode given by hand makes it a warning")
    func reverseProxy() {
        let call = FinesseCall(origin: first, operation: .systemInfo)
        let refused = FinesseError.refused(FinesseRefusal(call: call, status: 401))
        #expect(DoctorJudge.systemInfo(.failure(refused), isModeGiven: false).verdict == .failed)
        #expect(DoctorJudge.systemInfo(.failure(refused), isModeGiven: true).verdict == .warning)
    }

    @Test("of the redirect: another name than the one used, and an address of no identity service, are warned of")
    func redirect() {
        func verdict(
            path: String = "/ids/v1/oauth/authorize",
            back: String? = "finesse1.example.com:8445"
        ) -> DoctorVerdict {
            let to = DoctorJudge.Destination(
                host: "ids.example:8553",
                path: path,
                clientID: "abcdef0123",
                redirectHost: back
            )
            return DoctorJudge.redirect(.redirect(to), node: "finesse1.example.com:8445").verdict
        }
        #expect(verdict() == .ok && verdict(back: nil) == .ok)
        #expect(verdict(back: "finesse2.example.com:8445") == .warning && verdict(path: "/login") == .warning)
        let page = DoctorJudge.Leading.answer(host: "x", status: 200, body: [])
        #expect(DoctorJudge.redirect(page, node: "x").verdict == .failed)
    }

    @Test("of the walls: one that is missing is named")
    func walls() {
        #expect(DoctorJudge.walls(["a", "b"], known: ["a", "b"]).verdict == .ok)
        #expect(DoctorJudge.walls(["a"], known: ["a", "b"]).evidence.hasSuffix("do not stand: b"))
        #expect(DoctorJudge.walls(nil, known: ["a"]).verdict == .warning)
    }
}

@Suite("The doctor's judgement of a sign-in")
struct DoctorSignInTests {
    @Test("of the page: a login form is well, everything else has a next action")
    func pages() {
        let kinds: [SignInStop.Kind] = [
            .oneTimeCode, .consent, .otherForm, .integratedSignIn(["Negotiate"]), .error(500), .scriptEnded,
            .scriptOnly,
            .tooManyPages, .unknown,
        ]
        for kind in kinds {
            let finding = DoctorJudge.page(.success(.stopped(SignInStop(host: "idp.example", kind: kind))))
            #expect(finding.verdict == .warning && finding.nextAction != nil, "\(kind)")
        }
        let form = SignInStop(
            host: "idp.example",
            kind: .loginForm,
            title: "Sign in",
            asksFor: ["user name", "password"]
        )
        #expect(DoctorJudge.page(.success(.stopped(form))).verdict == .ok)
        let loop = SignInAgentError.redirectLoop(host: "idp.example", chain: ["a", "b"])
        #expect(DoctorJudge.page(.failure(loop)).verdict == .failed)
    }

    @Test(
        "of a page with a documented text: failed, with its name and its fix",
        arguments: IdentityFaults.all.map(\.code)
    )
    func faults(code: String) throws {
        let fault = try #require(IdentityFaults.all.first { $0.code == code })
        let report = IdentityFaultReport(fault: fault, host: "ids.example:8553", status: 500)
        for finding in [
            DoctorJudge.page(.success(.identityFault(report))),
            DoctorJudge.signIn(.success(.identityFault(report)), byToken: true),
            DoctorJudge.ssoTest(.success(.identityFault(report)), cookie: nil, text: ""),
        ] {
            #expect(finding.verdict == .failed && finding.fault == code && finding.nextAction == fault.fix)
        }
    }

    @Test(
        "of the test page: the cookie decides, and its words tell the two failures apart",
        arguments: [
            ("true", "", DoctorVerdict.ok, ""), ("false", "Error AUTH_ERROR", .failed, "Test SSO"),
            ("false", "Error NO TOKEN", .failed, "no token for the code"), (nil, "", .warning, "sets no such cookie"),
            ("secret-value", "", .warning, ""),
        ] as [(String?, String, DoctorVerdict, String)]
    )
    func ssoTest(cookie: String?, text: String, verdict: DoctorVerdict, action: String) {
        let answer = FinalAnswer(host: "finesse1.example.com:8445", status: 200, body: [])
        let finding = DoctorJudge.ssoTest(.success(.answer(answer)), cookie: cookie, text: text)
        #expect(finding.verdict == verdict && !finding.isObstacle)
        #expect(action.isEmpty || finding.nextAction?.contains(action) == true)
        #expect(!finding.evidence.contains("secret-value"))
    }

    private func tokens(_ access: String, _ refresh: String?, life: Duration = .seconds(300)) -> TokenSet {
        TokenSet(
            accessToken: AccessToken(access),
            refreshToken: refresh.map { RefreshToken($0) },
            receivedAt: WallTime(milliseconds: 2_000_000_000_000),
            life: life,
            identity: TokenIdentity(userID: "ablake")
        )
    }

    @Test(
        "of the tokens: a pair, no pair, none to refresh with, a life that differs, one of the future, an unreadable one"
    )
    func anatomy() {
        let access = MadeToken.access()
        let refresh = MadeToken.refresh()
        let pair = DoctorJudge.tokens(tokens(access, refresh), areNew: true)
        #expect(pair.verdict == .ok && pair.evidence.contains("the two are a pair"))
        let noPair = DoctorJudge.tokens(tokens(access, MadeToken.refresh(id: "other")), areNew: true)
        #expect(noPair.verdict == .failed && noPair.evidence.contains("NO pair"))
        #expect(DoctorJudge.tokens(tokens(access, nil), areNew: true).verdict == .warning)
        let otherLife = DoctorJudge.tokens(tokens(access, refresh, life: .seconds(600)), areNew: true)
        #expect(otherLife.verdict == .warning && otherLife.nextAction?.contains("5 min") == true)
        var future = tokens(access, refresh)
        future.receivedAt = WallTime(milliseconds: 1_999_999_000_000)
        #expect(DoctorJudge.tokens(future, areNew: true).nextAction?.contains("1000 s in the future") == true)
        #expect(DoctorJudge.tokens(tokens("opaque", "opaque"), areNew: true).verdict == .ok)
        for finding in [pair, noPair, otherLife] {
            #expect(!finding.evidence.contains(access) && !finding.evidence.contains("aa11"))
        }
    }

    @Test("of a refused token that has not ended: the key was made anew; of another user's: what the server says")
    func voidTokens() {
        let call = FinesseCall(origin: first, operation: .user("98411"))
        func finding(_ type: String, isFresh: Bool = true) -> DoctorFinding {
            let refusal = FinesseRefusal(call: call, status: 401, errors: [ApiError(type: type)])
            return DoctorJudge.loginID(
                .failure(.refused(refusal)),
                asked: "sjefferson",
                deployment: .enterprise,
                isFresh: isFresh
            )
        }
        #expect(finding("Authentication Failure").fault == "tokens-void")
        #expect(finding("Authentication Failure", isFresh: false).fault == nil)
        let other = finding("Invalid Authorization User Specified")
        #expect(other.fault == nil && other.nextAction?.contains("loginId") == true)
    }

    @Test("of a refused password: it is said that it is not sent again")
    func password() {
        let call = FinesseCall(origin: first, operation: .userByName("sjefferson"))
        let error = SSOError.finesse(.refused(FinesseRefusal(call: call, status: 401)))
        let finding = DoctorJudge.signIn(.failure(error), byToken: false)
        #expect(finding.fault == "refused" && finding.nextAction?.contains("nothing is sent a second time") == true)
        #expect(DoctorJudge.signIn(.failure(error), byToken: true).fault == "tokens-void")
    }
}
