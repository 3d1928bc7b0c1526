/// A certificate with its key, as PEM, made for a test.
package struct TestCertificate: Sendable {
    /// The certificate as PEM, without its issuer's.
    package let certificate: String
    /// Its private key as PEM.
    package let key: String
}
