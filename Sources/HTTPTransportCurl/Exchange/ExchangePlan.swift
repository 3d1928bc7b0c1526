import HTTPTransport

/// Everything the library is told for one exchange.
///
/// Made of a request and a configuration without any effect, so that what goes out can be read and tested in one place.
struct ExchangePlan: Sendable {
    struct Route: Sendable, Equatable {
        var url: String
        var userName: String?
        var password: String?
        var tunnels: Bool
    }

    struct TLSSide: Sendable {
        var host: String
        var store: CertificateStore
        var identity: LoadedIdentity?
    }

    var url: String
    var target: String
    var method: String
    var fieldLines: [[UInt8]]
    var body: [UInt8]?
    var maximumBodyLength: Int
    var deadline: ContinuousClock.Instant
    var allowsHTTP2: Bool
    var answersNegotiate: Bool
    var connectTo: String?
    var proxy: Route?
    var originTLS: TLSSide?
    var proxyTLS: TLSSide?
}
