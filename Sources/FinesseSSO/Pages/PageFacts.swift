/// What a user agent sees of a page, as plain values: enough to decide what to do next, and nothing more.
public struct PageFacts: Hashable, Sendable {
    /// The page's address, whole.
    public var url: String
    /// Scheme, host and port as an origin is written: `https://adfs.corp.example`.
    public var origin: String
    /// Host and, unless it is the scheme's own, port.
    public var host: String
    /// The path of the address, without query and fragment.
    public var path: String
    /// The HTTP status.
    public var status: Int
    /// The schemes of `WWW-Authenticate`, in order.
    public var authenticationSchemes: [String]
    /// The title; empty when there is none.
    public var title: String
    /// The visible text, one line for each block.
    public var text: String
    /// Texts that the page itself marks as a message: an alert, a live region, an error line.
    public var alerts: [String]
    /// The forms, in document order.
    public var forms: [FormFacts]
    /// What the page offers to choose among, in document order: options of a list, radio buttons, buttons, links.
    public var choices: [ChoiceFacts]
    /// Whether the page shows a new secret for one-time codes, as pages do that set them up.
    public var showsNewSecret: Bool
    /// What was found of the elements that were asked for, by their selectors; the first that is shown, else the first.
    public var elements: [String: ElementFacts]
    /// Whether the page has scripts.
    public var hasScripts: Bool
    /// What kept the page's scripts from working, one phrase each: a part of the web platform that is missing, an error.
    public var scriptTroubles: [String]
    /// Why the user agent did not let the page go on, where it did not.
    public var block: PageBlock?
    /// The body as it came.
    public var body: [UInt8]

    /// Makes facts from their parts.
    ///
    /// - Parameters:
    ///   - url: The page's address.
    ///   - origin: Scheme, host and port.
    ///   - host: Host and port.
    ///   - path: The path of the address.
    ///   - status: The HTTP status.
    ///   - authenticationSchemes: The schemes of `WWW-Authenticate`.
    ///   - title: The title.
    ///   - text: The visible text.
    ///   - alerts: What the page marks as a message.
    ///   - forms: The forms.
    ///   - choices: What the page offers to choose among.
    ///   - showsNewSecret: Whether the page shows a new secret for one-time codes.
    ///   - elements: What was found of the elements that were asked for.
    ///   - hasScripts: Whether the page has scripts.
    ///   - scriptTroubles: What kept the page's scripts from working.
    ///   - block: Why the user agent did not let the page go on.
    ///   - body: The body as it came.
    public init(
        url: String,
        origin: String,
        host: String,
        path: String,
        status: Int = 200,
        authenticationSchemes: [String] = [],
        title: String = "",
        text: String = "",
        alerts: [String] = [],
        forms: [FormFacts] = [],
        choices: [ChoiceFacts] = [],
        showsNewSecret: Bool = false,
        elements: [String: ElementFacts] = [:],
        hasScripts: Bool = false,
        scriptTroubles: [String] = [],
        block: PageBlock? = nil,
        body: [UInt8] = []
    ) {
        self.url = url
        self.origin = origin
        self.host = host
        self.path = path
        self.status = status
        self.authenticationSchemes = authenticationSchemes
        self.title = title
        self.text = text
        self.alerts = alerts
        self.forms = forms
        self.choices = choices
        self.showsNewSecret = showsNewSecret
        self.elements = elements
        self.hasScripts = hasScripts
        self.scriptTroubles = scriptTroubles
        self.block = block
        self.body = body
    }
}

/// Why a user agent did not let a page go on.
public enum PageBlock: Hashable, Sendable {
    /// The password would have gone where it may not.
    case password(PasswordObjection)
    /// A script ran beyond its bounds and was ended.
    case scriptEnded
    /// A rule of the user agent was against the place the page wanted to go to; the words are a sentence.
    case navigation(String)
}
