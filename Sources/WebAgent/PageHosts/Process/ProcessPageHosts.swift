import Synchronization
import WebAgentScripting

/// Page hosts in processes of their own, each between walls and each killed when it is over its bounds.
///
/// A host serves one agent until that is closed or goes away. Then it is kept for the next, unless it is one too many, has shown
/// its number of pages, or was in the middle of something. Nothing is started before it is needed until ``prepare()`` is called;
/// from then on one host waits for the next agent, and one that ends is replaced.
///
///     let hosts = ProcessPageHosts(program: try PageHostProgram.find())
///     let agent = WebAgent(transport: transport, pageHosts: hosts)
public final class ProcessPageHosts: PageHostProvider {
    struct State {
        var leased = 0
        var idle: [Standing] = []
        /// A host that is being started for whoever comes first.
        var spare: SpareHost?
        /// Whether a host that ends is replaced before it is needed.
        var keepsSpare = false
        /// How often that is done before a host has served an agent well.
        var replacementsLeft = ProcessPageHosts.replacementBound
        var turns: [Turn] = []
        var nextTurn = 0
        var living: [ObjectIdentifier: HostProcess] = [:]
        var isClosed = false
    }

    struct Turn {
        var number: Int
        var continuation: CheckedContinuation<PageHostFailure?, Never>
    }

    /// A host that is ready, and its walls.
    struct Standing: Sendable {
        var process: HostProcess
        var walls: PageHostWalls
    }

    /// The program of the hosts.
    public let program: PageHostProgram

    /// How many there are, and their bounds.
    public let settings: ProcessPageHostSettings

    let state = Mutex(State())

    /// A host that always ends is not started for ever.
    private static let replacementBound = 3

    /// Makes a pool with no host in it.
    ///
    /// - Parameters:
    ///   - program: the program of the hosts.
    ///   - settings: how many, and their bounds.
    public init(program: PageHostProgram, settings: ProcessPageHostSettings = ProcessPageHostSettings()) {
        self.program = program
        self.settings = settings
    }

    deinit {
        for host in state.withLock({ Array($0.living.values) }) { host.end(Self.closed) }
    }

    static let closed = PageHostFailure.notStarted(reason: "the pool of page hosts was closed")

    /// Takes a host that waits, or starts one; waits for its turn where all are taken.
    ///
    /// - Returns: the parent's end, for one agent.
    /// - Throws: ``PageHostFailure/notStarted(reason:)``, also when no turn came within its bound.
    public func pageHost() async throws(PageHostFailure) -> any PageHostLink {
        try await waitForTurn()
        do throws(PageHostFailure) {
            return ProcessLink(try await host(), of: self)
        } catch {
            endTurn()
            throw error
        }
    }

    /// Starts a host for whoever comes first, where none waits: while a request is under way, for example.
    ///
    /// From now on there is always one that waits, as far as the settings allow it.
    ///
    /// - Throws: ``PageHostFailure/notStarted(reason:)``.
    public func prepare() async throws(PageHostFailure) {
        state.withLock { $0.keepsSpare = true }
        guard let spare = startSpare() else { return }
        _ = try await spare.host()
    }

    /// Ends all hosts and refuses further ones; nothing of them is left afterwards.
    public func close() async {
        let (turns, hosts) = state.withLock { state in
            state.isClosed = true
            state.idle = []
            defer { state.turns = [] }
            return (state.turns, Array(state.living.values))
        }
        for turn in turns { turn.continuation.resume(returning: Self.closed) }
        for host in hosts { host.end(Self.closed) }
        for host in hosts { await host.waitUntilOver() }
    }

    /// The numbers of the processes that are there.
    package var processes: [Int32] {
        state.withLock { $0.living.values.compactMap(\.identifier) }
    }

    // MARK: Turns

    /// How many agents wait for their turn.
    package var waitingAgents: Int { state.withLock { $0.turns.count } }

