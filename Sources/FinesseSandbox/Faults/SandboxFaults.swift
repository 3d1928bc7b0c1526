internal import Synchronization

/// The faults of a running sandbox.
///
/// Those of the configuration stand first; others are added and removed while it runs.
public final class SandboxFaults: Sendable {
    /// A fault that was added, and how it is doing.
    public struct Entry: Hashable, Codable, Sendable {
        /// Its number, from 1.
        public var id: Int
        /// The fault.
        public var fault: SandboxFault
        /// How many requests it was for.
        public var seen: Int
        /// How often it fired.
        public var fired: Int
        /// Whether it can still fire: its time is not over and it has not fired as often as it may.
        public var isActive: Bool
    }

    private struct Record {
        var id: Int
        var fault: SandboxFault
        /// What chance depends on besides the seed and the request's number.
        var key: UInt64
        var ends: SandboxInstant?
        var isConfigured: Bool
        var seen = 0
        var fired = 0

        func isActive(at now: SandboxInstant) -> Bool {
            if let ends, ends <= now { return false }
            return fault.when.times.map { fired < $0 } ?? true
        }
    }

    private struct State {
        var records: [Record] = []
        var lastID = 0
        /// The configuration's faults as they were taken in.
        var configured: [SandboxFault] = []
        /// The number of the configuration that they were looked for in.
        var revision: Int?
        var isStopped = false
        var lastWaiter = 0
        var waiting: [Int: (fault: Int, continuation: CheckedContinuation<Void, Never>)] = [:]
    }

    private let live: LiveConfiguration
    private let clock: SandboxClock
    private let hosts: Set<String>
    private let state = Mutex(State())

    init(live: LiveConfiguration, clock: SandboxClock, hosts: Set<String>) {
        self.live = live
        self.clock = clock
        self.hosts = hosts
    }

    /// Adds a fault, which holds from the next request on.
    ///
    /// - Parameter fault: The fault.
    /// - Returns: Its number.
    /// - Throws: ``SandboxError/configuration(key:reason:)`` when one of its values cannot be used.
    @discardableResult
    public func add(_ fault: SandboxFault) throws(SandboxError) -> Int {
        try fault.validate(key: "fault", hosts: hosts)
        return state.withLock { state in
            follow(&state)
            return insert(fault, isConfigured: false, &state)
        }
    }

    /// Removes a fault; requests that it delays go on at once.
    ///
    /// - Parameter id: Its number.
    /// - Returns: Whether there was one.
    @discardableResult
    public func remove(_ id: Int) -> Bool {
        let (isThere, released) = state.withLock { state in
            follow(&state)
            let isThere = state.records.contains { $0.id == id }
            state.records.removeAll { $0.id == id }
            return (isThere, Self.release(&state))
        }
        for continuation in released { continuation.resume() }
        return isThere
    }

    /// Removes every fault, those of the configuration too; requests that they delay go on at once.
    public func removeAll() {
        let released = state.withLock { state in
            follow(&state)
            state.records.removeAll()
            return Self.release(&state)
        }
        for continuation in released { continuation.resume() }
    }

    /// Begins anew with the configuration's faults, none of which has fired; requests that any delays go on at once.
    func reset() {
        let released = state.withLock { state in
            state.records.removeAll()
            state.configured = []
            state.revision = nil
            return Self.release(&state)
        }
        for continuation in released { continuation.resume() }
    }

    /// Every fault that was not removed, the first added first.
    public var list: [Entry] {
        let now = clock.now
        return state.withLock { state in
            follow(&state)
            return state.records.map { record in
                Entry(
                    id: record.id,
                    fault: record.fault,
                    seen: record.seen,
                    fired: record.fired,
                    isActive: record.isActive(at: now)
                )
            }
        }
    }

    // MARK: Requests

    /// Whether a fault asks whose a request is.
    var askForUsers: Bool {
        state.withLock { state in
            follow(&state)
            return state.records.contains { $0.fault.when.user != nil }
        }
    }

