import ArgumentParser
import FinesseSandbox

/// The main job, with nothing else needed.
struct DemoCommand: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Signs an agent in on a sandbox of its own, and shows every step.",
        discussion: """
            The seven steps of Cisco's page "Client Integration", in its order, each with what was sent and what came back.
            Secrets are redacted; nothing leaves this machine.

            Example:
              finessectl demo --pause
              finessectl demo --day
            """
    )

    @Flag(help: "Wait for Return before each step.")
    var pause = false

    @Flag(help: "Run the sandbox in hybrid mode, where step 2 is needed.")
    var hybrid = false

    @Flag(help: "Play a working day of ten agents instead, on a clock that is turned, and count what happened.")
    var day = false

    @Option(help: ArgumentHelp("The day to play: the same number gives the same callers.", valueName: "number"))
    var seed = 1

    @OptionGroup var pages: PageOptions
    @OptionGroup var recording: TraceOptions

    func run(in context: CommandContext) async throws {
        if day { return try await playDay(in: context) }
        var configuration = SandboxConfiguration()
        if hybrid { configuration.authenticationMode = .hybrid }
        let choice = pages.choice ?? .program(path: nil)
        try await Self.demonstrate(configuration, pause: pause, pages: choice, trace: recording.trace, in: context)
    }

    /// Plays a working day and shows what happened.
    private func playDay(in context: CommandContext) async throws {
        try await CommandFailure.explaining {
            let sandbox = try await FinesseSandbox.start(DayStaff.configuration(seed: seed), clock: .virtual())
            do {
                let choice = pages.choice ?? .program(path: nil)
                let result = try await SignInPages.with(choice, in: context) { pages in
                    try await WorkingDay(sandbox, seed: seed, console: context.console).play(with: pages)
                }
                for line in result.table.lines + [""] + result.summary { context.console.output(line) }
            } catch {
                await sandbox.stop()
                throw error
            }
            await sandbox.stop()
        }
    }

    /// Starts a sandbox, goes through the steps and stops it.
    static func demonstrate(
        _ configuration: SandboxConfiguration,
        pause: Bool,
        pages: PageChoice = .program(path: nil),
        trace: String? = nil,
        in context: CommandContext
    ) async throws {
        try await CommandFailure.explaining {
            guard let user = configuration.users.first else {
                throw CommandFailure(.usage, "The sandbox has no user to sign in.")
            }
            let sandbox = try await FinesseSandbox.start(configuration)
            let prompter = context.prompter
            let printer = DemoPrinter(console: context.console) {
                if pause { prompter.pause("  … Return goes on ") }
            }
            context.console.output(
                "A sandbox is running: Finesse, an Identity Service and an identity provider, over TLS."
            )
            do {
                try await SignInPages.with(pages, in: context) { pages in
                    let script = try DemoScript(sandbox, user: user, printer: printer, pages: pages) {
                        carrier,
                        address in
                        try trace.map { try context.trace.transport(carrier, to: $0, address: address, context) }
                            ?? carrier
                    }
                    try await script.run()
                }
            } catch {
                await sandbox.stop()
                throw error
            }
            await sandbox.stop()
            context.console.output("\nDone: signed in, READY, refreshed, NOT_READY, signed out.")
        }
    }
}
