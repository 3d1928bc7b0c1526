public import HTTPTransport

/// The party that the conformance suite asks.
///
/// Whoever tests a transport lets a server of his own (or the transport itself, when it has no network) answer every request
/// with ``answer(method:target:fields:body:)``.
public struct ConformancePeer: Sendable {
    /// Where the peer answers.
    public var origin: HTTPOrigin
    /// An origin of which nobody listens on the port.
    public var deadOrigin: HTTPOrigin

    /// Creates a description of a peer.
    ///
    /// - Parameters:
    ///   - origin: Where the peer answers.
    ///   - deadOrigin: An origin of which nobody listens on the port.
    public init(origin: HTTPOrigin, deadOrigin: HTTPOrigin) {
        self.origin = origin
        self.deadOrigin = deadOrigin
    }

    /// What the peer answers to a request of the suite.
    ///
    /// - Parameters:
    ///   - method: The method as received.
    ///   - target: The target as received.
    ///   - fields: The fields as received, in their order.
    ///   - body: The body as received.
    /// - Returns: The answer; a 404 for a target that is none of the suite's.
    public static func answer(
        method: String,
        target: String,
        fields: HTTPFields,
        body: [UInt8]
    ) -> ConformanceAnswer {
        let path = target.prefix { $0 != "?" }
        guard let scenario = ConformanceScenario(rawValue: String(path)) else {
            return .response(status: 404, fields: [:], body: Array("no such scenario".utf8))
        }
        let received = EchoedRequest(method: method, target: target, fields: fields, body: body)
        return scenario.answer(to: received)
    }
}
