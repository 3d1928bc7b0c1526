#if os(Linux)

import Testing
import TokenStoreTesting

private let isComplete = PrivateKeyring.missing.isEmpty
private let whatIsMissing: Comment = "missing: \(PrivateKeyring.missing.joined(separator: ", ")); make test installs it"

/// Runs the program in a keyring of its own.
private func lines(_ argument: String, _ session: PrivateKeyring.Session) async throws -> PrivateKeyring.Lines {
    let keyring = try PrivateKeyring()
    let lines = try await keyring.run(argument, in: session)
    try keyring.remove()
    return lines
}

@Suite("Secret Service token store", .enabled(if: isComplete, whatIsMissing), .timeLimit(.minutes(5)))
struct SecretServiceTests {
    /// One run of the suite for all its checks.
    private static let conformance = Task { try await lines("conformance", .unlocked) }

    @Test(
        "keeps every rule of a store, in gnome-keyring",
        arguments: TokenStoreConformance.checks + TokenStoreConformance.reopeningChecks
            + TokenStoreConformance.rawRecordChecks
    )
    func conforms(check: TokenStoreConformance.Check) async throws {
        let lines = try await Self.conformance.value
        let line = try #require(
            lines.first { $0.dropFirst().first == check.name },
            "the program did not tell: \(lines)"
        )
        #expect(line.first == "kept", "\(line.last ?? "")")
    }

    @Test("gives the same key to everybody who asks for it, until it is removed")
    func keys() async throws {
        let lines = try await lines("keys", .unlocked)
        #expect(lines == [["lengths", "32 32 16 32"], ["same", "true false false"]])
    }

    @Test("saves and finds again where the keyring is unlocked")
    func saves() async throws {
        #expect(try await lines("save", .unlocked) == [["found", "false"], ["saved", "1"]])
    }

    @Test(
        "says what to do where there is no keyring to be had, and asks nobody",
        arguments: [
            (PrivateKeyring.Session.locked, "keyring-locked", "Unlock the default keyring"),
            (.withoutService, "keyring-no-service", "Start gnome-keyring"),
            (.withoutBus, "keyring-no-session", "Run this inside a desktop session"),
        ]
    )
    func refusals(session: PrivateKeyring.Session, label: String, advice: String) async throws {
        let lines = try await lines("save", session)
        let error = try #require(lines.last, "\(lines)")
        #expect(error.first == "error" && error.dropFirst().first == label, "\(lines)")
        #expect(
            error.last?.contains(advice) == true && error.last?.contains("keep tokens in files") == true,
            "\(lines)"
        )
    }
}

#endif
