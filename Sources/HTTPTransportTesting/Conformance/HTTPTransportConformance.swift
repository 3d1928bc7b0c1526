public import HTTPTransport

/// The rules that every `HTTPTransport` keeps, as checks to run against one.
///
/// ```swift
/// @Test("keeps the rules of a transport", arguments: HTTPTransportConformance.checks)
/// func conformance(check: HTTPTransportConformance.Check) async throws {
///     try await HTTPTransportConformance(transport: transport, peer: peer).run(check)
/// }
/// ```
public struct HTTPTransportConformance: Sendable {
    /// One rule.
    public struct Check: Sendable {
        /// The rule as a sentence that continues "a transport …".
        public let name: String
        let body: @Sendable (HTTPTransportConformance) async throws(Failure) -> Void
    }

    /// A rule that a transport does not keep.
    public struct Failure: Error, Sendable, Hashable {
        /// What was seen in place of what the rule asks for.
        public let reason: String
    }

    /// The transport under test.
    public let transport: any HTTPTransport
    /// The party it asks.
    public let peer: ConformancePeer

    /// Creates a run of the suite.
    ///
    /// - Parameters:
    ///   - transport: The transport under test.
    ///   - peer: The party it asks, which answers as ``ConformancePeer`` says.
    public init(transport: any HTTPTransport, peer: ConformancePeer) {
        self.transport = transport
        self.peer = peer
    }

    /// Every rule, in the order of a request's way.
    public static let checks: [Check] = requestChecks + responseChecks + limitChecks

    /// Runs one check.
    ///
    /// - Parameter check: One of ``checks``.
    /// - Throws: ``Failure`` when the transport does not keep the rule.
    public func run(_ check: Check) async throws(Failure) {
        try await check.body(self)
    }
}

extension HTTPTransportConformance.Check: CustomStringConvertible {
    /// The rule.
    public var description: String { name }
}

extension HTTPTransportConformance.Failure: CustomStringConvertible {
    /// What was seen in place of what the rule asks for.
    public var description: String { reason }
}

extension HTTPTransportConformance {
    func request(_ scenario: ConformanceScenario, query: String = "") -> HTTPRequest {
        HTTPRequest(origin: peer.origin, target: scenario.rawValue + query, deadline: .seconds(20))
    }

    func response(to request: HTTPRequest) async throws(Failure) -> HTTPResponse {
        do throws(TransportError) {
            return try await transport.perform(request)
        } catch {
            throw Failure(reason: "\(request) threw: \(error)")
        }
    }

    func echo(of request: HTTPRequest) async throws(Failure) -> EchoedRequest {
        let answer = try await response(to: request)
        guard let echo = EchoedRequest(encoded: answer.body) else {
            throw Failure(reason: "the peer did not echo the request but answered \(answer)")
        }
        return echo
    }

    func error(of request: HTTPRequest) async throws(Failure) -> TransportError {
        let answer: HTTPResponse
        do throws(TransportError) {
            answer = try await transport.perform(request)
        } catch {
            return error
        }
        throw Failure(reason: "\(request) was answered with \(answer), and should have thrown")
    }

    func expect<Value: Equatable>(_ what: String, _ seen: Value, is wanted: Value) throws(Failure) {
        if seen != wanted { throw Failure(reason: "\(what) is \(seen), and should be \(wanted)") }
    }
}
