import ArgumentParser
import SignInTrace

/// What became of one cookie, and by which rule.
struct WhyCookieCommand: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "why-cookie",
        abstract: "Tells each decision about a cookie in a recorded run, with its rule and what to do.",
        discussion: """
            Example:
              finessectl login --trace login.har
              finessectl why-cookie JSESSIONID --trace login.har --host finesse1.xyz.com
            """
    )

    @Argument(help: "The cookie's name; case counts.")
    var name: String

    @Option(
        help: ArgumentHelp("The trace that a command wrote with --trace.", valueName: "file"),
        completion: .file(extensions: ["har"])
    )
    var trace: String

    @Option(help: ArgumentHelp("Only the decisions at this host.", valueName: "host[:port]"))
    var host: String?

    @OptionGroup var output: OutputOptions

    func run(in context: CommandContext) async throws {
        let document = try TraceFile.read(trace)
        guard document.tellsDecisions else {
            throw CommandFailure(
                .failure,
                "\(trace) tells of no decision over a cookie: it was not recorded by finessectl, or no cookie came. "
                    + "Record the sign-in with: finessectl login --trace FILE."
            )
        }
        let history = CookieHistory(of: name, at: host, in: document)
        guard !history.decisions.isEmpty else { throw Self.unknown(name, host, document) }
        if output.json { return context.console.output(try JSONText.line(history)) }
        let style = context.terminal.style(context.environment)
        for line in CookieStory(history, style: style).lines { context.console.output(line) }
    }

    private static func unknown(_ name: String, _ host: String?, _ document: TraceDocument) -> CommandFailure {
        let place = host.map { " at \($0)" } ?? ""
        let names = CookieHistory.names(in: document).map { PlainText.line($0) }
        return CommandFailure(
            .failure,
            "The trace tells of no cookie named \"\(name)\"\(place). It tells of: \(names.joined(separator: ", "))."
        )
    }
}
