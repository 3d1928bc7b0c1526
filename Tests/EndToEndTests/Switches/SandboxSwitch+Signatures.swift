import FinesseSandbox
import HTTPTransport
import Synchronization

// How much the identity provider signs, and which kind of name it gives people.

extension SandboxSwitch {
    private static let signIn: Observation = { try await $0.outcome().words }

    static let signatures: [SandboxSwitch] = [
        SandboxSwitch(
            "identityProvider.signs=messageAndAssertion",
            { $0.identityProvider.signs = .messageAndAssertion },
            yaml: "identityProvider: {signs: messageAndAssertion}",
            off: "signed in, 1 signatures",
            on: "signed in, 2 signatures",
            observe: { world in
                let tap = SignatureTap(inner: world.transport)
                var world = world
                world.transport = tap
                let end = try await world.outcome().words
                return "\(end), \(tap.count) signatures"
            }
        ),
        SandboxSwitch(
            "identityProvider.sendsUnspecifiedNames=true",
            { $0.identityProvider.sendsUnspecifiedNames = true },
            yaml: "identityProvider: {sendsUnspecifiedNames: true}",
            off: "signed in",
            on: "identity-fault/ids-saml-failed",
            observe: signIn
        ),
        SandboxSwitch(
            "identityService.acceptsUnspecifiedNames=true",
            base: { $0.identityProvider.sendsUnspecifiedNames = true },
            { $0.identityService.acceptsUnspecifiedNames = true },
            yaml: """
                identityProvider: {sendsUnspecifiedNames: true}
                identityService: {acceptsUnspecifiedNames: true}
                """,
            off: "identity-fault/ids-saml-failed",
            on: "signed in",
            observe: signIn
        ),
    ]
}

/// Counts the signatures in the SAML response that passes by.
private final class SignatureTap: HTTPTransport {
    private let inner: any HTTPTransport
    private let seen = Mutex(0)

    init(inner: any HTTPTransport) { self.inner = inner }

    var count: Int { seen.withLock { $0 } }

    func perform(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        let message = FormFields(parsing: request.body ?? [])["SAMLResponse"].flatMap(TextEncodings.base64Decode) ?? []
        let found = String(decoding: message, as: UTF8.self).split(separator: "<ds:SignatureValue>").count - 1
        if found > 0 { seen.withLock { $0 = found } }
        return try await inner.perform(request)
    }
}
