import FinesseSSO
import FinesseSandbox
import HTTPTransport
import Synchronization
import WebAgent

// How the identity service and the identity provider behave.

extension SandboxSwitch {
    private static let signIn: Observation = { try await $0.outcome().words }

    /// A second sign-in with the cookies of the first, which asks nobody.
    private static func again(after pause: Duration) -> Observation {
        { world in
            let agent = world.agent()
            _ = try await world.outcome(with: agent)
            await world.advance(pause)
            let end = try await world.outcome(asks: false, with: agent).words
            await agent.close()
            return end
        }
    }

    static let identityService: [SandboxSwitch] = [
        SandboxSwitch(
            "identityService.clientID=00112233445566778899aabbccddeeff00112233",
            { $0.identityService.clientID = "00112233445566778899aabbccddeeff00112233" },
            yaml: "identityService: {clientID: 00112233445566778899aabbccddeeff00112233}",
            off: "client_id=bedbc55ee864b99c8f540886b23ae37c5189407e",
            on: "client_id=00112233445566778899aabbccddeeff00112233",
            observe: { world in
                let tap = TargetTap(inner: world.transport)
                var world = world
                world.transport = tap
                _ = try await world.outcome()
                let target = tap.targets.first { $0.hasPrefix("/ids/v1/oauth/authorize") } ?? ""
                return target.split(whereSeparator: { "?&".contains($0) }).first { $0.hasPrefix("client_id=") }
                    .map(String.init) ?? "none"
            }
        ),
        SandboxSwitch(
            "identityService.requestBinding=post",
            { $0.identityService.requestBinding = .post },
            yaml: "identityService: {requestBinding: post}",
            off: "signed in, 1 posts",
            on: "signed in, 2 posts",
            observe: { "\(try await $0.outcome().words), \($0.count(.identityProvider, "POST")) posts" }
        ),
        SandboxSwitch(
            "identityService.publishesMetaAlias=false",
            { $0.identityService.publishesMetaAlias = false },
            yaml: "identityService: {publishesMetaAlias: false}",
            off: "signed in [\"metaAlias\"]",
            on: "signed in []",
            observe: { world in
                let end = try await world.outcome().words
                return
                    "\(end) \(world.sandbox.journal.entries(path: "/ids/saml/response").last?.queryNames ?? ["none"])"
            }
        ),
        SandboxSwitch(
            "identityService.remembersUsers=true",
            { $0.identityService.remembersUsers = true },
            yaml: "identityService: {remembersUsers: true}",
            off: "signed in, the provider was asked",
            on: "signed in, nobody was asked",
            observe: { world in
                let agent = world.agent()
                _ = try await world.outcome(with: agent)
                world.sandbox.journal.removeAll()
                let end = try await world.outcome(asks: false, with: agent).words
                await agent.close()
                return end + (world.count(.identityProvider) == "0" ? ", nobody was asked" : ", the provider was asked")
            }
        ),
        SandboxSwitch(
            "identityService.publishesTokenKey=false",
            { $0.identityService.publishesTokenKey = false },
            yaml: "identityService: {publishesTokenKey: false}",
            off: "200",
            on: "404",
            observe: { world in
                let service = HTTPOrigin(
                    scheme: .https,
                    host: world.sandbox.origins.host(.identityService),
                    port: UInt16(world.sandbox.origins.port(.identityService))
                )
                let request = HTTPRequest(origin: service, target: "/ids/v1/keys/token/public")
                return String(try await world.transport.perform(request).status)
            }
        ),
        SandboxSwitch(
            "identityService.acceptsAssertionOnlySignatures=true",
            base: { $0.identityProvider.signs = .assertion },
            { $0.identityService.acceptsAssertionOnlySignatures = true },
            yaml: """
                identityProvider: {signs: assertion}
                identityService: {acceptsAssertionOnlySignatures: true}
                """,
            off: "identity-fault/ids-artifact-signature",
            on: "signed in",
            observe: signIn
        ),
        SandboxSwitch(
            "identityService.acceptsSHA1=true",
            base: { $0.identityProvider.signsWithSHA1 = true },
            { $0.identityService.acceptsSHA1 = true },
            yaml: """
                identityProvider: {signsWithSHA1: true}
                identityService: {acceptsSHA1: true}
                """,
            off: "identity-fault/ids-artifact-signature",
            on: "signed in",
            observe: signIn
        ),
        SandboxSwitch(
            "identityService.clockOffset=1h",
            { $0.identityService.clockOffset = .seconds(3600) },
            yaml: "identityService: {clockOffset: 1h}",
            off: "signed in",
            on: "identity-fault/ids-clock-skew",
            observe: signIn
        ),
    ]

