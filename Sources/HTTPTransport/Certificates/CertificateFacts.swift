/// What a person needs to know of one certificate to decide whether to trust it, and the certificate itself.
public struct CertificateFacts: Sendable, Hashable {
    /// The distinguished name of its holder, such as `CN=finesse1.xyz.com,O=Example`.
    public var subject: String
    /// The distinguished name of who signed it.
    public var issuer: String
    /// The SHA-256 of the certificate, as `AB:CD:…` (32 pairs).
    public var sha256: String
    /// The first moment it is valid.
    public var notBefore: CertificateTime
    /// The last moment it is valid.
    public var notAfter: CertificateTime
    /// The host names and addresses it is for, in its order.
    public var names: [String]
    /// The certificate as PEM.
    public var pem: String

    /// Creates the facts of a certificate.
    ///
    /// - Parameters:
    ///   - subject: The distinguished name of its holder.
    ///   - issuer: The distinguished name of who signed it.
    ///   - sha256: The SHA-256 of the certificate, as `AB:CD:…`.
    ///   - notBefore: The first moment it is valid.
    ///   - notAfter: The last moment it is valid.
    ///   - names: The host names and addresses it is for.
    ///   - pem: The certificate as PEM.
    public init(
        subject: String,
        issuer: String,
        sha256: String,
        notBefore: CertificateTime,
        notAfter: CertificateTime,
        names: [String],
        pem: String
    ) {
        self.subject = subject
        self.issuer = issuer
        self.sha256 = sha256
        self.notBefore = notBefore
        self.notAfter = notAfter
        self.names = names
        self.pem = pem
    }
}
