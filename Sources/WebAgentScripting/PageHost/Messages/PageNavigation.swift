/// A navigation that a page wants.
public struct PageNavigation: Sendable, Hashable {
    /// How the navigation treats the session history.
    public enum Kind: UInt8, Sendable, Hashable, CaseIterable {
        /// A new entry: a link, `location.href = …`, `location.assign()`.
        case assign
        /// In place of the current entry: `location.replace()`.
        case replace
        /// The same page again: `location.reload()`.
        case reload
    }

    /// Where to, absolute.
    public var url: String
    /// How the history is treated.
    public var kind: Kind
    /// Whether a click that the parent ordered led to it.
    public var userActivated: Bool
    /// The name of the frame it is meant for; empty for the page itself.
    public var target: String
    /// The frame that wants it of the page; nil when the page itself does.
    public var frame: FrameInitiator?
    /// The referrer policy of the element that leads there; empty for that of its document.
    public var referrerPolicy: String

    /// Creates a navigation.
    ///
    /// - Parameters:
    ///   - url: Where to.
    ///   - kind: How the history is treated.
    ///   - userActivated: Whether an ordered click led to it.
    ///   - target: The frame it is meant for.
    ///   - frame: The frame that wants it of the page.
    ///   - referrerPolicy: The referrer policy of the element.
    public init(
        url: String,
        kind: Kind,
        userActivated: Bool = false,
        target: String = "",
        frame: FrameInitiator? = nil,
        referrerPolicy: String = ""
    ) {
        self.url = url
        self.kind = kind
        self.userActivated = userActivated
        self.target = target
        self.frame = frame
        self.referrerPolicy = referrerPolicy
    }
}
