import Foundation
import HTTPTransport
import HTTPTransportCurl
import WebAgent
import WebAgentURL

/// The outside of a command: what it reads, writes and waits on besides its arguments.
///
/// Tests give their own.
struct CommandContext: Sendable {
    /// Where words go.
    var console: Console

    /// The environment's variables.
    var environment: [String: String]

    /// Makes the way to the servers.
    var transport: @Sendable (CurlConfiguration) throws -> any HTTPTransport

    /// Makes what shows pages, from the path of its program where one was given, and the time that all may take.
    var pageHosts: @Sendable (_ path: String?, _ environment: [String: String], _ limit: Duration) throws -> PageHosts

    /// What a site is.
    var suffixes: any PublicSuffixes

    /// Clocks, waiting and chance of the agent.
    var world: AgentEnvironment

    /// Returns when the whole has taken too long.
    var alarm: @Sendable (Duration) async throws -> Void

    /// The outside of this process.
    static var process: CommandContext {
        CommandContext(
            console: .standard,
            environment: ProcessInfo.processInfo.environment,
            transport: { try CurlHTTPTransport($0) },
            pageHosts: { try .processes(path: $0, environment: $1, limit: $2) },
            suffixes: LibPSLPublicSuffixes(),
            world: .system,
            alarm: { try await Task.sleep(for: $0) }
        )
    }
}

/// What shows pages, and how it is put away.
struct PageHosts: Sendable {
    /// Gives hosts to the agent.
    var provider: any PageHostProvider

    /// Has one started before it is needed.
    var prepare: @Sendable () async -> Void

    /// Ends them all.
    var close: @Sendable () async -> Void

    /// One host in a process of its own; never one in this process.
    ///
    /// - Parameters:
    ///   - path: where its program is; nil looks for it beside this one.
    ///   - environment: may name it too.
    ///   - limit: how long it may take to be ready: on a busy machine as long as all of it.
    /// - Returns: the pool of that one host.
    /// - Throws: ``CommandFailure`` where there is none.
    static func processes(
        path: String?,
        environment: [String: String],
        limit: Duration
    ) throws(CommandFailure) -> PageHosts {
        let program: PageHostProgram
        do throws(PageHostProgramFailure) {
            program = try PageHostProgram.find(
                path: path.map { URL(filePath: $0).standardizedFileURL.path },
                environment: environment
            )
        } catch {
            throw CommandFailure(.missingPart, path == nil ? "\(error) The option is --page-host." : "\(error)")
        }
        var settings = ProcessPageHostSettings()
        settings.maximumHosts = 1
        settings.startBound = limit
        let hosts = ProcessPageHosts(program: program, settings: settings)
        return PageHosts(
            provider: hosts,
            // Nothing is lost where this fails: the agent then starts one, and tells why that fails.
            prepare: { try? await hosts.prepare() },
            close: { await hosts.close() }
        )
    }
}
