internal import Crypto
internal import SwiftASN1
internal import X509

/// A public key that is trusted because metadata or configuration names it, never because a message does.
package struct SAMLTrustedKey: Sendable {
    /// The DER of the certificate it was read from, in base64 without line breaks.
    package let certificateBase64: String

    let key: SecurityKey

    /// Reads the key of a certificate in base64, as metadata shows it.
    ///
    /// - Parameters:
    ///   - certificateBase64: The certificate's DER in base64; blanks and line breaks are skipped.
    ///   - owner: Whose certificate it is, for the error.
    /// - Throws: ``SAMLError/unusableKey(of:reason:)`` when it is no certificate with an RSA key of 2,048 bits or more.
    package init(certificateBase64: String, of owner: String = "the other party") throws(SAMLError) {
        guard let der = SAMLText.base64Decode(certificateBase64) else {
            throw .unusableKey(of: owner, reason: "its first signing certificate is not base64")
        }
        guard let key = SecurityKey.publicKey(ofCertificate: der) else {
            throw .unusableKey(of: owner, reason: Self.fault(of: der))
        }
        self.certificateBase64 = TextEncodings.base64(der)
        self.key = key
    }

    /// Why a certificate cannot be used, in words for whoever exported it.
    private static func fault(of der: [UInt8]) -> String {
        guard let certificate = try? Certificate(derEncoded: der) else {
            return "its first signing certificate cannot be read, or its RSA key has fewer than 2,048 bits"
        }
        let key = certificate.publicKey
        let isElliptic =
            P256.Signing.PublicKey(key) != nil || P384.Signing.PublicKey(key) != nil
            || P521.Signing.PublicKey(key) != nil
        return "its first signing certificate shows "
            + (isElliptic ? "an elliptic curve key (ECDSA)" : "a key of another kind") + " where RSA is needed"
    }

    /// Reads the key of the first certificate in a PEM text.
    ///
    /// - Parameter certificatePEM: The text.
    /// - Throws: ``SAMLError/unusableKey(of:reason:)`` when it holds no certificate with an RSA key of 2,048 bits or more.
    package init(certificatePEM: String) throws(SAMLError) {
        let lines = certificatePEM.split(whereSeparator: \.isNewline)
        guard let begin = lines.firstIndex(of: "-----BEGIN CERTIFICATE-----"),
            let end = lines[begin...].firstIndex(of: "-----END CERTIFICATE-----")
        else {
            throw .unusableKey(of: "the other party", reason: "there is no certificate in the PEM text")
        }
        try self.init(certificateBase64: lines[(begin + 1)..<end].joined())
    }
}

/// Text forms that SAML's bindings use.
enum SAMLText {
    /// Decodes base64; only blanks and line breaks are skipped.
    static func base64Decode(_ text: String) -> [UInt8]? {
        let blanks: Set<UInt8> = [0x09, 0x0A, 0x0D, 0x20]
        let alphabet = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=".utf8)
        let kept = text.utf8.filter { !blanks.contains($0) }
        guard !kept.isEmpty, kept.allSatisfy(alphabet.contains) else { return nil }
        return TextEncodings.base64Decode(String(decoding: kept, as: UTF8.self))
    }
}
