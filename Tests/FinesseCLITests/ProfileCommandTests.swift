import Foundation
import Testing

@testable import FinesseCLI

@Suite("finessectl profile")
struct ProfileCommandTests {
    @Test("saves a profile, makes the first one the default, lists, shows and removes it")
    func lifeOfAProfile() async throws {
        let test = try TestContext()
        #expect(await test.run("profile", "add", "lab", "--server", "finesse1.xyz.com:8445", "--user", "ann") == 0)
        #expect(await test.run("profile", "add", "other", "--server", "finesse2.xyz.com") == 0)
        _ = test.takeOutput()

        #expect(await test.run("profile", "list") == 0)
        #expect(test.takeOutput() == ["* lab  finesse1.xyz.com:8445", "  other  finesse2.xyz.com"])

        #expect(await test.run("profile", "show", "--json") == 0)
        let shown = try #require(test.takeOutput().first)
        #expect(shown.contains(#""server":"finesse1.xyz.com:8445""#))
        #expect(shown.contains(#""user":"ann""#))

        #expect(await test.run("profile", "default", "other") == 0)
        #expect(await test.run("profile", "remove", "lab") == 0)
        _ = test.takeOutput()
        #expect(await test.run("profile", "list") == 0)
        #expect(test.takeOutput() == ["* other  finesse2.xyz.com"])
    }

    @Test("names the profiles there are when asked for one that is not there")
    func unknownProfile() async throws {
        let test = try TestContext()
        _ = await test.run("profile", "add", "lab", "--server", "finesse1.xyz.com")
        #expect(await test.run("profile", "show", "lob") == ExitStatus.failure.rawValue)
        #expect(test.takeTalk() == ["finessectl: There is no profile \"lob\". These exist: lab."])
    }

    @Test("says how to add one when there is none")
    func noProfile() async throws {
        let test = try TestContext()
        #expect(await test.run("auth-mode") == ExitStatus.failure.rawValue)
        let message = try #require(test.takeTalk().first)
        #expect(message.contains("finessectl profile add NAME --server HOST"))
    }

    @Test(
        "refuses a file that is no profile, and says what is wrong with it",
        arguments: [
            ("server: a\nsevrer: b\nversion: 1\n", "sevrer"), ("version: 1\n", "server"), ("- a\n", "key: value"),
            ("version: 9\nserver: a\n", "version 9"),
        ]
    )
    func malformedFile(text: String, named: String) async throws {
        let test = try TestContext()
        _ = await test.run("profile", "add", "lab", "--server", "finesse1.xyz.com")
        let file = test.folder.appending(path: "config/finessekit/profiles/lab.yaml")
        try Data(text.utf8).write(to: file)
        #expect(await test.run("profile", "show", "lab") == ExitStatus.failure.rawValue)
        let message = try #require(test.takeTalk().first)
        #expect(message.contains(named))
        #expect(message.contains(file.path))
    }

    @Test("refuses names that could leave the folder", arguments: ["../x", "a/b", "-x", ".hidden", ""])
    func names(name: String) async throws {
        let test = try TestContext()
        #expect(await FinesseProgram.run(["profile", "add", "--server", "h", "--", name], in: test.context) != 0)
        #expect(!FileManager.default.fileExists(atPath: test.folder.appending(path: "config/finessekit/x.yaml").path))
    }

    @Test("refuses at once what no command could use", arguments: [["--auth-mode", "MAGIC"], ["--connect-to", "x"]])
    func unusable(option: [String]) async throws {
        let test = try TestContext()
        let words = ["profile", "add", "lab", "--server", "finesse1.xyz.com"] + option
        #expect(await FinesseProgram.run(words, in: test.context) == ExitStatus.usage.rawValue)
        #expect(test.context.profiles.names().isEmpty)
    }
}
