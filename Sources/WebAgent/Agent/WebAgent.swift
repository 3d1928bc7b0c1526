public import HTTPTransport
import WebAgentCookies
import WebAgentScripting
public import WebAgentURL

/// A browser without a window: opens pages, runs their scripts, fills and submits their forms.
///
/// It is the only owner of redirects, cookies and forms. One agent is one user at one set of servers: its jar is its own. It
/// does one call at a time; a second one while the first is under way fails with ``WebAgentError/busy``.
///
///     let page = try await agent.open(address)
///     _ = try await agent.fill(.role(.username), with: name)
///     _ = try await agent.fill(.role(.password), with: password)
///     let outcome = try await agent.submit(.role(.password))
public actor WebAgent {
    /// What the agent may do, how long, and as whom.
    public let configuration: WebAgentConfiguration

    let transport: any HTTPTransport
    let suffixes: any PublicSuffixes
    let environment: AgentEnvironment
    let pageHosts: (any PageHostProvider)?

    var jar: CookieJar
    var storage = PageStorage()
    var link: (any PageHostLink)?
    var document: OpenDocument?
    var history = SessionHistory()
    var isBusy = false
    var requestCount = 0

    /// What the agent has done so far, redacted.
    public internal(set) var recording: Recording

    /// The page the last call came to rest on.
    public internal(set) var page: Page?

    /// Makes an agent with an empty jar.
    ///
    /// - Parameters:
    ///   - transport: carries requests.
    ///   - pageHosts: show pages; without them every answer is kept as it came and no script runs.
    ///   - configuration: what the agent may do.
    ///   - suffixes: what a site is.
    ///   - environment: clocks, waiting and chance.
    public init(
        transport: any HTTPTransport,
        pageHosts: (any PageHostProvider)?,
        configuration: WebAgentConfiguration = WebAgentConfiguration(),
        suffixes: any PublicSuffixes = LibPSLPublicSuffixes(),
        environment: AgentEnvironment = .system
    ) {
        self.transport = transport
        self.pageHosts = pageHosts
        self.configuration = configuration
        self.suffixes = suffixes
        self.environment = environment
        jar = CookieJar(suffixes: suffixes, policy: configuration.cookiePolicy)
        recording = Recording(
            limit: configuration.maximumRecordingEntries,
            observer: configuration.recordingObserver
        )
    }

    /// Closes the open page and gives its host back.
    public func close() async {
        document = nil
        page = nil
        let closing = link
        link = nil
        await closing?.close()
    }

    /// Runs one call: alone, and within its deadline.
    func call<Result>(
        _ work: (inout Opening) async throws(WebAgentError) -> Result
    ) async throws(WebAgentError) -> Result {
        guard !isBusy else { throw .busy }
        isBusy = true
        defer { isBusy = false }
        var opening = Opening(start: environment.uptime(), limit: configuration.deadline)
        return try await work(&opening)
    }
}
