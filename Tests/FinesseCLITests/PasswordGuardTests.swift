import ArgumentParser
import FinesseSSO
import FinesseSandbox
import FinesseTypes
import Foundation
import Testing

@testable import FinesseCLI

@Suite("finessectl and refused passwords", .timeLimit(.minutes(5)))
struct PasswordGuardCommandTests {
    @Test("sends a password that was refused once, until --retry-password or a sign-in lets it forget that")
    func once() async throws {
        try await SandboxContext.with { (box: SandboxContext) async throws in
            let wrong = try box.test.file("wrong", "Wrong-Horse-7\n")
            let words = ["login", "--user", "sjefferson", "--password-file", wrong]
            #expect(await FinesseProgram.run(words, in: box.test.context) == ExitStatus.refused.rawValue)
            _ = box.test.takeTalk()
            #expect(await FinesseProgram.run(words, in: box.test.context) == ExitStatus.stoppedOnPage.rawValue)
            let talk = box.test.takeTalk().joined()
            #expect(
                talk.contains("this password was refused there on ") && talk.contains("nothing was sent"),
                "\(talk)"
            )
            #expect(talk.contains("--retry-password") && !talk.contains("Wrong-Horse"), "\(talk)")

            let retry = words + ["--retry-password"]
            #expect(await FinesseProgram.run(retry, in: box.test.context) == ExitStatus.refused.rawValue)
            #expect(try await box.login("sjefferson") == 0)
            #expect(await box.test.run("logout") == 0)
            #expect(await FinesseProgram.run(words, in: box.test.context) == ExitStatus.refused.rawValue)
        }
    }

    @Test("keeps what is remembered in a file that its owner alone can read, and that holds no password")
    func file() async throws {
        let test = try TestContext()
        let passwords = try TokenStoreChoice.file.passwordGuard(in: test.context)
        let credentials = SignInCredentials(userName: "sjefferson", password: Password("Wrong-Horse-7"))
        await passwords.remember(credentials, refusedAt: "adfs.example.com", at: test.context.now())
        let file = test.folder.appending(path: "state/finessekit/sjefferson.refused")
        #expect(try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int == 0o600)
        #expect(!(try String(contentsOf: file, encoding: .utf8)).contains("Wrong-Horse"))
    }
}

@Suite("finessectl and the place of tokens")
struct TokenStoreChoiceTests {
    @Test("is files, or what the profile or the command line says, in this order")
    func choice() throws {
        let test = try TestContext()
        var profile = Profile(server: "h:1")
        try test.context.profiles.save(profile, named: "files", makeDefault: true)
        profile.tokenStore = .secretService
        try test.context.profiles.save(profile, named: "keyring")
        for (words, expected) in [
            (["--profile", "files"], TokenStoreChoice.file), (["--profile", "keyring"], .secretService),
            (["--profile", "keyring", "--token-store", "file"], .file),
            (["--server", "h:1", "--token-store", "secret-service"], .secretService),
        ] {
            let options = try ConnectionOptions.parse(words)
            #expect(try ConnectionSettings(options, profiles: test.context.profiles).tokenStore == expected)
        }
        #expect(try TokenStoreChoice.file.store(in: test.context) is FileTokenStore)
    }

    @Test("is refused where it is no place that is known")
    func unknown() async throws {
        let test = try TestContext()
        #expect(await test.run("token", "--token-store", "elsewhere") == ExitStatus.usage.rawValue)
    }
}
