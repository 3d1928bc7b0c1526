/// A page to open: what arrived, and the facts about the world that its scripts may know.
public struct PageSource: Sendable, Hashable {
    /// The address the page came from, after redirects.
    public var url: String
    /// The body as it arrived, content codings undone.
    public var body: [UInt8]
    /// The value of `Content-Type`, or nil when the answer had none.
    public var contentType: String?
    /// What `document.referrer` gives; empty when the request carried no `Referer`.
    public var referrer: String
    /// Whether scripts run.
    ///
    /// The parser behaves as if scripting were on either way, see ``parsesAsScripting``.
    public var runsScripts: Bool
    /// The parser's scripting flag (what `<noscript>` means); a page can be parsed as in a browser without running scripts.
    public var parsesAsScripting: Bool
    /// What `navigator` tells.
    public var navigator: NavigatorFacts
    /// The number of entries in the session history, at least 1.
    public var historyLength: Int
    /// The boundary for forms sent as `multipart/form-data`, chosen at random by the parent.
    public var multipartBoundary: String
    /// The bounds that hold for this page.
    public var limits: PageLimits

    /// Creates a page from what a server sent.
    ///
    /// - Parameters:
    ///   - url: The address the page came from.
    ///   - body: The bytes of the page.
    ///   - contentType: The value of `Content-Type`.
    ///   - referrer: The value for `document.referrer`.
    ///   - runsScripts: Whether scripts run.
    ///   - parsesAsScripting: The parser's scripting flag.
    ///   - navigator: What `navigator` tells.
    ///   - historyLength: The entries in the session history.
    ///   - multipartBoundary: The boundary for multipart forms.
    ///   - limits: The bounds for this page.
    public init(
        url: String,
        body: [UInt8],
        contentType: String? = nil,
        referrer: String = "",
        runsScripts: Bool = true,
        parsesAsScripting: Bool = true,
        navigator: NavigatorFacts = NavigatorFacts(),
        historyLength: Int = 1,
        multipartBoundary: String = "----WebAgentFormBoundary0000000000000000",
        limits: PageLimits = PageLimits()
    ) {
        self.url = url
        self.body = body
        self.contentType = contentType
        self.referrer = referrer
        self.runsScripts = runsScripts
        self.parsesAsScripting = parsesAsScripting
        self.navigator = navigator
        self.historyLength = historyLength
        self.multipartBoundary = multipartBoundary
        self.limits = limits
    }
}
