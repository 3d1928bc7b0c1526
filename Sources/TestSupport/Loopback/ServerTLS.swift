import NIOSSL

/// How a loopback server speaks TLS.
package struct ServerTLS: Sendable {
    /// The server's certificate.
    package var certificate: TestCertificate
    /// Certificates sent after it, as PEM.
    package var intermediates: [String] = []
    /// Who must have signed the client's certificate, as PEM; `nil` asks for none.
    package var clientAuthority: String?
    /// Whether HTTP/2 is agreed on when the client offers it.
    package var speaksHTTP2 = false
    /// Whether nothing newer than TLS 1.1 is spoken.
    package var isOutdated = false

    /// Creates TLS with a certificate, and nothing asked of the client.
    package init(_ certificate: TestCertificate) {
        self.certificate = certificate
    }

    func context() throws -> NIOSSLContext {
        let chain = try ([certificate.certificate] + intermediates).map {
            NIOSSLCertificateSource.certificate(try NIOSSLCertificate(bytes: Array($0.utf8), format: .pem))
        }
        let key = try NIOSSLPrivateKey(bytes: Array(certificate.key.utf8), format: .pem)
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: chain,
            privateKey: .privateKey(key)
        )
        if let clientAuthority {
            let authority = try NIOSSLCertificate(bytes: Array(clientAuthority.utf8), format: .pem)
            configuration.certificateVerification = .noHostnameVerification
            configuration.trustRoots = .certificates([authority])
        }
        if speaksHTTP2 { configuration.applicationProtocols = ["h2", "http/1.1"] }
        if isOutdated {
            configuration.minimumTLSVersion = .tlsv1
            configuration.maximumTLSVersion = .tlsv11
        }
        return try NIOSSLContext(configuration: configuration)
    }
}
