import ArgumentParser
import Testing

@testable import FinesseCLI

@Suite("The command line of finessectl")
struct CommandLineTests {
    @Test("has no option that takes a password")
    func noPasswordArgument() throws {
        for command in FinesseCommand.configuration.subcommands {
            let help = FinesseCommand.helpMessage(for: command, columns: 200)
            #expect(!help.contains("--password "), "\(command)")
        }
    }

    @Test("tells every exit status in the help of the command at the top")
    func statuses() {
        let help = FinesseCommand.helpMessage(columns: 4000)
        for status in ExitStatus.allCases { #expect(help.contains("\(status.rawValue) \(status.meaning)")) }
    }

    @Test("shows an example for every command")
    func examples() {
        for command in FinesseCommand.configuration.subcommands {
            let help = FinesseCommand.helpMessage(for: command, columns: 200)
            #expect(help.contains("finessectl \(command.configuration.commandName ?? "?")"), "\(command)")
        }
    }

    @Test("answers wrong words with the status for usage, and says what is wrong on standard error")
    func usage() async throws {
        let test = try TestContext()
        #expect(await test.run("state", "LOGIN") == ExitStatus.usage.rawValue)
        #expect(test.takeTalk().first?.contains("--extension") == true)
        #expect(test.takeOutput().isEmpty)
    }

    @Test("answers help on standard output with success")
    func help() async throws {
        let test = try TestContext()
        #expect(await test.run("login", "--help") == 0)
        #expect(test.takeOutput().first?.contains("Signs an agent in and keeps the tokens.") == true)
    }

    @Test("says who is to sign in first when there is no token")
    func notSignedIn() async throws {
        let test = try TestContext()
        let status = await test.run("token", "--server", "finesse1.xyz.com", "--user", "ann")
        #expect(status == ExitStatus.notSignedIn.rawValue)
        #expect(
            test.takeTalk() == [
                "finessectl: There is no token for ann at finesse1.xyz.com. Sign in first: finessectl login --user ann."
            ]
        )
    }
}

@Suite("A report")
struct ReportTests {
    @Test("aligns its lines for people and sorts its keys for programs")
    func bothForms() {
        var report = Report()
        report.add("zeta", "long label", "text")
        report.add("alpha", "n", .number(3))
        report.add("none", "none", nil as String?)
        report.add("list", "list", .list(["a", "b"]))
        #expect(report.lines == ["long label  text", "n           3", "none        –", "list        a, b"])
        #expect(report.json == #"{"alpha":3,"list":["a","b"],"none":null,"zeta":"text"}"#)
    }
}
