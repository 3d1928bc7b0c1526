import FinesseSSO
import FinesseSandbox
import FinesseTypes
import Testing
import WebAgent
import WebAgentScripting

/// One row of the failure table: what goes wrong in the sandbox, and what a person must read.
struct FailureRow: Sendable, CustomTestStringConvertible {
    var failure: SandboxFailure
    var label: String
    var party: SandboxParty
    var step: String
    var nextAction: String

    var testDescription: String { failure.rawValue }
    /// Whether a script has to be ended.
    var isEndless: Bool { failure == .providerEndlessScript || failure == .tokenEndlessScript }

    init(_ failure: SandboxFailure, _ label: String, at party: SandboxParty, step: String, nextAction: String) {
        self.failure = failure
        self.label = label
        self.party = party
        self.step = step
        self.nextAction = nextAction
    }
}

extension FailureRow {
    static let all: [FailureRow] = identityService + identityProvider + response + token + node

    private static let identityService = [
        FailureRow(
            .invalidClient,
            "identity-fault/ids-invalid-client",
            at: .identityService,
            step: "asking the identity service for a code",
            nextAction: "Have the components registered"
        ),
        FailureRow(
            .invalidRedirectURI,
            "identity-fault/ids-invalid-redirect-uri",
            at: .identityService,
            step: "asking the identity service for a code",
            nextAction: "Use the fully qualified name of the Finesse node"
        ),
        FailureRow(
            .metadataNotInitialized,
            "identity-fault/ids-metadata-missing",
            at: .identityService,
            step: "asking the identity service for a code",
            nextAction: "Have the identity provider's metadata uploaded"
        ),
    ]

    private static let identityProvider = [
        FailureRow(
            .providerErrorPage,
            "identity-fault/adfs-error-page",
            at: .identityProvider,
            step: "asking the identity provider to sign the user in",
            nextAction: "Have the reference number looked up in the event log"
        ),
        FailureRow(
            .providerRejectsSignature,
            "identity-fault/adfs-msis0038",
            at: .identityProvider,
            step: "asking the identity provider to sign the user in",
            nextAction: "Have the identity service's metadata imported into AD FS again"
        ),
        FailureRow(
            .providerDetectsLoop,
            "identity-fault/adfs-msis7042",
            at: .identityProvider,
            step: "asking the identity provider to sign the user in",
            nextAction: "Remove the stored cookies of this user, wait a minute"
        ),
        FailureRow(
            .providerNegotiate,
            "stopped/integratedSignIn",
            at: .identityProvider,
            step: "walking through the sign-in pages",
            nextAction: "With a Kerberos ticket (kinit) allow https:"
        ),
        FailureRow(
            .providerEndlessScript,
            "stopped/scriptEnded",
            at: .identityProvider,
            step: "walking through the sign-in pages",
            nextAction: "show the page to whoever runs that host"
        ),
    ]

    private static let response = [
        response(.providerResponder, "ids-responder", "Have the same hash algorithm set on both sides"),
        response(.providerRefusesNameID, "ids-name-id-policy", "Have the custom claim rule"),
        response(.providerKeyRolledOver, "ids-certificate-mismatch", "present metadata uploaded"),
        response(.providerSignsAssertionOnly, "ids-artifact-signature", "sign message and assertion"),
        response(.providerSendsNoUID, "ids-no-user-identifier", "send the attribute uid"),
        response(.providerSendsNoPrincipal, "ids-no-user-principal", "send the attribute user_principal"),
        response(.providerSendsNoAssertion, "ids-saml-failed", "Have these checked in order"),
        response(.providerEncryptsAssertion, "ids-saml-failed", "Have these checked in order"),
        response(.providerClockAhead, "ids-clock-skew", "NTP"),
    ]

    private static func response(_ failure: SandboxFailure, _ code: String, _ nextAction: String) -> FailureRow {
        FailureRow(
            failure,
            "identity-fault/\(code)",
            at: .identityService,
            step: "handing the identity provider's answer to the identity service",
            nextAction: nextAction
        )
    }

    private static let node = [
        FailureRow(
            .finesseOutOfService,
            "token-refused",
            at: .finesse,
            step: "getting an access token",
            nextAction: "ask the other Finesse node"
        ),
        FailureRow(
            .finesseIsSecondary,
            "token-refused",
            at: .finesse,
            step: "getting an access token",
            nextAction: "Ask the other Finesse node"
        ),
        FailureRow(
            .tooManyRequests,
            "finesse-refused",
            at: .finesse,
            step: "reading SystemInfo",
            nextAction: "Wait a minute"
        ),
        FailureRow(
            .clientBlocked,
            "finesse-refused",
            at: .finesse,
            step: "reading SystemInfo",
            nextAction: "Wait half an hour"
        ),
        FailureRow(
            .tokensVoid,
            "finesse-refused",
            at: .finesse,
            step: "looking up the login id of sjefferson",
            nextAction: "Sign in again"
        ),
    ]

    private static let token = [
        FailureRow(
            .tokenAsHTML,
            "token-html",
            at: .finesse,
            step: "getting an access token",
            nextAction: "open the address in a browser"
        ),
        FailureRow(
            .tokenTruncated,
            "token-truncated",
            at: .finesse,
            step: "getting an access token",
            nextAction: "look for a proxy that cuts answers"
        ),
        FailureRow(
            .tokenHugePage,
            "agent-transport/too-large",
            at: .finesse,
            step: "walking through the sign-in pages",
            nextAction: "Check that the address is the right one"
        ),
        FailureRow(
            .tokenEndlessScript,
            "token-html",
            at: .finesse,
            step: "getting an access token",
            nextAction: "open the address in a browser"
        ),
        FailureRow(
            .tokenRedirectLoop,
            "agent-redirect-loop",
            at: .finesse,
            step: "walking through the sign-in pages",
            nextAction: "Remove the stored cookies of this user"
        ),
    ]
}

@Suite("A page that goes wrong", .timeLimit(.minutes(5)))
struct PageFailureTests {
    @Test("ends in one message that names host, step and next action", arguments: FailureRow.all)
    func row(_ row: FailureRow) async throws {
        var configuration = SandboxConfiguration()
        configuration.failures = [row.failure]
        try await SignInWorld.with(configuration) { world in
            let failure = try await world.failure { configuration in
                if row.isEndless { configuration.pageLimits.taskMilliseconds = 500 }
            }
            expectWhole(
                failure,
                label: row.label,
                host: world.place(row.party),
                step: row.step,
                nextAction: row.nextAction
            )
            // No password is given to a server that has gone wrong before it asked for one.
            if row.party == .identityProvider { #expect(!world.passwordWasSent) }
        }
    }

    @Test("covers every failure that the sandbox knows")
    func complete() {
        #expect(Set(FailureRow.all.map(\.failure)) == Set(SandboxFailure.allCases))
    }

    @Test("shows the chain of a redirect loop, and no value of a query in it")
    func redirectLoop() async throws {
        var configuration = SandboxConfiguration()
        configuration.failures = [.tokenRedirectLoop]
        try await SignInWorld.with(configuration) { world in
            let failure = try await world.failure()
            #expect(failure.message.contains("\(world.node)/desktop/sso/token → \(world.node)/desktop/sso/token"))
            #expect(!failure.message.contains("cc_username=sjefferson"))
            let requests = world.sandbox.journal.entries(path: "/desktop/sso/token")
            #expect((20...22).contains(requests.count))
        }
    }
}

extension SignInWorld {
    /// Whether a form with a password reached the identity provider.
    var passwordWasSent: Bool {
        sandbox.journal.entries.contains { $0.formNames.contains("Password") }
    }
}
