import ArgumentParser
import Foundation
import HTTPTransport
import HTTPTransportCurl
import WebAgent
import WebAgentURL

/// Opens a page and tells what happened.
struct OpenCommand: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "open",
        abstract: "Opens a page, runs its scripts, follows what it does, and tells what happened.",
        discussion: """
            In this order: the page is opened, controls are filled in, elements are clicked, --wait is waited for, --eval is \
            evaluated. Nothing is submitted unless the page does it or --click leads to it.

            Values of cookies, forms and queries are not shown. docs/web-agent.md tells what each part of the output means.

            Examples:
              web-agent open https://www.example.com/
              web-agent open https://app.example/ --fill username=@name --fill password=@secret \\
                --allow-password-origin https://login.example --click 'button[type=submit]' --cookies session
              web-agent open http://127.0.0.1:8000/test.html --wait window.done --eval window.results --json
            """
    )

    @Argument(help: ArgumentHelp("The address, http or https.", valueName: "url"))
    var address: String

    @Option(
        help: ArgumentHelp(
            "Connect to another address in place of a name; may be repeated.",
            valueName: "host:port:address:port"
        )
    )
    var connectTo: [String] = []

    @Option(
        name: .customLong("ca"),
        help: ArgumentHelp("Trust the certificate authorities in a PEM file, beside the system's.", valueName: "file")
    )
    var certificateAuthority: String?

    @Option(
        help: ArgumentHelp(
            """
            Fill in a control with what stands in a file ("-" is standard input), without the line break at its end; \
            username, password, one-time-code, or a CSS selector. May be repeated.
            """,
            valueName: "role=@file"
        )
    )
    var fill: [FillOption] = []

    @Option(
        name: [.customLong("allow-password-origin"), .customLong("password-origin")],
        help: ArgumentHelp(
            "Let a password go to this origin too; that of the address may have it. May be repeated.",
            valueName: "https://host:port"
        )
    )
    var allowPasswordOrigin: [String] = []

    @Option(
        name: .customLong("allow-password-over-http"),
        help: ArgumentHelp(
            "Let a password go to this origin without encryption; may be repeated.",
            valueName: "http://host:port"
        )
    )
    var allowPasswordOverHTTP: [String] = []

    @Option(help: ArgumentHelp("Click the first element that matches; may be repeated.", valueName: "selector"))
    var click: [String] = []

    @Option(
        help: ArgumentHelp(
            "Wait until this JavaScript is true; the page's timers take as long as they say meanwhile.",
            valueName: "expression"
        )
    )
    var wait: String?

    @Option(
        name: .customLong("eval"),
        help: ArgumentHelp("Show the value of this JavaScript as JSON.", valueName: "expression")
    )
    var evaluation: String?

    @Option(help: ArgumentHelp("How long all of it may take.", valueName: "seconds"))
    var timeout = 30.0

    @Flag(
        help:
            "Let a page's timers take as long as they say from the start; otherwise those of the first 4 s run at once."
    )
    var realTime = false

    @Option(
        help: ArgumentHelp(
            "Take cookies from this file where it is there, and keep them in it; readable by you alone.",
            valueName: "file"
        )
    )
    var cookies: String?

    @Option(
        help: ArgumentHelp(
            "Write the redacted recording, one JSON object a line; readable by you alone.",
            valueName: "file"
        )
    )
    var trace: String?

    @Option(
        help: ArgumentHelp(
            "Show the values of this parameter of queries and forms; may be repeated.",
            valueName: "name"
        )
    )
    var publicParameter: [String] = []

    @Option(
        help: ArgumentHelp(
            "The program that pages run in; otherwise it is beside this one, or in WEB_AGENT_PAGE_HOST.",
            valueName: "path"
        )
    )
    var pageHost: String?

    @Flag(help: "Print one JSON object for programs.")
    var json = false

    func validate() throws {
        guard timeout > 0, timeout <= 86_400 else {
            throw ValidationError("--timeout is a number of seconds above 0, at most 86400.")
        }
        guard fill.filter({ $0.path == "-" }).count <= 1 else {
            throw ValidationError("Only one --fill can be read from standard input: give the others as files.")
        }
    }

    func run(in context: CommandContext) async throws {
        let plan = try plan()
        let kept = cookies.map { CookieFile(path: $0) }
        let records = try kept?.load() ?? []
        let transport = try makeTransport(context)
        let hosts = try context.pageHosts(pageHost, context.environment, plan.limit)
        let agent = WebAgent(
            transport: transport,
            pageHosts: hosts.provider,
            configuration: plan.configuration,
            suffixes: context.suffixes,
            environment: context.world
        )
        await agent.importCookies(records)
        async let isPrepared: Void = hosts.prepare()
        let result = await OpenRun(agent: agent, plan: plan, world: context.world).result(alarm: context.alarm)
        let report = OpenReport(
            result,
            recording: await agent.recording,
            jar: await agent.cookies,
            publicNames: plan.configuration.publicParameterNames
        )
        let record = await agent.exportCookies()
        await agent.close()
        await hosts.close()
        await isPrepared

        if json {
            context.console.output(report.json.text)
        } else {
            for line in report.lines { context.console.output(line) }
        }
        try kept?.save(record)
        if let trace { try PrivateFile.write(report.trace, to: trace) }
        if let failure = result.failure { throw failure }
    }

    /// Reads the command line; nothing has been asked of any server yet.
    func plan() throws -> OpenPlan {
        guard let url = WebURL(address), url.scheme == "http" || url.scheme == "https" else {
            throw CommandFailure(
                .usage,
                "\"\(PrintableText.line(address))\" is no address of http or https. Write it whole."
            )
        }
        let limit = Duration.milliseconds(Int64(timeout * 1000))
        var configuration = WebAgentConfiguration()
        configuration.deadline = limit
        configuration.exchangeDeadline = min(limit, configuration.exchangeDeadline)
        configuration.pageTimeIsReal = realTime
        configuration.publicParameterNames = Set(publicParameter)
        try PasswordPermission(secureOrigins: allowPasswordOrigin, plainOrigins: allowPasswordOverHTTP)
            .apply(openedAt: url, to: &configuration)
        return OpenPlan(
            url: url,
            configuration: configuration,
            fills: try fill.map { OpenPlan.Fill(target: $0.target, value: try $0.value()) },
            clicks: click,
            wait: wait,
            evaluation: evaluation,
            limit: limit
        )
    }

    private func makeTransport(_ context: CommandContext) throws -> any HTTPTransport {
        var configuration = CurlConfiguration()
        do {
            configuration.addressOverrides = try connectTo.map { text throws in try AddressOverride(text) }
            configuration.proxy = .environment(context.environment)
            if let certificateAuthority {
                configuration.trustedCertificates = [try Self.text(ofFile: certificateAuthority)]
            }
            return try context.transport(configuration)
        } catch {
            throw CommandFailure(error)
        }
    }

    private static func text(ofFile path: String) throws(CommandFailure) -> String {
        do {
            return try String(contentsOf: URL(filePath: path), encoding: .utf8)
        } catch {
            throw CommandFailure(
                .usage,
                "The file of --ca, \(path), cannot be read: \(error.localizedDescription). It must be PEM."
            )
        }
    }
}
