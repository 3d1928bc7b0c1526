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
        TracingTransport(inner, recorder: self)
    }

    /// The parts for one user agent: a transport of its own, and who watches what it decides.
    ///
    /// - Parameter inner: Carries its requests to a transport of this recorder, perhaps by way of others.
    /// - Returns: What carries its requests, and the observer of its recording.
    package func pages(
        over inner: any HTTPTransport
    ) -> (transport: any HTTPTransport, observer: @Sendable (Recording.Entry) -> Void) {
        let walk = log.withLock { $0.beginWalk() }
        return (WalkingTransport(inner, recorder: self, walk: walk), { self.observe($0, walk: walk) })
    }

    /// Counts a request of an agent, as the agent does.
    func nextHop(of walk: Int) -> WalkPlace { log.withLock { $0.nextHop(of: walk) } }

    /// Records that a request goes out; the answer belongs to the number that comes back.
    func begin(_ request: HTTPRequest, at place: WalkPlace?) -> Int {
        var number = 0
        step(isRequest: true) { number = $0.begin(request, at: place) }
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
