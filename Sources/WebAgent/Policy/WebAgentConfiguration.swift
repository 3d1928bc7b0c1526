public import WebAgentCookies
public import WebAgentScripting

/// What an agent may do, how long, and as whom it introduces itself.
public struct WebAgentConfiguration: Sendable {
    /// The `User-Agent`; it says what this is.
    public var userAgent = "Mozilla/5.0 (X11; Linux x86_64) WebAgent/0.1"

    /// The languages pages are wanted in, most wanted first.
    public var languages = ["en-US", "en"]

    /// The choices the cookie specification leaves open.
    public var cookiePolicy = CookiePolicy()

    /// How many redirects one request follows.
    public var maximumRedirects = RedirectMachine.browserLimit

    /// How often pages may go on to other pages by themselves in one call: by script, `Refresh` or a form that posts itself.
    public var maximumNavigations = 20

    /// How many scripts and other parts the pages of one call may ask for.
    public var maximumPartRequests = 500

    /// How long one call may take in all.
    public var deadline: Duration = .seconds(60)

    /// How long one exchange may take.
    public var exchangeDeadline: Duration = .seconds(30)

    /// The largest body of an answer, in bytes.
    public var maximumBodyLength = 16 << 20

    /// How much of its own time a page gets after it is loaded and after each action: timers that fall due in it run.
    public var pageTime: Duration = .seconds(4)

    /// Whether a page's time passes as slowly as real time; otherwise timers run at once, in their order.
    public var pageTimeIsReal = false

    /// How long a `Refresh` may wait for it to be followed; nil follows none.
    ///
    /// One that waits at all is left alone on a page with a password field: there a person would be typing.
    public var maximumRefreshDelay: Duration? = .seconds(10)

    /// Whether the agent waits as long as a `Refresh` says before it follows it.
    public var waitsForRefresh = true

    /// Whether scripts run.
    public var runsScripts = true

    /// The bounds on one page's scripts.
    public var pageLimits = PageLimits()

    /// Where a password may be filled in and sent to.
    public var passwordOrigins = PasswordOrigins.any

    /// Whether a password may be filled in and sent over http.
    public var allowsPasswordOverHTTP = false

    /// Whether a form of a secure page, or a redirect that repeats a body, may send it over http.
    public var allowsInsecurePost = false

    /// The names of parameters whose values may stand in recordings.
    public var publicParameterNames: Set<String> = []

    /// How many entries the recording keeps; the oldest go first.
    public var maximumRecordingEntries = 10_000

    /// Sees each entry of the recording when it is made; nil for nobody.
    ///
    /// It is called in the middle of the agent's work and must not wait for the agent.
    public var recordingObserver: (@Sendable (Recording.Entry) -> Void)?

    /// Makes the configuration of a browser.
    public init() {}
}
