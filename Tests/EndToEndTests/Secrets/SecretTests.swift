import Finesse
import FinesseSSO
import FinesseSSOWebAgent
import FinesseSandbox
import FinesseTypes
import HTTPTransport
import TestSupport
import Testing
import WebAgent

/// A sign-in in which many secrets go over the wire, and how it ends.
struct SecretScenario: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var label: String
    var configuration: SandboxConfiguration
    var password: String?
    var user: UserName = "sjefferson"
    var broken: BrokenCookieRule?
    var options = SignInOptions()

    init(_ name: String, _ label: String, _ change: (inout SecretScenario) -> Void = { _ in }) {
        testDescription = name
        self.label = label
        configuration = SandboxConfiguration()
        configuration.users = SandboxUser.builtIn.map { user in
            var user = user
            user.password = SandboxPassword("Zq7 \"vX/9&+\(user.loginId)kW=é%4b\\Mr2<Yh'")
            return user
        }
        change(&self)
    }

    static let all: [SecretScenario] = [
        SecretScenario("a sign-in", "signed-in"),
        SecretScenario("a sign-in by forms, redirects and cookies", "signed-in") {
            $0.configuration.identityService.requestBinding = .post
            $0.configuration.desktop.callbackAnswer = .redirect
            $0.configuration.desktop.readsUserNameFromCookieOnly = true
            $0.options.userNameForm = .cookie(domain: nil)
        },
        SecretScenario("a sign-in with opaque tokens and a stop without TLS", "signed-in") {
            $0.configuration.tokens.form = .opaque
            $0.configuration.hasPlainHop = true
        },
        SecretScenario("a sign-in with a password", "signed-in") { $0.configuration.authenticationMode = .nonSSO },
        SecretScenario("a wrong password", "refused") { $0.password = "Pw0 \"ßw/7&+notThis=é%1c\\Lk6<Jd'" },
        SecretScenario("a wrong password for Finesse itself", "finesse-refused") {
            $0.configuration.authenticationMode = .nonSSO
            $0.password = "Pw0 \"ßw/7&+notThis=é%1c\\Lk6<Jd'"
        },
        SecretScenario("a locked account", "refused") { $0.user = "llennox" },
        SecretScenario("another user's token", "other-user") {
            $0.configuration.identityProvider.session = .otherUser("mwitwicky")
        },
        SecretScenario("a page in place of the token", "token-html") { $0.configuration.failures = [.tokenAsHTML] },
        SecretScenario("a token cut in the middle", "token-truncated") {
            $0.configuration.failures = [.tokenTruncated]
        },
        SecretScenario("a redirect loop", "agent-redirect-loop") { $0.configuration.failures = [.tokenRedirectLoop] },
        SecretScenario("an error page of the identity provider", "identity-fault/adfs-error-page") {
            $0.configuration.failures = [.providerErrorPage]
        },
        SecretScenario("an identity service without metadata", "identity-fault/ids-metadata-missing") {
            $0.configuration.failures = [.metadataNotInitialized]
        },
        SecretScenario("a certificate that nobody vouches for", "agent-transport/unknown-issuer") {
            $0.configuration.identityProviderNodes[0].certificate = .selfSigned
        },
        SecretScenario("an error after the assertion", "stopped/error") { $0.broken = .expiresUnknown },
        SecretScenario("an error in place of the token", "token-refused") { $0.broken = .publicSuffixUnchecked },
    ]
}

@Suite("Secrets", .timeLimit(.minutes(5)))
struct SecretTests {
    @Test("show in no recording, error, outcome or journal, in no form", arguments: SecretScenario.all)
    func shownNowhere(_ scenario: SecretScenario) async throws {
        try await SignInWorld.with(scenario.configuration) { world in
            let tap = WireTap(world.transport)
            let world = world.over(scenario.broken.map { CookieBreakingTransport(tap, breaking: $0) } ?? tap)
            let agent = world.agent(scenario.options)
            let signOn = world.signOn(scenario.options)
            let credentials = world.credentials(scenario.user.rawValue, password: scenario.password)
            var shown: [(String, String)] = []
            do throws(SSOError) {
                let outcome = try await signOn.signIn(scenario.user, credentials: credentials, agent: agent)
                shown.append(("the outcome", printedInEveryWay(outcome)))
                if let failure = SignInFailure(outcome) {
                    #expect(failure.label == scenario.label, "\(failure.message)")
                    shown.append(("the explanation", printedInEveryWay(failure)))
                } else {
                    #expect(outcome.label == scenario.label)
                }
                shown += try await use(outcome, world, signOn, agent)
            } catch {
                #expect(SignInFailure(error).label == scenario.label, "\(error)")
                shown.append(("the error", printedInEveryWay(error)))
                shown.append(("the error's explanation", printedInEveryWay(error.explanation)))
            }
            shown.append(("the recording", printedInEveryWay(await agent.recording)))
            shown.append(("the jar", printedInEveryWay(await agent.cookies)))
            shown.append(("the page", printedInEveryWay(await agent.page)))
            shown.append(("the session's records", printedInEveryWay(await agent.sessionRecords())))
            shown.append(("the credentials", printedInEveryWay(credentials)))
            shown.append(("the journal", printedInEveryWay(world.sandbox.journal.entries)))
            shown.append(("the configuration", printedInEveryWay(world.sandbox.configuration)))
            shown.append(("the messages", tap.printed))
            await agent.close()

            let passwords = scenario.configuration.users.map { Secret("a password", $0.password.characters) }
            let typed = scenario.password.map { [Secret("the password typed", $0)] } ?? []
            let hunt = SecretHunt(for: tap.secrets + passwords + typed)
            for (place, text) in shown {
                let findings = hunt.findings(in: text, place)
                #expect(findings.isEmpty)
            }
            // The search is for what there was: it shows on the wire.
            #expect(!hunt.findings(in: tap.bytes, "the wire").isEmpty)
        }
    }

