import FinesseSSO
import FinesseTypes
import Testing
import TokenStoreTesting

private let noon = WallTime(milliseconds: 1_700_000_000_000)
private let host = "adfs.example.com"
private let directory = "/home/me/state"

private func credentials(_ user: String = "ABlake", _ password: String = "Wrong-Horse-7") -> SignInCredentials {
    SignInCredentials(userName: user, password: Password(password))
}

private func later(_ hours: Int64) -> WallTime { WallTime(milliseconds: noon.milliseconds + hours * 3_600_000) }

/// As quick as scrypt can be.
private let quick = PasswordDigest.scrypt(ScryptCost(cost: 2, blockSize: 1, parallelization: 1))

/// Each way of remembering, by its name.
enum Memory: String, CaseIterable, Sendable {
    case memory
    case scrypt
    case hmac

    func make(on disk: SimulatedDisk = SimulatedDisk()) -> any RefusedPasswords {
        switch self {
        case .memory: MemoryRefusedPasswords()
        case .scrypt: files(disk, quick)
        case .hmac: files(disk, .hmac(key: [1, 2, 3]))
        }
    }
}

private func files(_ disk: SimulatedDisk, _ digest: PasswordDigest) -> FileRefusedPasswords {
    FileRefusedPasswords(directory: directory, files: disk, boot: "first") { () throws(TokenStoreError) in digest }
}

@Suite("Refused passwords")
struct RefusedPasswordTests {
    @Test("are known again for this user and this password, wherever they were refused", arguments: Memory.allCases)
    func known(memory: Memory) async throws {
        let kept = memory.make()
        #expect(try await kept.refusals(of: credentials(), at: noon).isEmpty)
        try await kept.remember(credentials(), refusedAt: host, at: noon)
        try await kept.remember(credentials(), refusedAt: "other.example.com:8443", at: later(1))
        let found = try await kept.refusals(of: credentials("ablake"), at: later(2))
        #expect(
            Set(found) == [
                RefusedPassword(host: host, date: noon),
                RefusedPassword(host: "other.example.com:8443", date: later(1)),
            ]
        )
        #expect(try await kept.refusals(of: credentials("ABlake", "wrong-horse-7"), at: later(2)).isEmpty)
        #expect(try await kept.refusals(of: credentials("other"), at: later(2)).isEmpty)
    }

    @Test(
        "are forgotten after a day, also where the clock was set back, and when they are to be",
        arguments: Memory.allCases
    )
    func forgotten(memory: Memory) async throws {
        let kept = memory.make()
        try await kept.remember(credentials(), refusedAt: host, at: noon)
        try await kept.remember(credentials("other"), refusedAt: host, at: noon)
        #expect(try await kept.refusals(of: credentials(), at: later(23)).count == 1)
        #expect(try await kept.refusals(of: credentials(), at: later(-23)).count == 1)
        #expect(try await kept.refusals(of: credentials(), at: later(24)).isEmpty)
        #expect(try await kept.refusals(of: credentials(), at: later(-24)).isEmpty)
        for _ in 1...2 { try await kept.forget("ablake") }
        #expect(try await kept.refusals(of: credentials(), at: noon).isEmpty)
        #expect(try await kept.refusals(of: credentials("other"), at: noon).count == 1)
    }

    @Test("have the date of the last refusal", arguments: Memory.allCases)
    func again(memory: Memory) async throws {
        let kept = memory.make()
        try await kept.remember(credentials(), refusedAt: host, at: noon)
        try await kept.remember(credentials(), refusedAt: host, at: later(5))
        #expect(try await kept.refusals(of: credentials(), at: later(25)).map(\.date) == [later(5)])
    }

    @Test("are in no file in a form that can be read, and no two files are the same")
    func unreadable() async throws {
        var texts: Set<String> = []
        for digest in [quick, quick, .hmac(key: [1]), .hmac(key: [2])] {
            let disk = SimulatedDisk()
            try await files(disk, digest).remember(credentials(), refusedAt: host, at: noon)
            #expect(disk.files.count == 1)
            let text = disk.files.values.map { String(decoding: $0, as: UTF8.self) }.joined()
            #expect(text.contains(host) && !text.contains("Wrong-Horse-7"))
            texts.insert(text)
        }
        #expect(texts.count == 4)
    }

    @Test("are found with the usual cost of scrypt, too")
    func usual() async throws {
        let kept = FileRefusedPasswords(directory: directory, files: SimulatedDisk(), boot: nil)
        try await kept.remember(credentials(), refusedAt: host, at: noon)
        #expect(try await kept.refusals(of: credentials(), at: noon).count == 1)
    }

    @Test("keep the last eight of a user")
    func bounded() async throws {
        let kept = files(SimulatedDisk(), quick)
        for number in 1...10 { try await kept.remember(credentials("a", "\(number)"), refusedAt: host, at: noon) }
        #expect(try await kept.refusals(of: credentials("a", "2"), at: noon).isEmpty)
        #expect(try await kept.refusals(of: credentials("a", "3"), at: noon).count == 1)
    }

    @Test("set a damaged file aside and say so; a newer one is left alone")
    func damaged() async throws {
        let disk = SimulatedDisk()
        let kept = files(disk, quick)
        try await kept.remember(credentials(), refusedAt: host, at: noon)
        let path = try #require(disk.files.keys.first)
        try disk.remove(path)
        try disk.create(path, Array("precious".utf8))
        await #expect(throws: TokenStoreError.damaged(file: path, setAside: "\(path).damaged-1")) {
            try await kept.refusals(of: credentials(), at: noon)
        }
        #expect(disk.files["\(path).damaged-1"] == Array("precious".utf8))
        #expect(try await kept.refusals(of: credentials(), at: noon).isEmpty)
        try disk.create(path, Array(#"{"format":"finessekit-refused-passwords","version":9}"#.utf8))
        await #expect(throws: TokenStoreError.newerVersion(file: path, version: 9)) {
            try await kept.remember(credentials(), refusedAt: host, at: noon)
        }
    }

    @Test("survive a loss of power once they are remembered, and each sync is needed for it")
    func durable() async throws {
        let whole = SimulatedDisk()
        try await files(whole, quick).remember(credentials(), refusedAt: host, at: noon)
        for left in whole.afterPowerLoss() {
            #expect(try await files(left, quick).refusals(of: credentials(), at: noon).count == 1)
        }
        #expect(whole.syncs.count >= 2)
        for number in whole.syncs.indices {
            let disk = SimulatedDisk(ignoredSync: number)
            try await files(disk, quick).remember(credentials(), refusedAt: host, at: noon)
            var isLost = false
            for left in disk.afterPowerLoss() {
                // A file that is damaged is as lost as one that is gone.
                let found = try? await files(left, quick).refusals(of: credentials(), at: noon)
                if found?.count != 1 { isLost = true }
            }
            #expect(isLost, "sync \(number), of \(whole.syncs[number]), could be left out")
        }
    }
}
