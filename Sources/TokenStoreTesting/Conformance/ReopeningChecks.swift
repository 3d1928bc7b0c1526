import FinesseSSO

extension TokenStoreConformance {
    /// The rules of a store that outlives the program.
    public static let reopeningChecks = [
        Check(name: "has every record when it is opened anew") { subject in
            let reopen = try required(subject.reopen, "open it anew")
            let keys = ["ablake", "Ünïcödé /..", "名前"].map { SampleSessions.key($0) }
            for key in keys { try await subject.store.save(SampleSessions.session(key)) }
            let next = try await reopen()
            for key in keys { try await StoreSubject.expect(next, has: SampleSessions.session(key), "opened anew") }
            try expect("the list", try await next.keys(), is: keys.sorted())
        },
        Check(name: "has the last pair and the cookies when it is opened anew after each rotation") { subject in
            let reopen = try required(subject.reopen, "open it anew")
            for number in 1...5 {
                let session = SampleSessions.session(tokens: SampleSessions.tokens(number))
                try await (try await reopen()).save(session)
                try await StoreSubject.expect(try await reopen(), has: session, "rotation \(number)")
            }
        },
        Check(name: "shows each program what the other one saved and removed") { subject in
            let other = try await (try required(subject.reopen, "open it anew"))()
            try await subject.store.save(SampleSessions.session())
            try await StoreSubject.expect(other, has: SampleSessions.session(), "read by another program")
            let newer = SampleSessions.session(tokens: SampleSessions.tokens(2))
            try await other.save(newer)
            try await subject.has(newer, "saved by another program")
            try await other.remove(newer.key)
            try await subject.hasNothing(for: newer.key, "removed by another program")
        },
    ]
}
