/// A form submission that a page wants, as a complete request.
public struct PageSubmission: Sendable, Hashable {
    /// The method of a submission.
    public enum Method: UInt8, Sendable, Hashable, CaseIterable {
        /// The entries are in the address.
        case get
        /// The entries are in the body.
        case post
    }

    /// The method.
    public var method: Method
    /// The address, absolute; with GET it carries the entries.
    public var url: String
    /// The `Content-Type` of the body; nil with GET.
    public var contentType: String?
    /// The body; empty with GET.
    public var body: [UInt8]
    /// The names of the entries, in order, for a recording that shows no values.
    public var entryNames: [String]
    /// Whether a click or a submission that the parent ordered led to it.
    public var userActivated: Bool
    /// Whether the form holds a password field.
    public var hasPasswordField: Bool
    /// The name of the frame the answer is meant for; empty for the page itself.
    public var target: String
    /// Whether the current history entry is replaced: true when submitted before the page was loaded.
    public var replacesEntry: Bool
    /// The frame that wants it of the page; nil when the page itself does.
    public var frame: FrameInitiator?
    /// The referrer policy of the form; empty for that of its document.
    public var referrerPolicy: String

    /// Creates a submission.
    ///
    /// - Parameters:
    ///   - method: The method.
    ///   - url: The address.
    ///   - contentType: The type of the body.
    ///   - body: The body.
    ///   - entryNames: The names of the entries.
    ///   - userActivated: Whether an ordered click led to it.
    ///   - hasPasswordField: Whether the form holds a password field.
    ///   - target: The frame the answer is meant for.
    ///   - replacesEntry: Whether the current history entry is replaced.
    ///   - frame: The frame that wants it of the page.
    ///   - referrerPolicy: The referrer policy of the form.
    public init(
        method: Method,
        url: String,
        contentType: String? = nil,
        body: [UInt8] = [],
        entryNames: [String] = [],
        userActivated: Bool = false,
        hasPasswordField: Bool = false,
        target: String = "",
        replacesEntry: Bool = false,
        frame: FrameInitiator? = nil,
        referrerPolicy: String = ""
    ) {
        self.method = method
        self.url = url
        self.contentType = contentType
        self.body = body
        self.entryNames = entryNames
        self.userActivated = userActivated
        self.hasPasswordField = hasPasswordField
        self.target = target
        self.replacesEntry = replacesEntry
        self.frame = frame
        self.referrerPolicy = referrerPolicy
    }
}
