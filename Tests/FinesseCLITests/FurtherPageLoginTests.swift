import FinesseSSO
import FinesseSandbox
import Foundation
import Testing

@testable import FinesseCLI

@Suite("finessectl login on pages that ask for more", .timeLimit(.minutes(5)))
struct FurtherPageLoginTests {
    private static let secret = "GEZDGNBVGY3TQOJQ"

    private func configuration(_ change: (inout SandboxIdentityProviderSettings) -> Void) -> SandboxConfiguration {
        var configuration = SandboxConfiguration()
        change(&configuration.identityProvider)
        return configuration
    }

    @Test("makes one-time codes from a secret in a file, and takes one that a command prints")
    func oneTimeCode() async throws {
        try await SandboxContext.with(configuration { $0.oneTimeCode = Self.secret }) {
            (box: SandboxContext) async throws in
            let file = try box.test.file("otp", Self.secret + "\n")
            #expect(try await box.login("sjefferson", "--otp-secret-file", file) == 0)
            #expect(try await box.login("mwitwicky", "--otp-command", "echo 000000") == ExitStatus.refused.rawValue)
            let talk = box.test.takeTalk().joined()
            #expect(talk.contains("refused the one-time code, not the password"))
            #expect(!talk.contains("000000") && !talk.contains(Self.secret))
        }
    }

    @Test("says which options give a code where nobody can be asked")
    func nobodyToAsk() async throws {
        try await SandboxContext.with(configuration { $0.oneTimeCode = Self.secret }) {
            (box: SandboxContext) async throws in
            #expect(try await box.login("sjefferson") == ExitStatus.stoppedOnPage.rawValue)
            #expect(box.test.takeTalk().joined().contains("Use --otp-secret-file FILE or --otp-command COMMAND"))
        }
    }

    @Test("refuses a secret that cannot be used before anything is sent, without showing it")
    func unusableSecret() async throws {
        try await SandboxContext.with(configuration { $0.oneTimeCode = Self.secret }) {
            (box: SandboxContext) async throws in
            let file = try box.test.file("otp", "not-a-secret-1\n")
            #expect(try await box.login("sjefferson", "--otp-secret-file", file) == ExitStatus.usage.rawValue)
            let talk = box.test.takeTalk().joined()
            #expect(talk.contains("Base32") && !talk.contains("not-a-secret-1"))
            #expect(box.sandbox.journal.entries.isEmpty)
        }
    }

    @Test("keeps a redacted copy of a page it does not answer, for its owner alone, and prints a rule to begin with")
    func copy() async throws {
        try await SandboxContext.with(configuration { $0.asksForConsent = true }) {
            (box: SandboxContext) async throws in
            #expect(try await box.login("sjefferson") == ExitStatus.stoppedOnPage.rawValue)
            let talk = box.test.takeTalk().joined(separator: "\n")
            #expect(talk.contains("--accept-consent") && talk.contains("A redacted copy of the page is in "))
            let folder = box.test.folder.appending(path: "state/finessekit/pages")
            let file = try #require(try FileManager.default.contentsOfDirectory(atPath: folder.path).first)
            let path = folder.appending(path: file).path
            #expect(talk.contains(path))
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            #expect(mode == 0o600)
            let markup = try String(contentsOfFile: path, encoding: .utf8)
            #expect(markup.contains("name=\"Progress\" value=\"…\"") && markup.contains("Permissions"))
            #expect(!markup.contains("SAMLRequest="))
            let yaml = try #require(talk.firstRange(of: "version: 1")).lowerBound
            let rules = try RulesFile.rules(
                in: String(talk[yaml...].prefix { $0 != "\u{0}" }.split(separator: "finessectl:")[0]),
                path: "talk"
            )
            #expect(rules.first?.url.text.hasSuffix("/adfs/ls/") == true)
        }
    }
}
