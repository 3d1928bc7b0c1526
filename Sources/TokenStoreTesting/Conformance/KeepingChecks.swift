import FinesseSSO
import FinesseTypes

extension TokenStoreConformance {
    static let keepingChecks = [
        Check(name: "has nothing of whom it was given nothing") { subject in
            try await subject.hasNothing(for: SampleSessions.key(), "an empty store")
            try expect("the list of an empty store", try await subject.store.keys(), is: [])
        },
        Check(name: "gives back every part of a record") { subject in
            try await subject.keeps(SampleSessions.session(), "a full record")
        },
        Check(name: "keeps what is absent absent") { subject in
            let key = SampleSessions.key()
            var tokens = SampleSessions.tokens(refresh: nil)
            tokens.receivedSinceBoot = nil
            tokens.identity = TokenIdentity(userID: nil)
            try await subject.keeps(StoredSession(key: key), "a record of nothing")
            try await subject.keeps(StoredSession(key: key, tokens: tokens), "a pair without its second half")
            try await subject.keeps(SampleSessions.session(key, tokens: nil), "cookies without tokens")
        },
        Check(name: "keeps the time of receipt on both clocks, to the millisecond") { subject in
            for (wall, uptime) in [(0, 0), (-1, 1), (1_700_000_000_999, 86_400_000), (253_402_300_799_999, 7)] {
                var tokens = SampleSessions.tokens()
                tokens.receivedAt = WallTime(milliseconds: Int64(wall))
                tokens.receivedSinceBoot = BootTime(boot: "b-\(uptime)", uptime: .milliseconds(uptime))
                try await subject.keeps(SampleSessions.session(tokens: tokens), "received at \(wall)")
            }
        },
        Check(name: "keeps the bytes and the order of cookies beside tokens that change") { subject in
            let cookies = (0..<5).map {
                SessionRecord(format: "f\(4 - $0)", bytes: Array(repeating: UInt8($0), count: $0))
            }
            for number in 1...3 {
                let tokens = SampleSessions.tokens(number)
                try await subject.keeps(SampleSessions.session(tokens: tokens, records: cookies), "rotation \(number)")
            }
        },
        Check(name: "has the last pair after many rotations, and one record") { subject in
            for number in 1...25 {
                try await subject.store.save(SampleSessions.session(tokens: SampleSessions.tokens(number)))
            }
            try await subject.has(SampleSessions.session(tokens: SampleSessions.tokens(25)), "25 rotations")
            try expect("the list", try await subject.store.keys(), is: [SampleSessions.key()])
        },
        Check(name: "does not bring an old refresh token back that a new record lacks") { subject in
            try await subject.store.save(SampleSessions.session())
            let without = SampleSessions.tokens(2, refresh: nil)
            try await subject.keeps(SampleSessions.session(tokens: without), "a pair without its second half")
        },
        Check(name: "keeps big records whole") { subject in
            let big = SessionRecord(format: "big", bytes: Array(repeating: Array(0...255), count: 800).flatMap { $0 })
            var tokens = SampleSessions.tokens()
            tokens.accessToken = AccessToken(String(repeating: "eyJ0.", count: 3_000))
            try await subject.keeps(SampleSessions.session(tokens: tokens, records: [big]), "200 KiB of cookies")
        },
        Check(name: "removes a record and no other, and what is not there without an error") { subject in
            let other = SampleSessions.session(SampleSessions.key("other"))
            try await subject.store.save(SampleSessions.session())
            try await subject.store.save(other)
            for _ in 1...2 { try await subject.store.remove(SampleSessions.key()) }
            try await subject.hasNothing(for: SampleSessions.key(), "after a removal")
            try await subject.has(other, "the other user's record")
            try expect("the list", try await subject.store.keys(), is: [other.key])
            try await subject.keeps(SampleSessions.session(), "a record saved again")
        },
    ]

    static let listingChecks = [
        Check(name: "keeps a record apart for each host, port and user") { subject in
            let keys = [
                SampleSessions.key(), SampleSessions.key("other"), SampleSessions.key(port: 443),
                SampleSessions.key(host: "finesse2.example.com"), SampleSessions.key("2_u", host: "h", port: 1),
                SampleSessions.key("u", host: "h_1", port: 2),
            ]
            for (number, key) in keys.enumerated() {
                try await subject.store.save(SampleSessions.session(key, tokens: SampleSessions.tokens(number)))
            }
            for (number, key) in keys.enumerated() {
                try await subject.has(SampleSessions.session(key, tokens: SampleSessions.tokens(number)), "\(key)")
            }
        },
        Check(name: "knows a user in whichever case the name is written") { subject in
            try await subject.store.save(SampleSessions.session(SampleSessions.key("ABlake")))
            try await subject.has(SampleSessions.session(SampleSessions.key("ablakE")), "another case")
            try expect("the list", try await subject.store.keys(), is: [SampleSessions.key()])
        },
        Check(name: "takes a name of any characters, however long, and keeps names apart") { subject in
            for (number, name) in SampleSessions.names.enumerated() {
                let session = SampleSessions.session(SampleSessions.key(name), tokens: SampleSessions.tokens(number))
                try await subject.store.save(session)
            }
            for (number, name) in SampleSessions.names.enumerated() {
                let session = SampleSessions.session(SampleSessions.key(name), tokens: SampleSessions.tokens(number))
                try await subject.has(session, "the user named \(name)")
            }
            let listed = try await subject.store.keys()
            try expect("the list", listed, is: SampleSessions.names.map { SampleSessions.key($0) }.sorted())
        },
        Check(name: "lists keys in order of server, then user") { subject in
            let keys = ["zoe", "adam", "mia"].flatMap { user in
                ["finesse2.example.com", "finesse1.example.com"].map { SampleSessions.key(user, host: $0) }
            }
            for key in keys { try await subject.store.save(SampleSessions.session(key)) }
            try expect("the list", try await subject.store.keys(), is: keys.sorted())
        },
    ]
}
