import Finesse
import FinesseSSO
import FinesseTypes
import HTTPTransport
import HTTPTransportTesting
import Synchronization
import Testing

private let wrong = SignInCredentials(userName: "sjefferson", password: Password("Wrong-Horse-7"))
private let right = SignInCredentials(userName: "sjefferson", password: Password("Right-Horse-8"))
private let idp = "adfs.example.com"

private func refused(at host: String = idp) -> ScriptedAgent {
    ScriptedAgent(.refused(SignInRefusal(host: host, message: "no")))
}

private func signOn(
    _ transport: ScriptedTransport = routes([systemInfoPath: systemInfo(mode: "SSO")]),
    keeping kept: (any RefusedPasswords)? = nil,
    notify: @escaping @Sendable (TokenStoreError) -> Void = { _ in }
) -> SingleSignOn {
    SingleSignOn(
        transport: transport,
        address: address,
        passwordGuard: PasswordGuard(keeping: kept, notify: notify),
        now: { noon }
    )
}

/// A memory whose files cannot be used.
private struct BrokenMemory: RefusedPasswords {
    static let error = TokenStoreError.file(FileFault(operation: "read the file", path: "/x", reason: "no"))

    func refusals(
        of credentials: SignInCredentials,
        at now: WallTime
    ) async throws(TokenStoreError) -> [RefusedPassword] {
        guard credentials.password == wrong.password else { return [] }
        throw Self.error
    }

    func remember(
        _ credentials: SignInCredentials,
        refusedAt host: String,
        at now: WallTime
    ) async throws(TokenStoreError) {
        throw Self.error
    }

    func forget(_ userName: String) async throws(TokenStoreError) { throw Self.error }
}

@Suite("Lock-out guard", .timeLimit(.minutes(5)))
struct PasswordGuardTests {
    @Test("tells the second sign-in with a refused password where it may not go")
    func toldToAgent() async throws {
        let signOn = signOn()
        let agent = refused()
        for _ in 1...2 { _ = try await signOn.signIn("sjefferson", credentials: wrong, agent: agent) }
        _ = try await signOn.signIn("sjefferson", credentials: right, agent: agent)
        #expect(agent.requests.map(\.passwordRule.refused) == [[:], [idp: noon], [:]])
    }

    @Test("objects to the page of who refused it, and says when it was")
    func objects() throws {
        var rule = PasswordRule.everySecureOrigin
        rule.refused = [idp: noon]
        let objection = try #require(rule.objection(pageOrigin: "https://\(idp)", actionOrigin: "https://\(idp)"))
        #expect(objection == PasswordObjection(origin: "https://\(idp)", reason: .refusedBefore(noon)))
        let text = SignInStop(host: idp, kind: .passwordNotAllowed(objection)).explanation.description
        #expect(text.contains("refused there on 2023-11-14 22:13 UTC, and nothing was sent"), "\(text)")
    }

    @Test("lets it go elsewhere")
    func elsewhere() {
        let rule = {
            var rule = PasswordRule()
            rule.refused = ["other.example.com": noon, "\(idp):8443": noon]
            return rule
        }()
        #expect(rule.objection(to: "https://\(idp)") == nil)
        #expect(rule.objection(to: "https://\(idp):8443")?.reason == .refusedBefore(noon))
    }

    @Test("forgets what was refused once the user has signed in")
    func forgets() async throws {
        let signOn = signOn()
        let agent = refused()
        _ = try await signOn.signIn("sjefferson", credentials: wrong, agent: agent)
        _ = try? await signOn.signIn("sjefferson", credentials: right, agent: ScriptedAgent(answer: tokenJSON()))
        _ = try await signOn.signIn("sjefferson", credentials: wrong, agent: agent)
        #expect(agent.requests.map(\.passwordRule.refused) == [[:], [:]])
    }

    @Test("sends Finesse itself a password that it refused once and no more, and another one then")
    func basic() async throws {
        let asked = Mutex(0)
        let signOn = signOn(
            ScriptedTransport { (request) throws(TransportError) in
                if request.target.hasSuffix("/SystemInfo") {
                    return HTTPResponse(status: 200, body: Array(systemInfo(mode: "NON_SSO").1.utf8))
                }
                asked.withLock { $0 += 1 }
                return HTTPResponse(status: 401)
            }
        )
        let error = await ssoFailure { () throws(SSOError) in
            try await signOn.signIn("sjefferson", credentials: wrong, agent: nil)
        }
        #expect(error?.label.hasPrefix("finesse-") == true && asked.withLock { $0 } == 1)
        let second = try await signOn.signIn("SJefferson", credentials: wrong, agent: nil)
        #expect(second.label == "stopped" && asked.withLock { $0 } == 1)
        #expect(second.explanation?.description.contains("nothing was sent") == true)
        _ = await ssoFailure { () throws(SSOError) in
            try await signOn.signIn("sjefferson", credentials: right, agent: nil)
        }
        #expect(asked.withLock { $0 } == 2)
    }

    @Test("sends nothing where it cannot be found out, and tells of what could not be remembered")
    func broken() async throws {
        let told = Mutex<[TokenStoreError]>([])
        let signOn = signOn(keeping: BrokenMemory()) { error in told.withLock { $0.append(error) } }
        let agent = refused()
        let error = await ssoFailure { () throws(SSOError) in
            try await signOn.signIn("sjefferson", credentials: wrong, agent: agent)
        }
        #expect(error == .passwordGuard(BrokenMemory.error) && error?.label == "password-guard-file")
        #expect(error?.description.contains("The password was not sent") == true && agent.requests.isEmpty)
        _ = try await signOn.signIn("sjefferson", credentials: right, agent: agent)
        #expect(told.withLock { $0 } == [BrokenMemory.error])
        _ = try await signOn.signIn("sjefferson", credentials: right, agent: agent)
        #expect(agent.requests.last?.passwordRule.refused == [idp: noon], "the program itself remembers")
    }
}
