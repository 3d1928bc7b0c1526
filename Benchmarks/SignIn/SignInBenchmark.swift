import ArgumentParser
import Foundation
import WebAgent

/// What whole sign-ins cost, in processor time, memory and real time.
@main
struct SignInBenchmark: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sign-in-benchmark",
        abstract: "Measures sign-ins against a sandbox in another process, over TLS.",
        discussion: """
            Start the sandbox first, and hand over what it prints:
              finessectl sandbox --json > sandbox.json
              sign-in-benchmark --sandbox sandbox.json --user sjefferson --password-file FILE

            Every sign-in has a session of its own: a new agent with an empty jar. What is printed is one JSON object:
              signIns, failed       how many were measured, and how many of them did not end with a token
              wallMilliseconds      of one sign-in: median, p95, maximum
              cpuMilliseconds       of one sign-in on the average: whole (this process and its children, the measuring not
                                    counted), own, children
              totalSeconds          of all of them
              pssKilobytes          proportional set size of this process and its children: start (before the first),
                                    peak, after100 (of the sign-ins, warm ones counted), end. Read from smaps_rollup while
                                    sign-ins run; another process that cannot be looked into needs root. Linux only.

            The flow "pages" is what a person does in a browser: the address of the token, the login form, the answer. The
            flow "whole" is that of a program: also the authentication mode before it, and the user after it.
            """
    )

    @Option(help: ArgumentHelp("What \"finessectl sandbox --json\" printed.", valueName: "file"))
    var sandbox: String

    @Option(help: "The agent who signs in.")
    var user = "sjefferson"

    @Option(help: ArgumentHelp("A file with the agent's password.", valueName: "file"))
    var passwordFile: String

    @Option(help: "How many sign-ins are measured.")
    var signIns = 20

    @Option(help: "How many are done before, unmeasured; 0 measures a cold start.")
    var warmUp = 3

    @Option(help: "How many run at once.")
    var atOnce = 1

    @Option(help: "Where pages are shown: process (child processes) or thread (this process).")
    var pages = PagePlace.process

    @Option(help: "How many child processes there are at most.")
    var hosts = 4

    @Option(help: ArgumentHelp("The program of the child processes.", valueName: "file"))
    var pageHost: String?

    @Flag(help: "Give every sign-in a child process that nobody has used.")
    var freshHosts = false

    @Flag(help: "Give every sign-in connections of its own.")
    var freshConnections = false

    @Option(help: "What is done: pages or whole.")
    var flow = Flow.pages

    @Option(help: ArgumentHelp("An origin without TLS that may have the password.", valueName: "http://host:port"))
    var passwordOverHTTP: String?

    @Option(help: "How often memory is read, in milliseconds; 0 for never.")
    var memoryEvery = 0

    enum PagePlace: String, ExpressibleByArgument, CaseIterable {
        case process
        case thread
    }

    enum Flow: String, ExpressibleByArgument, CaseIterable {
        case pages
        case whole
    }

    func run() async throws {
        let setting = try Setting(
            sandboxFile: sandbox,
            user: user,
            passwordFile: passwordFile,
            plainOrigin: passwordOverHTTP,
            flow: flow
        )
        let pages = try provider()
        let client = try Client(setting, pages: pages, freshConnections: freshConnections)
        let pool = pages as? ProcessPageHosts
        if warmUp > 0 { try await pool?.prepare() }
        let memory = MemorySampler(everyMilliseconds: memoryEvery)
        memory.start()
        _ = try await client.signIns(warmUp, atOnce: min(atOnce, max(1, warmUp)))

        let clock = ContinuousClock()
        let before = ProcessorTime.now(without: memory.processorTime)
        let start = clock.now
        var results: [Client.Result] = []
        var after100: Int?
        if memoryEvery > 0, warmUp < 100, signIns > 100 {
            results = try await client.signIns(100 - warmUp, atOnce: atOnce)
            after100 = MemorySampler.proportionalSize()
        }
        results += try await client.signIns(signIns - results.count, atOnce: atOnce)
        let total = clock.now - start
        let spent = ProcessorTime.now(without: memory.processorTime) - before
        let end = memoryEvery > 0 ? MemorySampler.proportionalSize() : nil
        memory.stop()
        await pool?.close()
        let report = BenchmarkReport(
            results: results,
            total: total,
            processor: spent,
            memory: memoryEvery > 0
                ? .init(start: memory.first, peak: memory.peak, after100: after100, end: end) : nil
        )
        print(try report.json())
        if report.failed > 0 { throw ExitCode(1) }
    }

    private func provider() throws -> any PageHostProvider {
        guard pages == .process else { return InProcessPageHosts() }
        var settings = ProcessPageHostSettings()
        settings.maximumHosts = hosts
        settings.reusesHosts = !freshHosts
        return ProcessPageHosts(program: try PageHostProgram.find(path: pageHost), settings: settings)
    }
}
