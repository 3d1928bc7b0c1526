import ArgumentParser

/// How pages are answered that ask for more than a name and a password.
struct PageAnswerOptions: ParsableArguments {
    @Option(
        name: .customLong("otp-secret-file"),
        help: ArgumentHelp(
            "Make one-time codes from the secret in the first line of a file: Base32 or an otpauth:// address.",
            valueName: "file"
        )
    )
    var oneTimeSecretFile: String?

    @Option(
        name: .customLong("otp-command"),
        help: ArgumentHelp("Take a one-time code from the first line that a command prints.", valueName: "command")
    )
    var oneTimeCommand: String?

    @Option(
        help: ArgumentHelp(
            "The realm to choose where a page offers several, by its words.",
            valueName: "words"
        )
    )
    var realm: String?

    @Flag(help: "Say yes where a page asks whether to stay signed in.")
    var keepSignedIn = false

    @Option(
        name: .customLong("negotiate-origin"),
        help: ArgumentHelp(
            "Show this origin the Kerberos ticket of this machine's user where it asks; may be repeated.",
            valueName: "https://host[:port]"
        )
    )
    var negotiateOrigins: [String] = []

    @Option(help: ArgumentHelp("Read rules for further pages from a file (see docs/rules.md).", valueName: "file"))
    var rules: String?

    func validate() throws {
        guard oneTimeSecretFile == nil || oneTimeCommand == nil else {
            throw ValidationError("Give either --otp-secret-file or --otp-command, not both.")
        }
    }

    /// Where one-time codes come from; the person at the terminal where nothing was chosen.
    var codes: OneTimeCodeSource {
        if let oneTimeSecretFile { return .secretFile(oneTimeSecretFile) }
        if let oneTimeCommand { return .command(oneTimeCommand) }
        return .prompt
    }
}
