import FinesseSSO
import FinesseTypes
import Testing

/// A shift of twelve hours, second by second, on a made-up clock: one machine, one server, and what goes wrong between them.
private struct Shift {
    /// Numbers that are the same for the same seed.
    private struct Chance: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }

    static let length = 12 * 3600
    static let accessLife = 300
    static let refreshLife = 7200

    private var chance: Chance
    private var machine = TokenMachine()
    private var second = 0
    private var wakeAt: Int?
    private var answers: [(second: Int, event: TokenEvent)] = []
    /// When the refresh token that the server knows ends.
    private var refreshEnds = 0
    private var issued = 0
    /// The ends of the access tokens that the server has issued.
    private var accessEnds: [AccessToken: Int] = [:]

    private let nodeFailures: [Range<Int>]
    private let providerOutage: Range<Int>

    private(set) var refreshes = 0
    private(set) var signIns = 0
    private(set) var published: TokenSet?
    private(set) var askedPerson = 0
    private(set) var rejectedCalls = 0
    private(set) var secondsWithoutToken = 0

    init(seed: UInt64) {
        var chance = Chance(state: seed)
        nodeFailures = (0..<2).map { _ in
            let start = Int.random(in: 600..<Shift.length - 600, using: &chance)
            return start..<start + 90
        }
        let start = Int.random(in: 600..<Shift.length - 3600, using: &chance)
        providerOutage = start..<start + 1200
        self.chance = chance
    }

    mutating func run() {
        send(.loaded(nil))
        while second < Shift.length {
            second += 1
            while let due = answers.firstIndex(where: { $0.second <= second }) { send(answers.remove(at: due).event) }
            if let wake = wakeAt, wake <= second {
                wakeAt = nil
                send(.woke)
            }
            if second.isMultiple(of: 20) { call() }
            if published.map({ !machine.isUsable(at: at(second)) || $0 != machine.tokens }) ?? true {
                secondsWithoutToken += 1
            }
        }
    }

    /// A call to Finesse, as an agent's work makes them.
    private mutating func call() {
        guard let tokens = published, machine.isUsable(at: at(second)) else { return send(.wanted) }
        if let end = accessEnds[tokens.accessToken], end > second { return }
        rejectedCalls += 1
    }

    private mutating func send(_ event: TokenEvent) {
        let jitter = Double.random(in: 0...1, using: &chance)
        for action in machine.handle(event, at: at(second), jitter: jitter) {
            switch action {
            case .refresh: refresh()
            case .signInSilently: signIn()
            case .save: answers.append((second + 1, .saved))
            case .publish(let tokens): published = tokens
            case .withdraw: published = nil
            case .askPerson: askedPerson += 1
            case .wake(let duration):
                wakeAt = second + Int(duration.components.seconds) + (duration.components.attoseconds > 0 ? 1 : 0)
            case .refuse, .notice: break
            }
        }
    }

    private var isNodeDown: Bool { nodeFailures.contains { $0.contains(second) } }

    private mutating func refresh() {
        refreshes += 1
        let latency = Int.random(in: 1...4, using: &chance)
        if isNodeDown || Int.random(in: 0..<10, using: &chance) == 0 {
            answers.append((second + latency, .failed(transient())))
        } else if second >= refreshEnds {
            answers.append((second + latency, .renewalRefused(.redirect(302))))
        } else {
            answers.append((second + latency, .renewed(issue(at: second + latency, newRefreshToken: false))))
        }
    }

    private mutating func signIn() {
        signIns += 1
        let latency = Int.random(in: 2...8, using: &chance)
        if isNodeDown || providerOutage.contains(second) || Int.random(in: 0..<10, using: &chance) == 0 {
            answers.append((second + latency, .failed(transient())))
        } else {
            answers.append((second + latency, .signedIn(issue(at: second + latency, newRefreshToken: true))))
        }
    }

    private mutating func issue(at arrival: Int, newRefreshToken: Bool) -> TokenSet {
        issued += 1
        let new = tokens("access-\(issued)", received: arrival, life: Shift.accessLife)
        // The server counts from when it issues, which is a moment before the arrival.
        accessEnds[new.accessToken] = arrival + Shift.accessLife
        if newRefreshToken { refreshEnds = second + Shift.refreshLife }
        return new
    }
}

@Suite("A simulated shift of twelve hours")
struct SimulatedShiftTests {
    @Test(
        "with faults, two node failovers and an outage of the identity provider it ends signed in",
        arguments: UInt64(1)...100
    )
    func shift(seed: UInt64) throws {
        var shift = Shift(seed: seed)
        shift.run()
        let published = try #require(shift.published, "seed \(seed)")
        #expect(TokenLifecycle(published).phase(at: at(Shift.length)) != .expired, "seed \(seed)")
        #expect(shift.askedPerson == 0, "seed \(seed)")
        #expect(shift.rejectedCalls == 0, "seed \(seed)")
        // A life of 300 s is renewed after 225 s at the earliest; one try in ten fails and is made again.
        #expect((140...230).contains(shift.refreshes), "seed \(seed): \(shift.refreshes)")
        // A refresh token of two hours is followed by a sign-in; more of them fail in an outage, a minute apart at most often.
        #expect((6...90).contains(shift.signIns), "seed \(seed): \(shift.signIns)")
        // The outage can meet the end of a refresh token: no token can be had then until it is over.
        #expect(shift.secondsWithoutToken <= 1200 + 120, "seed \(seed): \(shift.secondsWithoutToken)")
    }
}
