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

/// What a user agent sees of a form.
public struct FormFacts: Hashable, Sendable {
    /// Whether it has a visible control for a user name.
    public var hasUserName: Bool
    /// Whether it has a visible control for a password.
    public var hasPassword: Bool
    /// Whether it has a visible control for a one-time code.
    public var hasOneTimeCode: Bool
    /// The names of the other visible controls that a person would fill in.
    public var otherControls: [String]
    /// The texts of the buttons that submit it, in order.
    public var buttons: [String]
    /// The origin that it is submitted to.
    public var actionOrigin: String

    /// Makes facts from their parts.
    ///
    /// - Parameters:
    ///   - hasUserName: Whether it has a control for a user name.
    ///   - hasPassword: Whether it has a control for a password.
    ///   - hasOneTimeCode: Whether it has a control for a one-time code.
    ///   - otherControls: The names of the other visible controls.
    ///   - buttons: The texts of the buttons that submit it.
    ///   - actionOrigin: The origin that it is submitted to.
    public init(
        hasUserName: Bool = false,
        hasPassword: Bool = false,
        hasOneTimeCode: Bool = false,
        otherControls: [String] = [],
        buttons: [String] = [],
        actionOrigin: String
    ) {
        self.hasUserName = hasUserName
        self.hasPassword = hasPassword
        self.hasOneTimeCode = hasOneTimeCode
        self.otherControls = otherControls
        self.buttons = buttons
        self.actionOrigin = actionOrigin
    }
}
