// UNSAFE: see the head of CertificateStore.swift.

internal import CCurl
import HTTPTransport

extension ExchangeOutcome {
    /// Copies what the library said of a finished exchange.
    init(_ outcome: cc_outcome) {
        self.init()
        failure = unsafe Failure(outcome)
        detail = unsafe String(cString: outcome.detail)
        wasConnected = unsafe outcome.was_connected
        headIsComplete = unsafe outcome.head_is_complete
        head = unsafe Array(UnsafeBufferPointer(start: outcome.head, count: outcome.head_length))
        body = unsafe Array(UnsafeBufferPointer(start: outcome.body, count: outcome.body_length))
        remoteAddress = unsafe String(cString: outcome.remote_address)
        remotePort = unsafe outcome.remote_port
        isReused = unsafe outcome.is_reused
        tls = unsafe TLS(outcome)
    }
}

extension ExchangeOutcome.Failure {
    fileprivate init?(_ outcome: cc_outcome) {
        switch unsafe outcome.failure {
        case CC_FAILURE_NONE: return nil
        case CC_FAILURE_NAME: self = .name
        case CC_FAILURE_PROXY_NAME: self = .proxyName
        case CC_FAILURE_CONNECT: self = unsafe .connect(refused: outcome.was_refused)
        case CC_FAILURE_PROXY_HANDSHAKE: self = unsafe .proxyHandshake(status: Int(outcome.connect_status))
        case CC_FAILURE_TLS: self = .tls
        case CC_FAILURE_TIMEOUT: self = .timeout
        case CC_FAILURE_HEAD_TOO_LARGE: self = .headTooLarge
        case CC_FAILURE_BODY_TOO_LARGE: self = .bodyTooLarge
        case CC_FAILURE_CONNECTION_LOST: self = .connectionLost
        case CC_FAILURE_MALFORMED: self = .malformed
        default: self = .other
        }
    }
}

extension ExchangeOutcome.TLS {
    fileprivate init(_ outcome: cc_outcome) {
        version = unsafe outcome.tls_version.map { unsafe String(cString: $0) }
        peerIsProxy = unsafe outcome.tls_peer_is_proxy
        verdict = unsafe ExchangeOutcome.Verdict(outcome)
        judged = unsafe outcome.judged.map { unsafe CertificateFacts($0.pointee) }
        alert = unsafe outcome.alert.map { unsafe String(cString: $0) }
        chain = unsafe CertificateFacts.all(in: outcome.chain)
    }
}

extension ExchangeOutcome.Verdict {
    fileprivate init?(_ outcome: cc_outcome) {
        switch unsafe outcome.verdict {
        case CC_VERDICT_NONE: return nil
        case CC_VERDICT_EXPIRED: self = .expired
        case CC_VERDICT_NOT_YET_VALID: self = .notYetValid
        case CC_VERDICT_UNKNOWN_ISSUER: self = .unknownIssuer
        case CC_VERDICT_NAME_MISMATCH: self = .nameMismatch
        default:
            let detail = unsafe outcome.verdict_detail.map { unsafe String(cString: $0) }
            self = .other(code: unsafe Int(outcome.verdict_code), detail: detail ?? "")
        }
    }
}
