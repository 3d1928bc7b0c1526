import ArgumentParser
import FinesseSSO
import FinesseTypes
import Foundation

/// Looks at everything that a sign-in needs, in the order in which it needs it.
struct DoctorCommand: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Finds out why agents cannot sign in, from the name of the server to the last token.",
        discussion: """
            Each probe has one verdict (ok, warning, FAILED, skipped), what was seen, and what to do next. What needs a failed
            probe is skipped. Nothing is changed: stored tokens are left as they are, and a refused password is not sent a
            second time. docs/doctor.md lists the probes and the documented faults.

            Exit status: 0 all is well; 1 a probe failed; 2 a probe warns.

            Example:
              finessectl doctor --server finesse1.xyz.com --user sjefferson
              finessectl doctor --explain error-page.html
            """
    )

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var password: PasswordOptions
    @OptionGroup var output: OutputOptions

    @Flag(help: "Ask nobody, not even at a terminal.")
    var silent = false

    @Option(
        help: ArgumentHelp(
            "Only look for a documented fault in a saved page or log; \"-\" is standard input.",
            valueName: "file"
        )
    )
    var explain: String?

    func run(in context: CommandContext) async throws {
        try await CommandFailure.explaining {
            if let explain { return try explainFile(explain, context) }
            let choices = SignInChoices(passwordOrigins: password.origins)
            let connection = try Connection(connection, signIn: choices, in: context)
            let printer = DoctorPrinter(environment: context.environment)
            let doctor = Doctor(
                connection,
                silent: silent,
                password: credentials(for: connection, context)
            ) { finding in
                guard !output.json else { return }
                for line in printer.lines(of: finding) { context.console.output(line) }
            }
            await doctor.examine()
            if output.json {
                let text = try DoctorPrinter.json(
                    doctor.report,
                    server: "\(doctor.node)",
                    user: connection.user?.rawValue
                )
                context.console.output(text)
            }
            try conclude(doctor.report)
        }
    }

    private func conclude(_ report: DoctorReport) throws {
        let summary = DoctorPrinter.summary(report)
        switch report.verdict {
        case .ok, .skipped: return
        case .warning: throw CommandFailure(.warned, "\(summary) Read what the warnings say to do.")
        case .failed:
            let first = report.findings.first { $0.verdict == .failed }?.probe.title ?? ""
            throw CommandFailure(.failure, "\(summary) Begin with the first that failed: \(first).")
        }
    }

    /// The password is asked for once, and only where a page wants one.
    private func credentials(
        for connection: Connection,
        _ context: CommandContext
    ) -> () throws(PasswordError) -> SignInCredentials? {
        var known: SignInCredentials??
        return { () throws(PasswordError) in
            if let known { return known }
            let name = password.idpUser ?? connection.user?.rawValue ?? ""
            guard !name.isEmpty, !(silent && password.source == .prompt) else { return nil }
            let secret: Password
            do throws(PasswordError) {
                secret = try password.source.password(
                    asking: "Password of \(name) for \(connection.address):",
                    prompter: context.prompter
                )
            } catch .noTerminal {
                known = .some(nil)
                return nil
            }
            let credentials = SignInCredentials(userName: name, password: secret)
            known = credentials
            return credentials
        }
    }

    private func explainFile(_ path: String, _ context: CommandContext) throws {
        let data: Data
        do {
            data =
                path == "-"
                ? try FileHandle.standardInput.readToEnd() ?? Data() : try Data(contentsOf: URL(filePath: path))
        } catch {
            throw CommandFailure(
                .usage,
                "The file of --explain, \(path), cannot be read: \(error.localizedDescription)."
            )
        }
        guard let fault = IdentityFaults.recognise(text: String(decoding: data, as: UTF8.self)) else {
            throw CommandFailure(
                .failure,
                "No documented fault is in \(path). Look at the page's title and at the log of the host that sent it."
            )
        }
        var report = Report()
        report.add("fault", "fault", fault.code)
        report.add("stage", "seen while", fault.stage.rawValue)
        report.add("cause", "cause", fault.cause)
        report.add("fix", "what to do", fault.fix)
        output.show(report, on: context.console)
    }
}
