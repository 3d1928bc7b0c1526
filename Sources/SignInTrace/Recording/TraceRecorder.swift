package import HTTPTransport
import Synchronization
package import WebAgent

/// Records every exchange of a run, and what the user agent decided over cookies and pages, as a HAR log.
///
/// Secrets are cut when an exchange is recorded: nothing of them is ever kept here. After each step the whole log goes to the
/// keeper that was given, so that a run that is ended leaves what it did until then.
package final class TraceRecorder: Sendable {
    /// What a recording is made with.
    package struct Settings: Sendable {
        /// The program that records.
        package var creator: HARCreator
        /// The names of parameters whose values may be shown.
        package var publicNames: Set<String>
        /// The clocks.
        package var clock: TraceClock

        package init(creator: HARCreator, publicNames: Set<String>, clock: TraceClock) {
            self.creator = creator
            self.publicNames = publicNames
            self.clock = clock
        }
    }

    let settings: Settings
    private let keep: @Sendable ([UInt8]) -> Void
    private let log: Mutex<TraceLog>

    /// Begins a recording.
    ///
    /// - Parameters:
    ///   - settings: What it is made with.
    ///   - finesse: The hosts of Finesse that are known.
    ///   - keep: Gets the whole log after each step; it is called by one caller at a time.
    package init(_ settings: Settings, finesse: [String] = [], keep: @escaping @Sendable ([UInt8]) -> Void) {
        self.settings = settings
        self.keep = keep
        log = Mutex(TraceLog(settings, finesse: finesse))
    }

    /// Names the command that runs.
    ///
    /// - Parameter command: Its name.
    package func name(_ command: String) {
        log.withLock { $0.command = command }
    }

    /// Records how the run ended.
    ///
    /// - Parameter outcome: The exit status and the message for the person.
    package func end(_ outcome: TracedOutcome) {
        log.withLock { log in
            log.outcome = outcome
            keep(log.file())
        }
    }

    /// The log as it stands.
    package var file: [UInt8] { log.withLock { $0.file() } }

    /// A transport that records what it carries.
    ///
    /// - Parameter inner: Carries it.
    /// - Returns: The transport.
    package func transport(_ inner: any HTTPTransport) -> TracingTransport {
        TracingTransport(inner, recorder: self, walk: nil)
    }

    /// Begins the record of a walk of one agent through pages.
    func beginWalk() -> Int { log.withLock { $0.beginWalk() } }

    /// Records that a request goes out; the answer belongs to the number that comes back.
    func begin(_ request: HTTPRequest, walk: Int?) -> Int {
        var number = 0
        step(isRequest: true) { number = $0.begin(request, walk: walk) }
        return number
    }

    /// Records what became of a request.
    func end(_ number: Int, _ outcome: Result<HTTPResponse, TransportError>, after duration: Duration) {
        step { $0.end(number, outcome, after: duration) }
    }

    /// Records what an agent did.
    func observe(_ entry: Recording.Entry, walk: Int) {
        // Cookies come in crowds; the step after them keeps them too.
        if case .cookie = entry {
            log.withLock { $0.observe(entry, walk: walk) }
        } else {
            step { $0.observe(entry, walk: walk) }
        }
    }

    private func step(isRequest: Bool = false, _ change: (inout sending TraceLog) -> Void) {
        // Under the lock, so that an older state never comes after a newer one.
        log.withLock { log in
            change(&log)
            if log.isDue(isRequest: isRequest) { keep(log.file()) }
        }
    }
}

/// A transport that records what it carries.
package struct TracingTransport: HTTPTransport {
    private let inner: any HTTPTransport
    private let recorder: TraceRecorder
    private let walk: Int?

    init(_ inner: any HTTPTransport, recorder: TraceRecorder, walk: Int?) {
        self.inner = inner
        self.recorder = recorder
        self.walk = walk
    }

    /// Performs one exchange, and records it.
    ///
    /// - Parameter request: What to send.
    /// - Returns: The response.
    /// - Throws: What the inner transport throws.
    package func perform(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        let number = recorder.begin(request, walk: walk)
        let start = recorder.settings.clock.uptime()
        do {
            let response = try await inner.perform(request)
            recorder.end(number, .success(response), after: recorder.settings.clock.uptime() - start)
            return response
        } catch {
            recorder.end(number, .failure(error), after: recorder.settings.clock.uptime() - start)
            throw error
        }
    }

    /// The parts for one user agent: a transport of its own, and who watches what it decides.
    ///
    /// - Returns: What carries its requests, and the observer of its recording.
    package func forPages() -> (transport: any HTTPTransport, observer: @Sendable (Recording.Entry) -> Void) {
        let walk = recorder.beginWalk()
        let recorder = recorder
        return (
            TracingTransport(inner, recorder: recorder, walk: walk), { recorder.observe($0, walk: walk) }
        )
    }
}
