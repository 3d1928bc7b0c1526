import HTTPTransport
import Synchronization

/// What goes wrong between client and servers in one shift, all of it decided by a seed.
final class ShiftWeather: Sendable {
    /// A time in which a server cannot be used.
    struct Outage: Sendable {
        var host: String
        var seconds: Range<Int>
        /// Whether it answers 503 in place of nothing.
        var answers: Bool
    }

    private struct State {
        var chance: Chance
        var faults = 0
        var lostRefreshes = 0
        var lastFault = Duration.seconds(-3600)
    }

    /// How many of a thousand exchanges fail.
    static let faultsInThousand = 30

    let outages: [Outage]
    private let clock: ShiftClock
    private let state: Mutex<State>

    /// Decides the outages: two failovers of the node, one of which answers, and one of the identity provider.
    init(seed: UInt64, node: String, provider: String, clock: ShiftClock) {
        var chance = Chance(seed: seed)
        // Each failover in its own half, so that there are two.
        outages =
            [0, 1].map { half in
                let start = half * 21_600 + Int.random(in: 600..<20_400, using: &chance)
                return Outage(
                    host: node,
                    seconds: start..<start + Int.random(in: 60...300, using: &chance),
                    answers: half == 1
                )
            }
            + [
                {
                    let start = Int.random(in: 600..<39_600, using: &chance)
                    return Outage(host: provider, seconds: start..<start + 1200, answers: false)
                }()
            ]
        self.clock = clock
        state = Mutex(State(chance: chance))
    }

    private var second: Int { Int(clock.elapsed.components.seconds) }

    /// What there was instead of an exchange.
    var faults: Int { state.withLock { $0.faults } }

    /// Refreshes whose answer never arrived.
    var lostRefreshes: Int { state.withLock { $0.lostRefreshes } }

    /// Whether a server cannot be used now.
    func isDown(_ host: String) -> Bool {
        outages.contains { $0.host == host && $0.seconds.contains(second) }
    }

    /// Whether anything of late could have left the user without a token.
    var isRough: Bool {
        outages.contains { second >= $0.seconds.lowerBound && second < $0.seconds.upperBound + 150 }
            || clock.elapsed - state.withLock { $0.lastFault } < .seconds(90)
    }

    /// A transport in this weather.
    ///
    /// - Parameters:
    ///   - inner: What carries the exchanges that happen.
    ///   - hasFaults: Whether single exchanges fail as well, not only those with a server that is down.
    /// - Returns: The transport.
    func transport(over inner: any HTTPTransport, hasFaults: Bool) -> any HTTPTransport {
        RoughTransport(weather: self, inner: inner, hasFaults: hasFaults)
    }

    private enum Fault {
        case before
        case after
    }

    private func nextFault() -> Fault? {
        state.withLock { state in
            let draw = Int.random(in: 0..<1000, using: &state.chance)
            guard draw < Self.faultsInThousand else { return nil }
            state.faults += 1
            state.lastFault = clock.elapsed
            return draw.isMultiple(of: 2) ? .before : .after
        }
    }

    private struct RoughTransport: HTTPTransport {
        let weather: ShiftWeather
        let inner: any HTTPTransport
        let hasFaults: Bool

        func perform(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
            let second = weather.second
            if let outage = weather.outages.first(where: {
                $0.host == request.origin.host && $0.seconds.contains(second)
            }) {
                guard outage.answers else { throw .connectionRefused(request.origin) }
                return HTTPResponse(status: 503, body: Array("Service Unavailable".utf8))
            }
            guard hasFaults, let fault = weather.nextFault() else { return try await inner.perform(request) }
            if fault == .before { throw .unreachable(request.origin, detail: "the network is down") }
            let response = try await inner.perform(request)
            if request.method == "POST", request.target.hasPrefix("/desktop/sso/token"), response.status == 200 {
                weather.state.withLock { $0.lostRefreshes += 1 }
            }
            throw .truncated(request.origin, .body, received: 0)
        }
    }
}
