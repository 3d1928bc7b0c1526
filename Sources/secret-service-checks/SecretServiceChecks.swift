// What the tests of the Secret Service run in a process of its own, since the session bus is a matter of the whole process:
// it is started inside a bus and a keyring of its own, and writes one line for each check.

#if os(Linux)

import FinesseSSO
import Foundation
import TokenStoreSecretService
import TokenStoreTesting

@main
enum SecretServiceChecks {
    static func main() async {
        switch CommandLine.arguments.dropFirst().first {
        case "conformance": await conformance()
        case "keys": await keys()
        case "save": await save()
        default:
            FileHandle.standardError.write(Data("usage: secret-service-checks conformance|keys|save\n".utf8))
            exit(64)
        }
    }

    private static func conformance() async {
        let run = TokenStoreConformance {
            let namespace = "checks-\(UUID().uuidString)"
            let store = SecretServiceTokenStore(namespace: namespace)
            return StoreSubject(
                store: store,
                reopen: { SecretServiceTokenStore(namespace: namespace) },
                rawRecords: RawRecords(
                    read: { try await store.rawRecord(of: $0) },
                    write: { try await store.writeRaw($1, to: $0) },
                    setAside: { try await store.setAsideRecords(of: TokenStoreConformance.damagedKey) }
                )
            )
        }
        let checks =
            TokenStoreConformance.checks + TokenStoreConformance.reopeningChecks + TokenStoreConformance.rawRecordChecks
        for check in checks {
            do throws(TokenStoreConformance.Failure) {
                try await run.run(check)
                say("kept", check.name)
            } catch {
                say("broken", check.name, error.reason)
            }
        }
    }

    /// The same key to everybody who asks, until it is removed.
    private static func keys() async {
        do throws(KeyringFault) {
            let keys = SecretServiceKeys(namespace: "checks-\(UUID().uuidString)")
            let first = try await keys.key(named: "one", length: 32)
            let again = try await keys.key(named: "one", length: 64)
            let other = try await keys.key(named: "two", length: 16)
            try await keys.removeKey(named: "one")
            try await keys.removeKey(named: "one")
            let next = try await keys.key(named: "one", length: 32)
            say("lengths", "\(first.count) \(again.count) \(other.count) \(next.count)")
            say("same", "\(first == again) \(first == next) \(first.starts(with: other))")
        } catch {
            say("error", error.cause.rawValue, "\(error)")
        }
    }

    /// One save and one look, as a command does them.
    private static func save() async {
        let store = SecretServiceTokenStore()
        do throws(TokenStoreError) {
            say("found", "\(try await store.session(for: TokenStoreConformance.damagedKey) != nil)")
            try await store.save(StoredSession(key: TokenStoreConformance.damagedKey))
            say("saved", "\(try await store.keys().count)")
        } catch {
            say("error", error.label, "\(error)")
        }
    }

    private static func say(_ fields: String...) {
        print(fields.map { $0.replacing("\n", with: " ") }.joined(separator: "\t"))
    }
}

#else

@main
enum SecretServiceChecks {
    static func main() {}
}

#endif
