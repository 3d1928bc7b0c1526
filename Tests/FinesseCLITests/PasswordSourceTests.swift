import FinesseTypes
import Testing

@testable import FinesseCLI

@Suite("Where a password comes from")
struct PasswordSourceTests {
    @Test(
        "takes the first line of a file, whatever its line break",
        arguments: ["s3cret\nmore", "s3cret\r\n", "s3cret"]
    )
    func firstLine(text: String) throws {
        let test = try TestContext()
        let source = PasswordSource.file(try test.file("password", text))
        let password = try source.password(asking: "", prompter: test.context.prompter)
        #expect(password.reveal() == "s3cret")
    }

    @Test("takes the first line that a command prints")
    func command() throws {
        let test = try TestContext()
        let password = try PasswordSource.command("printf 'a b\\nc'").password(
            asking: "",
            prompter: test.context.prompter
        )
        #expect(password.reveal() == "a b")
    }

    @Test("says that a command failed, and with which status")
    func failingCommand() throws {
        let test = try TestContext()
        #expect(throws: PasswordError.commandFailed(status: 7)) {
            try PasswordSource.command("exit 7").password(asking: "", prompter: test.context.prompter)
        }
    }

    @Test("refuses an empty answer", arguments: ["", "\n"])
    func empty(text: String) throws {
        let test = try TestContext()
        let path = try test.file("password", text)
        #expect(throws: PasswordError.empty(source: "The password file \(path)")) {
            try PasswordSource.file(path).password(asking: "", prompter: test.context.prompter)
        }
    }

    @Test("names the file it cannot read")
    func missingFile() throws {
        let test = try TestContext()
        let error = #expect(throws: PasswordError.self) {
            try PasswordSource.file("/nowhere/at/all").password(asking: "", prompter: test.context.prompter)
        }
        #expect(error?.description.contains("/nowhere/at/all") == true)
    }

    @Test("says which options there are where nobody can be asked")
    func noTerminal() throws {
        let test = try TestContext()
        let error = #expect(throws: PasswordError.noTerminal) {
            try PasswordSource.prompt.password(asking: "", prompter: test.context.prompter)
        }
        #expect(error?.description.contains("--password-file") == true)
    }
}
