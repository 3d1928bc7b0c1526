/// A client certificate and its private key.
public struct ClientIdentity: Sendable {
    /// The certificate as PEM, with the intermediate ones after it.
    public var certificate: String
    /// The private key as PEM.
    public var key: String
    /// What the key is encrypted with, if it is.
    public var passphrase: String?

    /// Creates an identity.
    ///
    /// - Parameters:
    ///   - certificate: The certificate as PEM, with the intermediate ones after it.
    ///   - key: The private key as PEM.
    ///   - passphrase: What the key is encrypted with, if it is.
    public init(certificate: String, key: String, passphrase: String? = nil) {
        self.certificate = certificate
        self.key = key
        self.passphrase = passphrase
    }
}

extension ClientIdentity: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// That there is one, and nothing of it.
    public var description: String { "ClientIdentity(<redacted>)" }

    /// The same as ``description``.
    public var debugDescription: String { description }

    /// Nothing to look into: the key is a secret.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
