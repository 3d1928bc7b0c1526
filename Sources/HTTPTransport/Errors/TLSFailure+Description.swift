extension TLSFailure: CustomStringConvertible {
    /// What is wrong, without the name of the peer.
    public var description: String {
        switch reason {
        case .expired(let subject, let notAfter):
            "the certificate of \(subject) expired on \(notAfter)"
        case .notYetValid(let subject, let notBefore):
            "the certificate of \(subject) is not valid before \(notBefore)"
        case .unknownIssuer(let issuer, let sha256):
            "its certificate (SHA-256 \(sha256)) was issued by \(issuer), who is not trusted"
        case .notPinned(let sha256):
            "its certificate (SHA-256 \(sha256)) is not one of those pinned for it"
        case .nameMismatch(let requested, let names):
            "its certificate is not for \(requested) but for \(Self.listed(names))"
        case .invalidChain(let code, let detail):
            "its certificates were refused (\(detail), code \(code))"
        case .refusedByPeer(let alert):
            "it ended the TLS handshake with the alert \"\(alert)\""
        case .handshakeFailed(let detail):
            "TLS could not be agreed on (\(detail))"
        }
    }

    /// A sentence for people about this failure on the way to an origin.
    ///
    /// - Parameter origin: The origin that was asked.
    /// - Returns: What is wrong, with whom, and what to do next.
    func sentence(for origin: HTTPOrigin) -> String {
        switch peer {
        case .origin: "\(origin) cannot be trusted: \(self). \(advice)"
        case .proxy(let host, let port):
            "\(origin) was not reached, since the proxy \(host):\(port) cannot be trusted: \(self). \(advice)"
        }
    }

    /// A certificate may name hundreds of hosts; a sentence names twenty.
    private static func listed(_ names: [String]) -> String {
        if names.isEmpty { return "no name" }
        let shown = names.prefix(20).joined(separator: ", ")
        return names.count > 20 ? "\(shown) and \(names.count - 20) more" : shown
    }

    private var advice: String {
        switch reason {
        case .expired: "Have the certificate renewed, or check this computer's clock."
        case .notYetValid: "Check this computer's clock, or the certificate."
        case .unknownIssuer:
            "Compare the fingerprint with the server's; trust it or its issuer only if they are the same."
        case .notPinned:
            "If the server's certificate was replaced on purpose, compare the fingerprint and pin the new one."
        case .nameMismatch: "Use one of these names, or have a certificate made for the name in use."
        case .invalidChain: "Have the server's certificates replaced."
        case .refusedByPeer: "Check whether it asks for a client certificate, and which TLS versions it allows."
        case .handshakeFailed: "Check that the port speaks TLS, version 1.2 or later."
        }
    }
}
