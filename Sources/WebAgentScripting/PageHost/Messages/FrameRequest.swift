/// The document of a frame that a page wants to show: where to ask for it, and where the frame sits.
public struct FrameRequest: Sendable, Hashable {
    /// The document that the frame sits in.
    public var container: AskingDocument
    /// The method.
    public var method: PageSubmission.Method
    /// The address, absolute; with GET it carries the entries of a form.
    public var url: String
    /// The `Content-Type` of the body; nil with GET.
    public var contentType: String?
    /// The body; empty with GET.
    public var body: [UInt8]
    /// Whether a click or a submission that the parent ordered led to it.
    public var userActivated: Bool
    /// Whether a form with a password field makes the request.
    public var hasPasswordField: Bool
    /// The referrer policy of the element that leads there; empty for that of its document.
    public var referrerPolicy: String
    /// Whether a `frame` element of a frameset wants it, not an `iframe`.
    public var isOfFrameset: Bool

    /// Creates a request.
    ///
    /// - Parameters:
    ///   - container: The document that the frame sits in.
    ///   - method: The method.
    ///   - url: The address.
    ///   - contentType: The type of the body.
    ///   - body: The body.
    ///   - userActivated: Whether an ordered click led to it.
    ///   - hasPasswordField: Whether a form with a password field makes it.
    ///   - referrerPolicy: The referrer policy of the element.
    ///   - isOfFrameset: Whether a `frame` element wants it.
    public init(
        container: AskingDocument,
        method: PageSubmission.Method = .get,
        url: String,
        contentType: String? = nil,
        body: [UInt8] = [],
        userActivated: Bool = false,
        hasPasswordField: Bool = false,
        referrerPolicy: String = "",
        isOfFrameset: Bool = false
    ) {
        self.container = container
        self.method = method
        self.url = url
        self.contentType = contentType
        self.body = body
        self.userActivated = userActivated
        self.hasPasswordField = hasPasswordField
        self.referrerPolicy = referrerPolicy
        self.isOfFrameset = isOfFrameset
    }
}

/// Which document of a page asks or wishes, in the numbers that the parent gives.
public struct AskingDocument: Sendable, Hashable {
    /// 0 for the page itself, else what ``FrameDocument/number`` said; a document made without a request has its maker's.
    public var number: Int
    /// Whether a sandbox took its origin away.
    public var isOpaque: Bool

    /// The page itself.
    public static let page = AskingDocument(number: 0)

    /// Names a document.
    ///
    /// - Parameters:
    ///   - number: The number that the parent gave.
    ///   - isOpaque: Whether it has no origin of its own.
    public init(number: Int, isOpaque: Bool = false) {
        self.number = number
        self.isOpaque = isOpaque
    }
}

/// What a frame shows: the answer to a ``FrameRequest``.
public struct FrameDocument: Sendable, Hashable {
    /// The number that the document has from here on; never 0.
    public var number: Int
    /// The address it came from, after redirects.
    public var url: String
    /// The value of `Content-Type`, or nil when the answer had none.
    public var contentType: String?
    /// Whether it is a page; anything else is shown as text, or not at all.
    public var isPage: Bool
    /// The body, content codings undone.
    public var body: [UInt8]
    /// What `document.referrer` gives.
    public var referrer: String
    /// What the `sandbox` directive of its content security policy allows; nil without one.
    public var sandbox: String?
    /// The value of its `Refresh` field, if any.
    public var refresh: String?

    /// Creates an answer.
    ///
    /// - Parameters:
    ///   - number: The number of the document.
    ///   - url: The address it came from.
    ///   - contentType: The value of `Content-Type`.
    ///   - isPage: Whether it is a page.
    ///   - body: The body.
    ///   - referrer: What `document.referrer` gives.
    ///   - sandbox: What its policy's `sandbox` allows.
    ///   - refresh: The value of its `Refresh` field.
    public init(
        number: Int,
        url: String,
        contentType: String? = nil,
        isPage: Bool = true,
        body: [UInt8] = [],
        referrer: String = "",
        sandbox: String? = nil,
        refresh: String? = nil
    ) {
        self.number = number
        self.url = url
        self.contentType = contentType
        self.isPage = isPage
        self.body = body
        self.referrer = referrer
        self.sandbox = sandbox
        self.refresh = refresh
    }
}

/// The frame whose document wants the page itself to go elsewhere.
public struct FrameInitiator: Sendable, Hashable {
    /// The document.
    public var document: AskingDocument
    /// Whether the frame's sandbox lets it steer the page.
    public var isLetBySandbox: Bool
    /// Whether a person, or the parent in the person's place, has ever clicked in it.
    public var wasActivated: Bool

    /// Creates the facts.
    ///
    /// - Parameters:
    ///   - document: The document.
    ///   - isLetBySandbox: Whether the frame's sandbox lets it steer the page.
    ///   - wasActivated: Whether it was ever clicked in.
    public init(document: AskingDocument, isLetBySandbox: Bool, wasActivated: Bool) {
        self.document = document
        self.isLetBySandbox = isLetBySandbox
        self.wasActivated = wasActivated
    }
}
