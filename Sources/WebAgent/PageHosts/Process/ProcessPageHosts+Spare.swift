import Synchronization

extension ProcessPageHosts {
    /// Whether a host is being started that nobody has asked for yet.
    package var isStartingSpare: Bool { state.withLock { $0.spare != nil } }

    /// How often a host that ended is replaced yet before one has served an agent well.
    package var replacementsLeft: Int { state.withLock { $0.replacementsLeft } }

    /// Starts a host that nobody has asked for yet; nil where one waits, is being started, or would be one too many.
    func startSpare() -> SpareHost? {
        state.withLock { state in
            guard !state.isClosed, state.spare == nil, state.idle.isEmpty, settings.warmHosts > 0,
                state.leased < settings.maximumHosts
            else { return nil }
            let spare = SpareHost { [weak self] spare in await self?.started(spare) ?? .failure(Self.closed) }
            state.spare = spare
            return spare
        }
    }

    private func started(_ spare: SpareHost) async -> SpareHost.Outcome {
        let outcome: SpareHost.Outcome
        do throws(PageHostFailure) {
            outcome = .success(try await startedHost())
        } catch {
            outcome = .failure(error)
        }
        let isTaken = state.withLock { state in
            guard state.spare === spare else { return true }
            state.spare = nil
            return false
        }
        guard !isTaken else { return outcome }
        switch outcome {
        case .success(let host): keep(host)
        case .failure: replaceSpare()
        }
        return outcome
    }

    /// Starts a host in place of one that has ended, unless that has been done too often for nothing.
    func replaceSpare() {
        let isAllowed = state.withLock { state in
            guard state.keepsSpare, !state.isClosed, state.spare == nil, state.idle.isEmpty,
                state.leased < settings.maximumHosts, settings.warmHosts > 0, state.replacementsLeft > 0
            else { return false }
            state.replacementsLeft -= 1
            return true
        }
        if isAllowed { _ = startSpare() }
    }
}

/// A host that is being started for whoever comes first.
final class SpareHost: Sendable {
    typealias Outcome = Result<ProcessPageHosts.Standing, PageHostFailure>

    private let task = Mutex<Task<Outcome, Never>?>(nil)

    init(_ start: @escaping @Sendable (SpareHost) async -> Outcome) {
        task.withLock { $0 = Task { await start(self) } }
    }

    /// Waits until it is there; its own start goes on when the one who waits is cancelled.
    func host() async throws(PageHostFailure) -> ProcessPageHosts.Standing {
        guard let task = task.withLock({ $0 }) else { throw ProcessPageHosts.closed }
        return try await task.value.get()
    }

    /// Waits until it is there, for the one it now belongs to: when that is cancelled, the start is given up.
    func take() async throws(PageHostFailure) -> ProcessPageHosts.Standing {
        guard let task = task.withLock({ $0 }) else { throw ProcessPageHosts.closed }
        let outcome = await withTaskCancellationHandler {
            await task.value
        } onCancel: {
            task.cancel()
        }
        return try outcome.get()
    }
}