    static let identityProvider: [SandboxSwitch] = [
        SandboxSwitch(
            "identityProvider.session=forgotten",
            { $0.identityProvider.session = .forgotten },
            yaml: "identityProvider: {session: forgotten}",
            off: "signed in",
            on: "stopped/loginForm",
            observe: again(after: .zero)
        ),
        SandboxSwitch(
            "identityProvider.session={otherUser: mwitwicky}",
            { $0.identityProvider.session = .otherUser("mwitwicky") },
            yaml: "identityProvider: {session: {otherUser: mwitwicky}}",
            off: "signed in",
            on: "other-user",
            observe: again(after: .zero)
        ),
        SandboxSwitch(
            "identityProvider.sessionLifetime=1h",
            { $0.identityProvider.sessionLifetime = .seconds(3600) },
            yaml: "identityProvider: {sessionLifetime: 1h}",
            off: "signed in",
            on: "stopped/loginForm",
            observe: again(after: .seconds(7200))
        ),
        SandboxSwitch(
            "identityProvider.completesUserNames=false",
            { $0.identityProvider.completesUserNames = false },
            yaml: "identityProvider: {completesUserNames: false}",
            off: "signed in",
            on: "refused",
            observe: signIn
        ),
        SandboxSwitch(
            "identityProvider.oneTimeCode=GEZDGNBVGY3TQOJQ",
            { $0.identityProvider.oneTimeCode = "GEZDGNBVGY3TQOJQ" },
            yaml: "identityProvider: {oneTimeCode: GEZDGNBVGY3TQOJQ}",
            off: "signed in",
            on: "stopped/oneTimeCode",
            observe: signIn
        ),
        SandboxSwitch(
            "identityProvider.asksForConsent=true",
            { $0.identityProvider.asksForConsent = true },
            yaml: "identityProvider: {asksForConsent: true}",
            off: "signed in",
            on: "stopped/consent",
            observe: signIn
        ),
        SandboxSwitch(
            "identityProvider.asksToStaySignedIn=true",
            { $0.identityProvider.asksToStaySignedIn = true },
            yaml: "identityProvider: {asksToStaySignedIn: true}",
            off: "signed in, 1 posts",
            on: "signed in, 2 posts",
            observe: { "\(try await $0.outcome().words), \($0.count(.identityProvider, "POST")) posts" }
        ),
        SandboxSwitch(
            "identityProvider.signs=assertion",
            { $0.identityProvider.signs = .assertion },
            yaml: "identityProvider: {signs: assertion}",
            off: "signed in",
            on: "identity-fault/ids-artifact-signature",
            observe: signIn
        ),
        SandboxSwitch(
            "identityProvider.signsWithSHA1=true",
            { $0.identityProvider.signsWithSHA1 = true },
            yaml: "identityProvider: {signsWithSHA1: true}",
            off: "signed in",
            on: "identity-fault/ids-artifact-signature",
            observe: signIn
        ),
        SandboxSwitch(
            "identityProvider.clockOffset=1h",
            { $0.identityProvider.clockOffset = .seconds(3600) },
            yaml: "identityProvider: {clockOffset: 1h}",
            off: "signed in",
            on: "identity-fault/ids-clock-skew",
            observe: signIn
        ),
    ]
}

/// Keeps the targets that were asked for.
final class TargetTap: HTTPTransport {
    private let inner: any HTTPTransport
    private let seen = Mutex<[String]>([])

    init(inner: any HTTPTransport) { self.inner = inner }

    var targets: [String] { seen.withLock { $0 } }

    func perform(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        seen.withLock { $0.append(request.target) }
        return try await inner.perform(request)
    }
}
