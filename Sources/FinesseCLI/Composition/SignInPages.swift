import FinesseSSO
import FinesseSSOWebAgent
import HTTPTransport
import WebAgent

/// Shows the pages of the sign-ins of one command, and leaves no process behind.
struct SignInPages: Sendable {
    private let hosts: any PageHostProvider
    private let trace: CommandTrace

    /// Has a host started beside the body's first steps, and ends all hosts after it, however it ends: also by ^C.
    ///
    /// - Parameters:
    ///   - choice: where pages are shown.
    ///   - context: the outside.
    ///   - body: signs in.
    /// - Returns: what the body returned.
    /// - Throws: `PageHostProgramFailure`, or what the body throws.
    static func with<Result: Sendable>(
        _ choice: PageChoice,
        in context: CommandContext,
        _ body: (SignInPages) async throws -> Result
    ) async throws -> Result {
        let hosts = try choice.hosts(in: context)
        guard let processes = hosts as? ProcessPageHosts else {
            return try await body(SignInPages(hosts: hosts, trace: context.trace))
        }
        let interruption = context.endsOnSignals ? Interruption { await processes.close() } : nil
        defer { interruption?.stopListening() }
        async let isPrepared = Self.prepare(processes)
        do {
            let result = try await body(SignInPages(hosts: hosts, trace: context.trace))
            await processes.close()
            _ = await isPrepared
            return result
        } catch {
            await processes.close()
            throw error
        }
    }

    /// Nothing is lost where this fails: whoever needs a host then starts one, and tells why that fails.
    private static func prepare(_ hosts: ProcessPageHosts) async -> Bool {
        (try? await hosts.prepare()) != nil
    }

    /// An agent for one user at one server; its jar is nobody else's.
    ///
    /// - Parameters:
    ///   - transport: carries its requests.
    ///   - options: where a password may go, and how long it may take.
    ///   - runsScripts: whether the pages' scripts run.
    /// - Returns: the agent, without cookies.
    func agent(
        over transport: any HTTPTransport,
        options: SignInOptions,
        runsScripts: Bool = true
    ) -> WebAgent {
        var configuration = WebAgentConfiguration(for: options)
        configuration.runsScripts = runsScripts
        configuration.publicParameterNames = PublicNames.parameters
        let traced = trace.pages(over: transport)
        configuration.recordingObserver = traced?.observer
        let carrier = traced?.transport ?? transport
        let ticketed = options.answers.negotiateOrigins
        return WebAgent(
            transport: ticketed.isEmpty ? carrier : NegotiateTransport(carrier, origins: ticketed),
            pageHosts: hosts,
            configuration: configuration
        )
    }
}
