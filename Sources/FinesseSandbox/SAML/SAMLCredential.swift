internal import CryptoExtras
internal import FoundationEssentials
internal import SwiftASN1
internal import X509

/// A private key and its certificate: what a party signs with.
package struct SAMLCredential: Sendable {
    /// The certificate, in PEM.
    package let certificatePEM: String

    /// The private key, in PEM, for keeping it in a file; it must not get anywhere else.
    package let privateKeyPEM: String

    /// The certificate's DER in base64, as metadata shows it.
    package let certificateBase64: String

    let key: SecurityKey

    /// Creates a credential from PEM texts.
    ///
    /// - Parameters:
    ///   - privateKeyPEM: The RSA key, without a passphrase.
    ///   - certificatePEM: The certificate of that key.
    /// - Throws: ``SAMLError/unusableKey(of:reason:)`` when either cannot be used or they do not belong together.
    package init(privateKeyPEM: String, certificatePEM: String) throws(SAMLError) {
        guard let key = SecurityKey.privateKey(pem: privateKeyPEM) else {
            throw .unusableKey(of: "the sandbox", reason: "the private key is not RSA in PEM")
        }
        let trusted = try SAMLTrustedKey(certificatePEM: certificatePEM)
        guard trusted.key.matches(key) else {
            throw .unusableKey(of: "the sandbox", reason: "the certificate belongs to another key")
        }
        self.certificatePEM = certificatePEM
        self.privateKeyPEM = privateKeyPEM
        self.certificateBase64 = trusted.certificateBase64
        self.key = key
    }

    /// Makes a new key of 2,048 bits with a certificate signed by itself.
    ///
    /// It takes a part of a second of computing.
    ///
    /// - Parameters:
    ///   - commonName: The certificate's subject.
    ///   - notBefore: When the certificate begins to hold.
    ///   - notAfter: When it ends.
    /// - Returns: The credential.
    /// - Throws: ``SAMLError/unusableKey(of:reason:)`` when the system cannot make one.
    package static func generate(
        commonName: String,
        notBefore: SandboxInstant,
        notAfter: SandboxInstant
    ) throws(SAMLError) -> SAMLCredential {
        guard let key = try? _RSA.Signing.PrivateKey(keySize: .bits2048) else {
            throw .unusableKey(of: commonName, reason: "it could not be made")
        }
        let pem = key.pemRepresentation
        return try selfSigned(privateKeyPEM: pem, commonName: commonName, notBefore: notBefore, notAfter: notAfter)
    }

    /// Makes a certificate signed by itself for a key that is there already.
    ///
    /// - Parameters:
    ///   - privateKeyPEM: The RSA key, without a passphrase.
    ///   - commonName: The certificate's subject.
    ///   - notBefore: When the certificate begins to hold.
    ///   - notAfter: When it ends.
    /// - Returns: The credential.
    /// - Throws: ``SAMLError/unusableKey(of:reason:)`` when the key cannot be used.
    package static func selfSigned(
        privateKeyPEM: String,
        commonName: String,
        notBefore: SandboxInstant,
        notAfter: SandboxInstant
    ) throws(SAMLError) -> SAMLCredential {
        let certificatePEM: String
        do {
            let key = try _RSA.Signing.PrivateKey(pemRepresentation: privateKeyPEM)
            let name = try DistinguishedName { CommonName(commonName) }
            let certificate = try Certificate(
                version: .v3,
                serialNumber: Certificate.SerialNumber(),
                publicKey: Certificate.PublicKey(key.publicKey),
                notValidBefore: Date(timeIntervalSince1970: Double(notBefore.seconds)),
                notValidAfter: Date(timeIntervalSince1970: Double(notAfter.seconds)),
                issuer: name,
                subject: name,
                signatureAlgorithm: .sha256WithRSAEncryption,
                extensions: Certificate.Extensions {},
                issuerPrivateKey: Certificate.PrivateKey(key)
            )
            certificatePEM = try certificate.serializeAsPEM().pemString
        } catch {
            throw .unusableKey(of: commonName, reason: "no certificate could be made for it")
        }
        return try SAMLCredential(privateKeyPEM: privateKeyPEM, certificatePEM: certificatePEM)
    }
}