    /// Decides what goes wrong for a request.
    func decide(_ subject: SandboxFault.Selector.Subject) -> FaultDecision {
        let now = clock.now
        let seed = live.value { $0.faultSeed }
        return state.withLock { state in
            follow(&state)
            var decision = FaultDecision()
            for index in state.records.indices {
                let record = state.records[index]
                guard record.isActive(at: now), record.fault.when.fits(subject) else { continue }
                state.records[index].seen += 1
                let number = state.records[index].seen
                let selector = record.fault.when
                guard number > selector.after, !(record.fault.effect.shapesAnswer && decision.shape != nil) else {
                    continue
                }
                var random = FaultRandom(seed, record.key, UInt64(number))
                guard random.fraction() < selector.probability else { continue }
                state.records[index].fired += 1
                decision.add(record.fault, id: record.id, &random)
            }
            return decision
        }
    }

    /// Lets a span pass on the sandbox's clock, unless the fault is removed or the sandbox stops before.
    func wait(_ span: Duration, for fault: Int) async {
        guard span > .zero else { return }
        await withCheckedContinuation { continuation in
            let waiter: Int? = state.withLock { state in
                guard !state.isStopped, state.records.contains(where: { $0.id == fault }) else { return nil }
                state.lastWaiter += 1
                state.waiting[state.lastWaiter] = (fault, continuation)
                return state.lastWaiter
            }
            guard let waiter else { return continuation.resume() }
            clock.schedule(after: span) { [weak self] in
                self?.state.withLock { $0.waiting.removeValue(forKey: waiter) }?.continuation.resume()
            }
        }
    }

    /// Lets every delayed request go on, and delays none any more.
    func stop() {
        let released = state.withLock { state in
            state.isStopped = true
            defer { state.waiting.removeAll() }
            return state.waiting.values.map(\.continuation)
        }
        for continuation in released { continuation.resume() }
    }

    // MARK: Parts

    /// Takes the configuration's faults in, where they are others than before: it may change while the sandbox runs.
    private func follow(_ state: inout State) {
        let revision = live.revision
        guard revision != state.revision else { return }
        state.revision = revision
        let configured = live.value { $0.faults }
        guard configured != state.configured else { return }
        state.configured = configured
        state.records.removeAll { $0.isConfigured }
        for fault in configured { _ = insert(fault, isConfigured: true, &state) }
    }

    private func insert(_ fault: SandboxFault, isConfigured: Bool, _ state: inout State) -> Int {
        state.lastID += 1
        let ends = fault.lasts.map { clock.now.advanced(by: $0) }
        // Two that are alike are two: otherwise they would always fire together.
        let twins = state.records.count { $0.fault == fault }
        let record = Record(
            id: state.lastID,
            fault: fault,
            key: fault.fingerprint &+ UInt64(twins),
            ends: ends,
            isConfigured: isConfigured
        )
        state.records.append(record)
        return record.id
    }

    /// Takes out those who wait for a fault that is gone.
    private static func release(_ state: inout State) -> [CheckedContinuation<Void, Never>] {
        let ids = Set(state.records.map(\.id))
        let over = state.waiting.filter { !ids.contains($0.value.fault) }
        for waiter in over.keys { state.waiting.removeValue(forKey: waiter) }
        return over.values.map(\.continuation)
    }
}

/// What goes wrong for one request.
struct FaultDecision: Sendable {
    /// The faults that fired, by what they are called.
    private(set) var labels: [String] = []
    /// What is different for the services.
    private(set) var conditions = RequestConditions()
    /// What becomes of the answer, and the fault's number.
    private(set) var shape: (effect: SandboxFault.Effect, fault: Int)?
    /// By how much the answer is late, fault by fault.
    private(set) var delays: [(span: Duration, fault: Int)] = []

    mutating func add(_ fault: SandboxFault, id: Int, _ random: inout FaultRandom) {
        labels.append(fault.label)
        switch fault.effect {
        case .delay(let delay): delays.append((delay.span(&random), id))
        case .failure(let failure): conditions.failures.insert(failure)
        case .account(let account, let user): conditions.accounts[user] = account
        default: shape = (fault.effect, id)
        }
    }
}

extension SandboxFault {
    /// A number that is the same for the same fault in every process.
    ///
    /// Source: Fowler, Noll, Vo, FNV-1a with 64 bits.
    var fingerprint: UInt64 {
        var text = "\(when.party?.rawValue ?? "")|\(when.node ?? "")|\(when.method ?? "")|\(when.path ?? "")|"
        text += "\(when.route?.rawValue ?? "")|\(when.user ?? "")|\(when.after)|\(when.times ?? 0)|"
        text += "\(when.probability)|\(effect.label)"
        return text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}
