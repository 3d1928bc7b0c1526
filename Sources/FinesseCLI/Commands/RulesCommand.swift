import ArgumentParser
import FinesseSSO
import Foundation

/// Rules for pages that the general rules do not get along with.
struct RulesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules",
        abstract: "Shows what would be done on a page of an identity provider, and why.",
        discussion: """
            Example:
              finessectl rules test page.html --url https://idp.corp.example/login
            """,
        subcommands: [RulesTestCommand.self, RulesShowCommand.self]
    )
}

/// Tries a page that was saved.
struct RulesTestCommand: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Shows what would be done on a saved page, and why; nothing is sent.",
        discussion: """
            The page's own scripts run only with --scripts. Nothing leaves the machine: whatever else the page asks for is
            answered as not found. Names and passwords that would be filled in are made up.

            Example:
              finessectl rules test page.html --url https://idp.corp.example/login --rules rules.yaml
            """
    )

    @Argument(help: "The saved page.", completion: .file(extensions: ["html", "htm"]))
    var page: String

    @Option(help: ArgumentHelp("The address it came from, which rules look at.", valueName: "url"))
    var url = "https://idp.example/"

    @Option(help: ArgumentHelp("Read rules from this file beside those that come along.", valueName: "file"))
    var rules: String?

    @Option(help: ArgumentHelp("The realm to choose where the page offers several.", valueName: "words"))
    var realm: String?

    @Flag(help: "Decide as after the password was sent.")
    var afterPassword = false

    @Flag(help: "Run the page's scripts.")
    var scripts = false

    @OptionGroup var pages: PageOptions
    @OptionGroup var output: OutputOptions

    func run(in context: CommandContext) async throws {
        try await CommandFailure.explaining {
            let own = try rules.map { path throws in try RulesFile.read(path: path) } ?? []
            let saved = SavedPage(
                body: try contents(),
                url: url,
                rules: SignInRules(own + SignInRules.builtIn.rules),
                realm: realm,
                isAfterPassword: afterPassword,
                runsScripts: scripts
            )
            let decision = try await SignInPages.with(pages.choice ?? .program(path: nil), in: context) { pages in
                try await saved.decision(pages)
            }
            output.show(decision.report(ownRules: own), on: context.console)
            if let rule = decision.suggestedRule, !output.json {
                context.console.talk("A rule for such pages would begin like this:\n\(RulesFile.text([rule]))")
            }
        }
    }

    private func contents() throws -> [UInt8] {
        do {
            return Array(try Data(contentsOf: URL(filePath: page)))
        } catch {
            throw CommandFailure(
                .usage,
                "The page \(page) cannot be read: \(error.localizedDescription). Save one in a browser, or take the copy that a"
                    + " sign-in kept."
            )
        }
    }
}

/// Prints rules.
struct RulesShowCommand: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Prints the rules that come along, or checks and prints those of a file.",
        discussion: """
            Example:
              finessectl rules show > rules.yaml
            """
    )

    @Option(help: ArgumentHelp("Check and print the rules of this file.", valueName: "file"))
    var rules: String?

    func run(in context: CommandContext) async throws {
        try await CommandFailure.explaining {
            let shown = try rules.map { path throws in try RulesFile.read(path: path) } ?? SignInRules.builtIn.rules
            context.console.output(RulesFile.text(shown))
        }
    }
}
