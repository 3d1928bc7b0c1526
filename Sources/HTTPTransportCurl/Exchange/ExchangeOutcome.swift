import HTTPTransport

/// What the library said of one exchange, copied into Swift.
struct ExchangeOutcome: Sendable {
    enum Failure: Sendable, Equatable {
        case name
        case proxyName
        case connect(refused: Bool)
        case proxyHandshake(status: Int)
        case tls
        case timeout
        case headTooLarge
        case bodyTooLarge
        case connectionLost
        case malformed
        case other
        case cancelled
    }

    enum Verdict: Sendable, Equatable {
        case expired
        case notYetValid
        case unknownIssuer
        case nameMismatch
        case other(code: Int, detail: String)
    }

    struct TLS: Sendable {
        var version: String?
        var peerIsProxy = false
        var verdict: Verdict?
        var judged: CertificateFacts?
        var alert: String?
        var chain: [CertificateFacts] = []
    }

    var failure: Failure?
    var detail = ""
    var wasConnected = false
    var headIsComplete = false
    var head: [UInt8] = []
    var body: [UInt8] = []
    var remoteAddress = ""
    var remotePort: UInt16 = 0
    var isReused = false
    var tls = TLS()
}