    private func waitForTurn() async throws(PageHostFailure) {
        let number = state.withLock { state in
            state.nextTurn += 1
            return state.nextTurn
        }
        let bound = settings.turnBound
        let failure: PageHostFailure? = await withTaskCancellationHandler {
            let timer = Task { [weak self] in
                do { try await Task.sleep(for: bound) } catch { return }
                self?.giveUp(number, because: "all \(self?.settings.maximumHosts ?? 0) hosts were taken for \(bound)")
            }
            defer { timer.cancel() }
            return await withCheckedContinuation { continuation in
                let answer = state.withLock { state -> PageHostFailure?? in
                    if state.isClosed { return .some(Self.closed) }
                    if Task.isCancelled { return .some(.notStarted(reason: "the agent was cancelled")) }
                    guard state.leased >= settings.maximumHosts else {
                        state.leased += 1
                        return .some(nil)
                    }
                    state.turns.append(Turn(number: number, continuation: continuation))
                    return nil
                }
                if let answer { continuation.resume(returning: answer) }
            }
        } onCancel: {
            giveUp(number, because: "the agent was cancelled")
        }
        if let failure { throw failure }
    }

    private func giveUp(_ number: Int, because reason: String) {
        let turn = state.withLock { state in
            state.turns.firstIndex { $0.number == number }.map { state.turns.remove(at: $0) }
        }
        turn?.continuation.resume(returning: .notStarted(reason: reason))
    }

    /// Gives a turn to the agent that has waited longest.
    private func endTurn() {
        let next = state.withLock { state -> Turn? in
            guard state.turns.isEmpty else { return state.turns.removeFirst() }
            state.leased -= 1
            return nil
        }
        next?.continuation.resume(returning: nil)
        if next == nil { replaceSpare() }
    }

    // MARK: Hosts

    /// A host that waits or is just being started, or a new one.
    func host() async throws(PageHostFailure) -> Standing {
        while let waiting = state.withLock({ $0.idle.popLast() }) {
            if !waiting.process.hasEnded { return waiting }
        }
        let spare = state.withLock { state in
            defer { state.spare = nil }
            return state.spare
        }
        if let spare { return try await spare.take() }
        return try await startedHost()
    }

    func startedHost() async throws(PageHostFailure) -> Standing {
        let process = HostProcess(program: program, settings: settings) { [weak self] host in self?.forget(host) }
        let isClosed = state.withLock { state in
            if !state.isClosed { state.living[ObjectIdentifier(process)] = process }
            return state.isClosed
        }
        guard !isClosed else { throw Self.closed }
        return Standing(process: process, walls: try await process.start())
    }

    private func forget(_ host: HostProcess) {
        state.withLock { state in
            state.living[ObjectIdentifier(host)] = nil
            state.idle.removeAll { $0.process === host }
        }
        replaceSpare()
    }

    /// Notes that a host has served an agent to its end.
    func servedWell() {
        state.withLock { $0.replacementsLeft = Self.replacementBound }
    }

    /// Takes a host back from an agent; one that is not fit for the next is ended first.
    func takeBack(_ host: Standing, isFit: Bool) async {
        if isFit { servedWell() }
        if isFit, settings.reusesHosts, host.process.pages < settings.pagesPerHost, await closesPage(host.process) {
            keep(host)
        } else {
            host.process.end(.died(reason: "it was given back"))
            await host.process.waitUntilOver()
        }
        endTurn()
    }

    /// Has a host close its page; false when it does not obey at once.
    private func closesPage(_ process: HostProcess) async -> Bool {
        do {
            try process.send(try PageFrame.encode(PageOrder.close))
            return PageFrameRole(of: try await process.receive(within: .seconds(2))) == .report
        } catch {
            return false
        }
    }

    /// Keeps a host for the next agent, unless there are enough for nobody and for those who wait their turn.
    func keep(_ host: Standing) {
        let isKept = state.withLock { state in
            let enough = settings.warmHosts + state.turns.count
            guard !state.isClosed, !host.process.hasEnded, state.idle.count < enough else { return false }
            state.idle.append(host)
            return true
        }
        if !isKept { host.process.end(.died(reason: "it was one too many")) }
    }
}
