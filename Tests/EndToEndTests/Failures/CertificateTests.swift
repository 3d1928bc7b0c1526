import FinesseSSO
import FinesseSandbox
import Testing

/// A server with a bad certificate.
struct BadCertificate: Sendable, CustomTestStringConvertible {
    var fault: SandboxCertificateFault
    var party: SandboxParty

    var testDescription: String { "\(fault.rawValue) at \(party.rawValue)" }

    static let all = SandboxCertificateFault.allCases.flatMap { fault in
        SandboxParty.allCases.map { BadCertificate(fault: fault, party: $0) }
    }

    var configuration: SandboxConfiguration {
        var configuration = SandboxConfiguration()
        switch party {
        case .finesse: configuration.finesseNodes[0].certificate = fault
        case .identityService: configuration.identityServiceNodes[0].certificate = fault
        case .identityProvider: configuration.identityProviderNodes[0].certificate = fault
        }
        return configuration
    }

    /// The reason's name, the words that a person needs for it, and what to do.
    var expected: (label: String, words: String, nextAction: String) {
        switch fault {
        case .expired: ("expired", "expired on 20", "Have the certificate renewed, or check this computer's clock.")
        case .notYetValid: ("not-yet-valid", "is not valid before 20", "Check this computer's clock")
        case .selfSigned: ("unknown-issuer", "SHA-256 ", "Compare the fingerprint with the server's")
        case .wrongName: ("name-mismatch", "other-host.invalid", "Use one of these names")
        }
    }
}

@Suite("A bad certificate", .timeLimit(.minutes(5)))
struct CertificateTests {
    @Test("stops the sign-in at that server, with the reason and what to do", arguments: BadCertificate.all)
    func bad(_ bad: BadCertificate) async throws {
        try await SignInWorld.with(bad.configuration) { world in
            let failure = try await world.failure()
            let expected = bad.expected
            let isFirst = bad.party == .finesse
            expectWhole(
                failure,
                label: (isFirst ? "finesse-transport/" : "agent-transport/") + expected.label,
                host: world.place(bad.party),
                step: isFirst ? "reading SystemInfo" : "walking through the sign-in pages",
                nextAction: expected.nextAction
            )
            #expect(failure.message.contains(expected.words))
            #expect(world.sandbox.journal.entries(party: bad.party).isEmpty)
            #expect(!world.passwordWasSent)
        }
    }
}
