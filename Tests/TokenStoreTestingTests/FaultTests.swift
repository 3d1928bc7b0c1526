import FinesseSSO
import FinesseTypes
import HTTPTransport
import Synchronization
import Testing
import TokenStoreTesting

/// What a store may do wrong, by a piece of the name of the check that must find it.
enum StoreFault: String, CaseIterable, Sendable {
    case keepsFirst = "the last pair after many rotations"
    case mergesRefreshToken = "does not bring an old refresh token back"
    case dropsCookies = "the bytes and the order of cookies"
    case forgetsBoot = "on both clocks"
    case ignoresPort = "for each host, port and user"
    case cutsNames = "keeps names apart"
    case unsorted = "in order of server"
    case removesAll = "and no other"
    case cutsBig = "big records"
    case emptiesFirst = "the old or the new record, never less"
    case keepsInProgram = "when it is opened anew"
    case inventsLoginID = "what is absent absent"
}

/// A store in memory with one fault.
final class FaultyStore: TokenStore {
    private let sessions = Mutex<[SessionKey: StoredSession]>([:])
    private let reads = Mutex(0)
    private let fault: StoreFault

    init(_ fault: StoreFault) { self.fault = fault }

    private func key(_ key: SessionKey) -> SessionKey {
        switch fault {
        case .ignoresPort:
            let server = HTTPOrigin(scheme: key.server.scheme, host: key.server.host, port: 1)
            return SessionKey(server: server, user: key.user)
        case .cutsNames:
            return SessionKey(server: key.server, user: UserName(String(key.user.rawValue.prefix(50))))
        default: return key
        }
    }

    func session(for key: SessionKey) async throws(TokenStoreError) -> StoredSession? {
        reads.withLock { $0 += 1 }
        return sessions.withLock { $0[self.key(key)] }
    }

    func save(_ session: StoredSession) async throws(TokenStoreError) {
        let key = key(session.key)
        var saved = session
        switch fault {
        case .dropsCookies: saved.records = []
        case .forgetsBoot: saved.tokens?.receivedSinceBoot = nil
        case .inventsLoginID: saved.loginID = saved.loginID ?? ""
        case .cutsBig:
            saved.records = saved.records.map {
                SessionRecord(format: $0.format, bytes: Array($0.bytes.prefix(65_536)))
            }
        default: break
        }
        if fault == .emptiesFirst {
            sessions.withLock { $0[key] = nil }
            let before = reads.withLock { $0 }
            // Until somebody has read it, if there is anybody.
            for _ in 0..<1000 where reads.withLock({ $0 }) == before { await Task.yield() }
        }
        sessions.withLock { sessions in
            if fault == .keepsFirst, sessions[key] != nil { return }
            if fault == .mergesRefreshToken, saved.tokens?.refreshToken == nil {
                saved.tokens?.refreshToken = sessions[key]?.tokens?.refreshToken
            }
            sessions[key] = saved
        }
    }

    func remove(_ key: SessionKey) async throws(TokenStoreError) {
        sessions.withLock { sessions in
            sessions[self.key(key)] = nil
            if fault == .removesAll { sessions = [:] }
        }
    }

    func keys() async throws(TokenStoreError) -> [SessionKey] {
        let keys = sessions.withLock { $0.keys.sorted() }
        return fault == .unsorted ? keys.reversed() : keys
    }
}

@Suite("Conformance suite of token stores")
struct StoreFaultTests {
    @Test("finds each fault of a store that has it", arguments: StoreFault.allCases)
    func finds(fault: StoreFault) async {
        let run = TokenStoreConformance {
            StoreSubject(store: FaultyStore(fault), reopen: { FaultyStore(fault) })
        }
        var broken: [String] = []
        for check in TokenStoreConformance.checks + TokenStoreConformance.reopeningChecks {
            do throws(TokenStoreConformance.Failure) {
                try await run.run(check)
            } catch {
                broken.append(check.name)
                #expect(!error.reason.isEmpty && !error.reason.contains("refresh."), "a secret is in the reason")
            }
        }
        #expect(broken.contains { $0.contains(fault.rawValue) }, "broken: \(broken)")
    }
}
