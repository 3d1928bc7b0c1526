import ArgumentParser

/// Which Finesse system, and how to reach it.
///
/// What is named here goes before what the profile says.
struct ConnectionOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Use a saved profile (see \"finessectl profile\").", valueName: "name"))
    var profile: String?

    @Option(
        help: ArgumentHelp(
            "The Finesse host, with its port where it is neither 8445 nor 443.",
            valueName: "host[:port]"
        )
    )
    var server: String?

    @Option(help: ArgumentHelp("The agent: loginName or loginId (peripheralId).", valueName: "name"))
    var user: String?

    @Option(
        name: .customLong("ca"),
        help: ArgumentHelp("Trust the certificate authorities in a PEM file, beside the system's.", valueName: "file")
    )
    var certificateAuthority: String?

    @Option(
        help: ArgumentHelp(
            "Connect to another address in place of a name; may be repeated.",
            valueName: "host:port:address:port"
        )
    )
    var connectTo: [String] = []

    @Option(help: ArgumentHelp("Use a proxy, such as http://proxy.corp.example:3128.", valueName: "url"))
    var proxy: String?

    @Option(help: ArgumentHelp("Show this client certificate (PEM) to the Finesse server.", valueName: "file"))
    var cert: String?

    @Option(help: ArgumentHelp("The key of the client certificate (PEM).", valueName: "file"))
    var key: String?

    @Option(
        help: ArgumentHelp(
            "The authentication mode (SSO, NON_SSO, HYBRID), in place of asking the server.",
            valueName: "mode"
        )
    )
    var authMode: String?

    @Option(
        help: ArgumentHelp(
            "Keep tokens and cookies in files, or in the desktop's keyring (file, secret-service).",
            valueName: "kind"
        )
    )
    var tokenStore: TokenStoreChoice?

    @OptionGroup var pages: PageOptions
    @OptionGroup var recording: TraceOptions

    func validate() throws {
        guard (cert == nil) == (key == nil) else {
            throw ValidationError("--cert and --key belong together: give both.")
        }
    }
}
