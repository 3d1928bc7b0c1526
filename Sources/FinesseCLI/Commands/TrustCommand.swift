import ArgumentParser
import Finesse
import Foundation
import HTTPTransport
import HTTPTransportCurl

/// Trust on first sight, with open eyes: for one origin, and only after a yes.
struct TrustCommand: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "trust",
        abstract: "Shows a server's certificates and, after a yes, trusts them for that server only.",
        discussion: """
            For labs whose servers have certificates of an authority that nobody installed. Compare the fingerprint with
            what the server's administrator reads out; the pin is kept in the profile.

            Example:
              finessectl trust finesse1.lab.example:8445 --profile lab
            """
    )

    @Argument(help: ArgumentHelp("The server; port 8445 unless given.", valueName: "host[:port]"))
    var host: String

    @Option(help: ArgumentHelp("The profile that keeps the pin; the default one unless named.", valueName: "name"))
    var profile: String?

    @Option(
        help: ArgumentHelp(
            "Connect to another address in place of a name; may be repeated.",
            valueName: "host:port:address:port"
        )
    )
    var connectTo: [String] = []

    @Option(
        help: ArgumentHelp(
            "Say yes to this SHA-256 and to no other, without being asked.",
            valueName: "sha256"
        )
    )
    var fingerprint: String?

    @OptionGroup var recording: TraceOptions

    func run(in context: CommandContext) async throws {
        try await CommandFailure.explaining {
            let name = try profile ?? context.profiles.defaultName()
            var saved = try context.profiles.profile(named: name)
            let address = try ServerAddress(parsing: host)
            let origin = HTTPOrigin(scheme: .https, host: address.host, port: address.port ?? 8445)
            guard let certificate = try await untrustedCertificate(of: origin, address, saved, context) else { return }
            guard agrees(to: certificate, origin, context) else {
                throw CommandFailure(
                    .failure,
                    "Nothing was trusted for \(origin): there was no yes, or the fingerprint is another one. Ask whoever runs "
                        + "the server for its SHA-256, then give it with --fingerprint."
                )
            }
            saved.pins = (saved.pins ?? [:]).merging(["\(origin)": certificate.pem]) { _, new in new }
            if let name { try context.profiles.save(saved, named: name) }
            context.console.output("\(origin) is trusted with this certificate in profile \(name ?? "").")
        }
    }

    /// Connects, and shows what the server shows; nil where it is trusted already.
    private func untrustedCertificate(
        of origin: HTTPOrigin,
        _ address: ServerAddress,
        _ profile: Profile,
        _ context: CommandContext
    ) async throws -> CertificateFacts? {
        var configuration = CurlConfiguration()
        configuration.addressOverrides = try (connectTo + (profile.connectTo ?? [])).map { text throws in
            try AddressOverride(text)
        }
        if let pin = profile.pins?["\(origin)"] { configuration.pins[origin] = [pin] }
        let carrier = try CurlHTTPTransport(configuration)
        let transport: any HTTPTransport =
            try recording.trace.map { try context.trace.transport(carrier, to: $0, address: address, context) }
            ?? carrier
        do {
            _ = try await transport.perform(HTTPRequest(origin: origin, target: "/finesse/api/SystemInfo"))
            context.console.output("\(origin) is trusted already.")
            return nil
        } catch .tls(_, let failure) where failure.canBePinned {
            context.console.talk("\(origin) shows a certificate that is not trusted: \(failure)")
            for (depth, certificate) in failure.chain.enumerated() { show(certificate, depth: depth, context) }
            guard let certificate = failure.chain.first else {
                throw CommandFailure(
                    .failure,
                    "\(origin) showed no certificate that could be trusted. Check that the port speaks TLS."
                )
            }
            return certificate
        } catch {
            throw CommandFailure(.failure, "\(error)")
        }
    }

    private func show(_ certificate: CertificateFacts, depth: Int, _ context: CommandContext) {
        context.console.talk(
            """
              \(depth == 0 ? "server" : "issuer \(depth)"): \(certificate.subject)
                names    \(certificate.names.isEmpty ? "–" : certificate.names.joined(separator: ", "))
                issued by \(certificate.issuer)
                valid    \(certificate.notBefore) to \(certificate.notAfter)
                SHA-256  \(certificate.sha256)
            """
        )
    }

    private func agrees(to certificate: CertificateFacts, _ origin: HTTPOrigin, _ context: CommandContext) -> Bool {
        if let fingerprint {
            return Self.digits(fingerprint) == Self.digits(certificate.sha256)
        }
        return context.prompter.confirm("Trust this certificate for \(origin), and for nothing else?")
    }

    private static func digits(_ fingerprint: String) -> String {
        fingerprint.uppercased().filter(\.isHexDigit)
    }
}

extension TLSFailure {
    /// Whether a pin can mend it: only the trust is missing, not the name or the time.
    fileprivate var canBePinned: Bool {
        switch reason {
        case .unknownIssuer, .notPinned: true
        default: false
        }
    }
}
