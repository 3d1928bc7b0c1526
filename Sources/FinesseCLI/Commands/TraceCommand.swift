import ArgumentParser
import Foundation
import SignInTrace

/// A recorded run as a picture.
struct TraceCommand: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "trace",
        abstract: "Draws a recorded sign-in: who asked whom, what was answered, and why.",
        discussion: """
            The file is what a command wrote with --trace, or a HAR file of a browser; of that one what could be a secret is
            left out. Colours come on a terminal only, and not with NO_COLOR.

            Example:
              finessectl login --trace login.har
              finessectl trace login.har
              finessectl trace login.har --html login.html
            """
    )

    @Argument(help: ArgumentHelp("The trace.", valueName: "file"), completion: .file(extensions: ["har"]))
    var file: String

    @Option(
        help: ArgumentHelp("Write one HTML page that needs nothing else, in place of drawing here.", valueName: "file"),
        completion: .file(extensions: ["html"])
    )
    var html: String?

    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard html == nil || !output.json else { throw ValidationError("Give either --html or --json, not both.") }
    }

    func run(in context: CommandContext) async throws {
        let document = try TraceFile.read(file)
        if output.json { return context.console.output(try JSONText.line(TraceReport(document))) }
        let ladder = Ladder(document)
        if let html {
            do {
                try PrivateFile.write(Array(HTMLLadder(ladder).page.utf8), to: html)
            } catch {
                throw CommandFailure(
                    .usage,
                    "The page cannot be written to \(html): \(error.reason). Name another file with --html."
                )
            }
            return context.console.output("Wrote \(html). Open it in a browser; it needs nothing else.")
        }
        let style = context.terminal.style(context.environment)
        for line in TerminalLadder(ladder, style: style).lines { context.console.output(line) }
    }
}