    @Test("are all known: each one that is looked for went over the wire")
    func known() async throws {
        let scenario = try #require(SecretScenario.all.first)
        try await SignInWorld.with(scenario.configuration) { world in
            let tap = WireTap(world.transport)
            let outcome = try await world.over(tap).signIn()
            #expect(outcome.label == "signed-in", "\(outcome.story)")
            let hunt = SecretHunt(for: tap.secrets)
            let wire = tap.bytes
            for secret in hunt.secrets {
                let alone = SecretHunt(for: [secret])
                #expect(!alone.findings(in: wire, "the wire").isEmpty, "\(secret)")
            }
            let names = Set(hunt.secrets.map(\.name))
            let expected: Set = [
                "Password", "SAMLRequest", "SAMLResponse", "Signature", "RelayState", "SAML ID", "SAML signature",
                "SAML digest", "uniqueId", "code", "state", "token", "refresh_token", "cookie set: JSESSIONID",
                "cookie set: MSISAuth", "cookie set: MSISContext",
            ]
            #expect(names.isSuperset(of: expected), "\(expected.subtracting(names))")
        }
    }

    @Test("are kept in a file for its owner alone, whose name and whose errors hold none")
    func store() async throws {
        let directory = try ScratchDirectory()
        let scenario = try #require(SecretScenario.all.first)
        try await SignInWorld.with(scenario.configuration) { world in
            let tap = WireTap(world.transport)
            let world = world.over(tap)
            let agent = world.agent()
            let outcome = try await world.signOn().signIn(
                "sjefferson",
                credentials: world.credentials("sjefferson"),
                agent: agent
            )
            let signedIn = try #require(outcome.signedIn, "\(outcome.story)")
            let key = SessionKey(server: world.node, user: "sjefferson")
            let session = StoredSession(key: key, tokens: signedIn.tokens, records: await agent.sessionRecords())
            let store = FileTokenStore(directory: directory.path + "/store")
            try await store.save(session)
            await agent.close()
            let hunt = SecretHunt(for: tap.secrets)

            let file = try #require(try directory.names(in: "store").first)
            #expect(try directory.mode(of: "store/\(file)") == 0o600)
            #expect(try directory.mode(of: "store") == 0o700)
            let kept = Set(hunt.findings(in: try directory.bytes(of: "store/\(file)"), "the file").map(\.secret))
            #expect(kept.isSuperset(of: ["token", "refresh_token"]))
            #expect(hunt.findings(in: file, "the file's name").isEmpty)
            #expect(hunt.findings(in: printedInEveryWay(session), "the record").isEmpty)

            // A file that is cut short is named, not quoted.
            try directory.truncate("store/\(file)")
            do throws(TokenStoreError) {
                _ = try await store.session(for: key)
                Issue.record("half a file was read")
            } catch {
                #expect(hunt.findings(in: printedInEveryWay(error), "the store's error").isEmpty)
            }
        }
    }

    /// Goes on with an outcome as a program would: refreshes, refreshes with the pair that is used up, calls Finesse.
    private func use(
        _ outcome: SignInOutcome,
        _ world: SignInWorld,
        _ signOn: SingleSignOn,
        _ agent: WebAgent
    ) async throws(SSOError) -> [(String, String)] {
        guard let signedIn = outcome.signedIn else { return [] }
        var shown: [(String, String)] = []
        let client = signedIn.client(over: world.transport)
        shown.append(("the client", printedInEveryWay(client)))
        do throws(FinesseError) {
            shown.append(("the user", printedInEveryWay(try await client.user(signedIn.loginID))))
            try await client.changeState(of: signedIn.loginID, to: .ready)
        } catch {
            shown.append(("Finesse's error", printedInEveryWay(error)))
        }
        guard let tokens = signedIn.tokens else { return shown }
        for _ in 0..<2 {
            let refreshed = try await signOn.refresh(tokens, of: signedIn.userName, at: signedIn.origin)
            shown.append(("the refresh", printedInEveryWay(refreshed)))
        }
        shown.append(("the tokens", printedInEveryWay(tokens)))
        return shown
    }
}
