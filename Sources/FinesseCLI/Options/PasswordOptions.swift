import ArgumentParser

/// Whose password it is, where it comes from and where it may go; there is no option that takes the password itself.
struct PasswordOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Take the password from the first line of a file; \"-\" is standard input.",
            valueName: "file"
        )
    )
    var passwordFile: String?

    @Option(
        help: ArgumentHelp("Take the password from the first line that a command prints.", valueName: "command")
    )
    var passwordCommand: String?

    @Option(
        help: ArgumentHelp(
            "The name for the identity provider's page, where it is not the agent's.",
            valueName: "name"
        )
    )
    var idpUser: String?

    @Option(
        name: .customLong("password-origin"),
        help: ArgumentHelp(
            "Let the password be filled in at this origin without asking; may be repeated.",
            valueName: "https://host[:port]"
        )
    )
    var origins: [String] = []

    func validate() throws {
        guard passwordFile == nil || passwordCommand == nil else {
            throw ValidationError("Give either --password-file or --password-command, not both.")
        }
    }

    /// The source that was chosen; asking at the terminal where none was.
    var source: PasswordSource {
        if let passwordFile { return .file(passwordFile) }
        if let passwordCommand { return .command(passwordCommand) }
        return .prompt
    }
}
