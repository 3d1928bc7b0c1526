import Crypto
import SwiftASN1
import X509

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A certificate authority that lives for one test.
package struct TestAuthority: Sendable {
    private let name: DistinguishedName
    private let key: Certificate.PrivateKey
    /// Its own certificate as PEM: what a client has to trust.
    package let certificate: String

    /// Creates an authority with a fresh P-256 key.
    ///
    /// - Parameter commonName: The name that shows up as the issuer.
    /// - Throws: When the certificate cannot be made.
    package init(commonName: String = "Test Authority") throws {
        name = try DistinguishedName { CommonName(commonName) }
        key = Certificate.PrivateKey(P256.Signing.PrivateKey())
        let extensions = try Certificate.Extensions {
            Critical(BasicConstraints.isCertificateAuthority(maxPathLength: nil))
            Critical(KeyUsage(keyCertSign: true, cRLSign: true))
        }
        certificate = try Certificate(
            version: .v3,
            serialNumber: Certificate.SerialNumber(),
            publicKey: key.publicKey,
            notValidBefore: Validity.current.notBefore,
            notValidAfter: Validity.current.notAfter,
            issuer: name,
            subject: name,
            signatureAlgorithm: .ecdsaWithSHA256,
            extensions: extensions,
            issuerPrivateKey: key
        ).serializeAsPEM().pemString
    }

    /// Issues a server's certificate.
    ///
    /// - Parameters:
    ///   - names: DNS names; one that is an IPv4 address becomes an address. Empty: no alternative name at all.
    ///   - commonName: The common name; the first of `names` when `nil`.
    ///   - validity: When it is valid.
    /// - Returns: The certificate and a fresh key.
    /// - Throws: When the certificate cannot be made.
    package func server(
        names: [String],
        commonName: String? = nil,
        validity: Validity = .current
    ) throws -> TestCertificate {
        try issue(
            commonName: commonName ?? names.first ?? "nobody",
            names: names,
            usage: .serverAuth,
            validity: validity
        )
    }

    /// Issues a client's certificate.
    ///
    /// - Parameter commonName: The name the server sees.
    /// - Returns: The certificate and a fresh key.
    /// - Throws: When the certificate cannot be made.
    package func client(commonName: String) throws -> TestCertificate {
        try issue(commonName: commonName, names: [], usage: .clientAuth, validity: .current)
    }

    /// Makes a server's certificate that signed itself.
    ///
    /// - Parameter names: DNS names or IPv4 addresses.
    /// - Returns: The certificate and a fresh key.
    /// - Throws: When the certificate cannot be made.
    package static func selfSigned(names: [String]) throws -> TestCertificate {
        try make(
            commonName: names.first ?? "nobody",
            names: names,
            usage: .serverAuth,
            validity: .current,
            issuer: nil
        )
    }

    private func issue(
        commonName: String,
        names: [String],
        usage: ExtendedKeyUsage.Usage,
        validity: Validity
    ) throws -> TestCertificate {
        try Self.make(commonName: commonName, names: names, usage: usage, validity: validity, issuer: (name, key))
    }

    private static func make(
        commonName: String,
        names: [String],
        usage: ExtendedKeyUsage.Usage,
        validity: Validity,
        issuer: (name: DistinguishedName, key: Certificate.PrivateKey)?
    ) throws -> TestCertificate {
        let key = Certificate.PrivateKey(P256.Signing.PrivateKey())
        let subject = try DistinguishedName { CommonName(commonName) }
        var extensions = try Certificate.Extensions {
            Critical(BasicConstraints.notCertificateAuthority)
            Critical(KeyUsage(digitalSignature: true))
            try ExtendedKeyUsage([usage])
        }
        if !names.isEmpty {
            try extensions.append(
                Certificate.Extension(SubjectAlternativeNames(names.map(generalName)), critical: false)
            )
        }
        let certificate = try Certificate(
            version: .v3,
            serialNumber: Certificate.SerialNumber(),
            publicKey: key.publicKey,
            notValidBefore: validity.notBefore,
            notValidAfter: validity.notAfter,
            issuer: issuer?.name ?? subject,
            subject: subject,
            signatureAlgorithm: .ecdsaWithSHA256,
            extensions: extensions,
            issuerPrivateKey: issuer?.key ?? key
        )
        return TestCertificate(
            certificate: try certificate.serializeAsPEM().pemString,
            key: try key.serializeAsPEM().pemString
        )
    }

    private static func generalName(_ name: String) -> GeneralName {
        let octets = name.split(separator: ".").compactMap { UInt8($0) }
        return octets.count == 4
            ? .ipAddress(ASN1OctetString(contentBytes: octets[...])) : .dnsName(name)
    }
}
