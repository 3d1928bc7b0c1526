/// Why TLS was refused, by whom it was offered, and the certificates it was offered with.
public struct TLSFailure: Sendable, Hashable {
    /// The party at the other end of the TLS handshake.
    public enum Peer: Sendable, Hashable {
        /// The origin of the request.
        case origin
        /// An HTTPS proxy on the way.
        case proxy(host: String, port: UInt16)
    }

    /// What is wrong.
    public enum Reason: Sendable, Hashable {
        /// A certificate of the chain was valid until `notAfter`; `subject` is its holder.
        case expired(subject: String, notAfter: CertificateTime)
        /// A certificate of the chain is valid from `notBefore` on; `subject` is its holder.
        case notYetValid(subject: String, notBefore: CertificateTime)
        /// No trusted certificate stands at the end of the chain.
        ///
        /// `issuer` is who is missing or not trusted (the holder itself when it signed itself), `sha256` the fingerprint of the
        /// server's own certificate.
        case unknownIssuer(issuer: String, sha256: String)
        /// The origin has pins and none of them leads to the certificate it shows now, whose fingerprint is `sha256`.
        case notPinned(sha256: String)
        /// The certificate is for other names.
        case nameMismatch(requested: String, names: [String])
        /// The chain breaks another rule, such as a key too short; `code` is the verifier's number for it.
        case invalidChain(code: Int, detail: String)
        /// The peer ended the handshake with an alert, such as `certificate required`.
        case refusedByPeer(alert: String)
        /// The handshake failed without a certificate being judged.
        case handshakeFailed(detail: String)
    }

    /// The party at the other end.
    public var peer: Peer
    /// What is wrong.
    public var reason: Reason
    /// The certificates that were shown, the peer's own first; empty when none came.
    public var chain: [CertificateFacts]

    /// Creates a TLS failure.
    ///
    /// - Parameters:
    ///   - peer: The party at the other end. The origin unless told.
    ///   - reason: What is wrong.
    ///   - chain: The certificates that were shown, the peer's own first.
    public init(peer: Peer = .origin, reason: Reason, chain: [CertificateFacts] = []) {
        self.peer = peer
        self.reason = reason
        self.chain = chain
    }
}

extension TLSFailure {
    /// The reasons without what differs from one to the next.
    public enum Label: String, Sendable, Hashable, CaseIterable {
        /// See ``TLSFailure/Reason/expired(subject:notAfter:)``.
        case expired = "expired"
        /// See ``TLSFailure/Reason/notYetValid(subject:notBefore:)``.
        case notYetValid = "not-yet-valid"
        /// See ``TLSFailure/Reason/unknownIssuer(issuer:sha256:)``.
        case unknownIssuer = "unknown-issuer"
        /// See ``TLSFailure/Reason/notPinned(sha256:)``.
        case notPinned = "not-pinned"
        /// See ``TLSFailure/Reason/nameMismatch(requested:names:)``.
        case nameMismatch = "name-mismatch"
        /// See ``TLSFailure/Reason/invalidChain(code:detail:)``.
        case invalidChain = "invalid-chain"
        /// See ``TLSFailure/Reason/refusedByPeer(alert:)``.
        case refusedByPeer = "refused-by-peer"
        /// See ``TLSFailure/Reason/handshakeFailed(detail:)``.
        case handshakeFailed = "handshake-failed"
    }

    /// The reason as a bounded word.
    public var label: Label {
        switch reason {
        case .expired: .expired
        case .notYetValid: .notYetValid
        case .unknownIssuer: .unknownIssuer
        case .notPinned: .notPinned
        case .nameMismatch: .nameMismatch
        case .invalidChain: .invalidChain
        case .refusedByPeer: .refusedByPeer
        case .handshakeFailed: .handshakeFailed
        }
    }
}
