import FinesseSSO
import Synchronization

extension TokenStoreConformance {
    static let concurrencyChecks = [
        Check(name: "has one of many records saved at once, whole") { subject in
            let sessions = (1...16).map { SampleSessions.session(tokens: SampleSessions.tokens($0)) }
            try await saveAtOnce(sessions, to: subject.store)
            let found = try await subject.store.session(for: SampleSessions.key())
            try expect("that it is one of them", sessions.contains { $0 == found }, is: true)
            try expect("the list", try await subject.store.keys(), is: [SampleSessions.key()])
        },
        Check(name: "has all records of many users saved at once") { subject in
            let sessions = (1...16).map { number in
                SampleSessions.session(SampleSessions.key("agent\(number)"), tokens: SampleSessions.tokens(number))
            }
            try await saveAtOnce(sessions, to: subject.store)
            for session in sessions { try await subject.has(session, "saved at once with others") }
        },
        Check(name: "shows a reader the old or the new record, never less") { subject in
            let sessions = (0...12).map { SampleSessions.session(tokens: SampleSessions.tokens($0)) }
            try await subject.store.save(sessions[0])
            let store = subject.store
            let writing = Flag()
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    while !writing.isOver {
                        let found = try await store.session(for: SampleSessions.key())
                        try expect("that a whole record is read", sessions.contains { $0 == found }, is: true)
                        // A store that never waits would leave no thread to the one who writes.
                        await Task.yield()
                    }
                }
                group.addTask {
                    defer { writing.end() }
                    for session in sessions { try await store.save(session) }
                }
                try await group.waitForAll()
            }
            try await subject.has(sessions[12], "after the readers")
        },
    ]

    private static func saveAtOnce(_ sessions: [StoredSession], to store: any TokenStore) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for session in sessions { group.addTask { try await store.save(session) } }
            try await group.waitForAll()
        }
    }
}

/// Tells one task that another one is done.
private final class Flag: Sendable {
    private let value = Mutex(false)

    var isOver: Bool { value.withLock { $0 } }

    func end() { value.withLock { $0 = true } }
}
