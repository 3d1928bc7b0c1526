internal import Crypto
internal import CryptoExtras
internal import FoundationEssentials
internal import SwiftASN1
internal import X509

/// A certificate with its key, ready for a server.
struct ServerCertificate: Sendable {
    /// The certificate in DER form.
    var certificate: [UInt8]
    /// The P-256 private key in PEM form.
    var privateKeyPEM: String
}

/// A certificate authority that lives as long as its sandbox.
///
/// Validity is told in real time whatever the sandbox's clock says: TLS libraries look at the system's time.
///
/// Source: RFC 5280, 4.2.
struct CertificateMaker: Sendable {
    private let key = P256.Signing.PrivateKey()
    private let name: DistinguishedName
    private let now: Date
    /// The authority's own certificate in PEM form.
    let certificatePEM: String

    /// Creates an authority.
    init(now: Date = Date()) throws(SandboxError) {
        self.now = now
        do {
            name = try DistinguishedName {
                OrganizationName("FinesseKit")
                CommonName("FinesseKit Sandbox CA \(SandboxRandom.system.hex(8))")
            }
            let key = Certificate.PrivateKey(key)
            let certificate = try Certificate(
                version: .v3,
                serialNumber: Certificate.SerialNumber(),
                publicKey: key.publicKey,
                notValidBefore: now - 86_400,
                notValidAfter: now + 86_400 * 3650,
                issuer: name,
                subject: name,
                signatureAlgorithm: .ecdsaWithSHA256,
                extensions: try Certificate.Extensions {
                    Critical(BasicConstraints.isCertificateAuthority(maxPathLength: 0))
                    Critical(KeyUsage(keyCertSign: true, cRLSign: true))
                    SubjectKeyIdentifier(hash: key.publicKey)
                },
                issuerPrivateKey: key
            )
            certificatePEM = try certificate.serializeAsPEM().pemString
        } catch {
            throw .certificate(host: "the certificate authority", reason: "the library refused it")
        }
    }

    /// Makes a server's certificate.
    ///
    /// - Parameters:
    ///   - host: The name under which clients know the server.
    ///   - fault: What shall be wrong with it, if anything.
    /// - Returns: The certificate and its key.
    /// - Throws: ``SandboxError/certificate(host:reason:)`` when the library refuses it.
    func certificate(for host: String, fault: SandboxCertificateFault?) throws(SandboxError) -> ServerCertificate {
        let leaf = P256.Signing.PrivateKey()
        let day = 86_400.0
        let validity =
            switch fault {
            case .expired: (now - 30 * day, now - day)
            case .notYetValid: (now + day, now + 30 * day)
            case .selfSigned, .wrongName, nil: (now - day, now + 365 * day)
            }
        do {
            let subject = try DistinguishedName { CommonName(host) }
            let isSelfSigned = fault == .selfSigned
            let issuerKey = Certificate.PrivateKey(isSelfSigned ? leaf : key)
            let leafKey = Certificate.PrivateKey(leaf)
            let certificate = try Certificate(
                version: .v3,
                serialNumber: Certificate.SerialNumber(),
                publicKey: leafKey.publicKey,
                notValidBefore: validity.0,
                notValidAfter: validity.1,
                issuer: isSelfSigned ? subject : name,
                subject: subject,
                signatureAlgorithm: .ecdsaWithSHA256,
                extensions: try Certificate.Extensions {
                    Critical(BasicConstraints.notCertificateAuthority)
                    Critical(KeyUsage(digitalSignature: true))
                    try ExtendedKeyUsage([.serverAuth])
                    SubjectAlternativeNames([.dnsName(fault == .wrongName ? "other-host.invalid" : host)])
                    AuthorityKeyIdentifier(keyIdentifier: SubjectKeyIdentifier(hash: issuerKey.publicKey).keyIdentifier)
                },
                issuerPrivateKey: issuerKey
            )
            return ServerCertificate(
                certificate: try certificate.serializeAsPEM().derBytes,
                privateKeyPEM: leaf.pemRepresentation
            )
        } catch {
            throw .certificate(host: host, reason: "the library refused it")
        }
    }

    /// Makes a self-signed certificate around an RSA key, the same bytes each time for the same key and name, so that a
    /// provider that was given it once goes on knowing it.
    static func signingCertificatePEM(
        for key: _RSA.Signing.PrivateKey,
        name: String
    ) throws(SandboxError) -> String {
        do {
            let key = Certificate.PrivateKey(key)
            let subject = try DistinguishedName { CommonName(name) }
            let from = Date(timeIntervalSince1970: 1_577_836_800)
            let certificate = try Certificate(
                version: .v3,
                serialNumber: Certificate.SerialNumber(1 as Int64),
                publicKey: key.publicKey,
                notValidBefore: from,
                notValidAfter: from + 86_400 * 10_957,
                issuer: subject,
                subject: subject,
                signatureAlgorithm: .sha256WithRSAEncryption,
                extensions: try Certificate.Extensions { Critical(KeyUsage(digitalSignature: true)) },
                issuerPrivateKey: key
            )
            return try certificate.serializeAsPEM().pemString
        } catch {
            throw .certificate(host: name, reason: "the library refused it")
        }
    }
}
