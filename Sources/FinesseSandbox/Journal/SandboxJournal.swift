internal import Synchronization

/// Every request that a sandbox received, in order, in memory.
public final class SandboxJournal: Sendable {
    private struct State {
        var entries: [JournalEntry] = []
        var count = 0
        var watchers: [Int: AsyncStream<Void>.Continuation] = [:]
        var lastWatcher = 0
    }

    private let state = Mutex(State())
    /// How many entries are kept; the oldest go first.
    private let limit: Int

    init(limit: Int = 100_000) {
        self.limit = limit
    }

    /// Every entry kept, oldest first.
    public var entries: [JournalEntry] {
        state.withLock { $0.entries }
    }

    /// Returns the entries that fit, oldest first.
    ///
    /// - Parameters:
    ///   - party: The server, or nothing for any.
    ///   - method: The method, or nothing for any.
    ///   - path: The whole path, or nothing for any.
    ///   - refusal: The refusal, or nothing for any outcome.
    /// - Returns: The entries; empty when none fits.
    public func entries(
        party: SandboxParty? = nil,
        method: String? = nil,
        path: String? = nil,
        refusal: SandboxRefusal? = nil
    ) -> [JournalEntry] {
        entries.filter { entry in
            (party == nil || entry.party == party) && (method == nil || entry.method == method)
                && (path == nil || entry.path == path) && (refusal == nil || entry.refusal == refusal)
        }
    }

    /// A signal at once, and one after each request; several that nobody waited for are one.
    var changes: AsyncStream<Void> {
        let (signals, signal) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let watcher = state.withLock { state in
            state.lastWatcher += 1
            state.watchers[state.lastWatcher] = signal
            return state.lastWatcher
        }
        signal.onTermination = { [weak self] _ in self?.state.withLock { $0.watchers[watcher] = nil } }
        signal.yield()
        return signals
    }

    /// Every refusal, oldest first.
    public var refusals: [SandboxRefusal] { entries.compactMap(\.refusal) }

    /// Forgets every entry; the numbers go on.
    public func removeAll() {
        state.withLock { $0.entries.removeAll() }
    }

    func record(
        _ request: SandboxRequest,
        _ answer: SandboxAnswer,
        at instant: SandboxInstant,
        faults: [String],
        node: String
    ) {
        let watchers = state.withLock { state in
            state.count += 1
            state.entries.append(JournalEntry(number: state.count, at: instant, request, answer, faults, node: node))
            if state.entries.count > limit { state.entries.removeFirst(limit / 10) }
            return state.watchers.values
        }
        for watcher in watchers { watcher.yield() }
    }
}

extension JournalEntry {
    fileprivate init(
        number: Int,
        at instant: SandboxInstant,
        _ request: SandboxRequest,
        _ answer: SandboxAnswer,
        _ faults: [String],
        node: String
    ) {
        self.init(
            number: number,
            instant: instant,
            party: request.party,
            node: node,
            isPlain: request.isPlain,
            method: request.method,
            path: request.path,
            route: SandboxFault.Route(request),
            queryNames: request.query.names,
            formNames: request.form.names,
            cookieNames: request.cookies.map(\.name),
            authorizationScheme: request.header("authorization").flatMap(Self.scheme),
            status: answer.status,
            refusal: answer.refusal,
            fault: faults.isEmpty ? nil : faults.joined(separator: ", "),
            notes: answer.notes
        )
    }

    /// The first word of an `Authorization` field, and only when it is a scheme's name: anything else might be a secret.
    private static func scheme(_ field: String) -> String? {
        let word = String(Substring(field.utf8.prefix { $0 != UInt8(ascii: " ") }))
        return ["basic", "bearer", "negotiate", "digest", "ntlm"].contains(word.lowercased()) ? word : "other"
    }
}
