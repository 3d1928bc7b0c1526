import FinesseSandbox
import Foundation
import TestSupport
import Testing

@testable import FinesseCLI

@Suite("Secrets and what finessectl prints", .timeLimit(.minutes(5)))
struct SecretOutputTests {
    @Test("no command but token prints a token or a password, in any form or piece")
    func onlyTokenPrintsTokens() async throws {
        try await SandboxContext.with { (box: SandboxContext) async throws in
            let printed = try await Self.shift(box)
            let file = try #require(
                FileManager.default.subpaths(atPath: box.test.folder.appending(path: "kept").path)?
                    .first { $0.hasSuffix(".session") }
            )
            let kept = try Data(contentsOf: box.test.folder.appending(path: "kept").appending(path: file))

            let password = try #require(box.sandbox.configuration.users.first).password.characters
            let token = try #require(printed.token)
            let secrets = [Secret("password", password), Secret("token", token)]
            let hunt = SecretHunt(
                for: secrets,
                publicTexts: ["sjefferson@finesse.com", box.sandbox.origins.text(.finesse)]
            )

            // The hunt finds what is there: the store holds the token, and the command for it prints it.
            #expect(!hunt.findings(in: [UInt8](kept), "the store").isEmpty)
            #expect(hunt.findings(in: printed.others, "the output of the other commands").isEmpty)
        }
    }

    /// Runs every command in both forms; what `token` printed is kept apart.
    private static func shift(_ box: SandboxContext) async throws -> (others: String, token: String?) {
        var others: [String] = []
        for form in [[], ["--json"]] {
            _ = await FinesseProgram.run(
                ["login", "--user", "sjefferson", "--password-file", try box.passwordFile("sjefferson")] + form,
                in: box.test.context
            )
            let commands = [
                ["auth-mode", "--user", "sjefferson"], ["refresh"], ["whoami"],
                ["state", "LOGIN", "--extension", "98411"],
                ["state", "READY"], ["state"], ["profile", "show"],
            ]
            for command in commands { _ = await FinesseProgram.run(command + form, in: box.test.context) }
            others += box.test.takeOutput() + box.test.takeTalk()
        }
        _ = await box.test.run("token", "--json")
        let token = try box.object()["token"]?.text
        // The store is looked at while the token is still in it.
        try FileManager.default.copyItem(
            at: box.test.folder.appending(path: "state/finessekit"),
            to: box.test.folder.appending(path: "kept")
        )
        _ = await box.test.run("logout", "--json")
        others += box.test.takeOutput() + box.test.takeTalk()
        return (others.joined(separator: "\n"), token)
    }
}
