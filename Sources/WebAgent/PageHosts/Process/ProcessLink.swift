import Synchronization
import WebAgentScripting

/// An agent's hold on a host of a pool, until it is closed or goes away.
final class ProcessLink: PageHostLink {
    private struct State {
        var host: ProcessPageHosts.Standing?
        /// Whether an order is under way.
        var isBusy = false
    }

    private let pool: ProcessPageHosts
    private let state: Mutex<State>

    /// The walls around the host.
    let walls: PageHostWalls?

    init(_ host: ProcessPageHosts.Standing, of pool: ProcessPageHosts) {
        self.pool = pool
        walls = host.walls
        state = Mutex(State(host: host))
    }

    deinit {
        // Nobody can wait for it here: the host is ended at once, and the turn with it.
        let pool = pool
        guard let host = state.withLock({ $0.host }) else { return }
        host.process.end(.died(reason: "its agent went away"))
        Task { await pool.takeBack(host, isFit: false) }
    }

    func send(_ frame: [UInt8]) async throws(PageHostFailure) {
        let role = PageFrameRole(of: frame)
        if role == .opening { try await renew() }
        let process = try current { state in
            if role == .opening || role == .order { state.isBusy = true }
        }
        try process.send(frame)
    }

    func receive(within bound: Duration) async throws(PageHostFailure) -> [UInt8] {
        let frame = try await current { _ in }.receive(within: bound)
        if PageFrameRole(of: frame) == .report { state.withLock { $0.isBusy = false } }
        return frame
    }

    func close() async {
        let (host, isFit) = state.withLock { state in
            defer { state.host = nil }
            return (state.host, !state.isBusy && !Task.isCancelled)
        }
        if let host { await pool.takeBack(host, isFit: isFit) }
    }

    private func current(_ change: (inout State) -> Void) throws(PageHostFailure) -> HostProcess {
        let process = state.withLock { state in
            change(&state)
            return state.host?.process
        }
        guard let process else { throw .died(reason: "it was given back") }
        return process
    }

    /// Takes a fresh host in place of one that has shown its number of pages: the next page leaves nothing of the last one anyway.
    private func renew() async throws(PageHostFailure) {
        let worn = state.withLock { state in
            state.isBusy ? nil : state.host.flatMap { $0.process.pages >= pool.settings.pagesPerHost ? $0 : nil }
        }
        guard let worn else { return }
        pool.servedWell()
        worn.process.end(.died(reason: "it has shown its number of pages"))
        await worn.process.waitUntilOver()
        let fresh = try await pool.host()
        state.withLock { $0.host = fresh }
    }
}
