/// Something that a page offers to choose.
public struct ChoiceFacts: Hashable, Sendable {
    /// How it is chosen.
    public enum Kind: String, Hashable, Sendable {
        /// As an option of a list, whose form is then submitted.
        case option
        /// As a radio button, whose form is then submitted.
        case radio
        /// By pressing it.
        case button
        /// By following it.
        case link
    }

    /// How it is chosen.
    public var kind: Kind
    /// Its words.
    public var text: String
    /// Its value, or what it does, as the page writes it; may be empty.
    public var value: String
    /// A selector for it alone; of an option, for its list.
    public var selector: String

    /// Makes facts from their parts.
    ///
    /// - Parameters:
    ///   - kind: How it is chosen.
    ///   - text: Its words.
    ///   - value: Its value.
    ///   - selector: A selector for it alone.
    public init(_ kind: Kind, text: String, value: String = "", selector: String) {
        self.kind = kind
        self.text = text
        self.value = value
        self.selector = selector
    }
}

/// What a user agent sees of an element that it was asked for.
public struct ElementFacts: Hashable, Sendable {
    /// Whether it is visible.
    public var isShown: Bool
    /// The origin that its form is submitted to; nil where it is in none.
    public var actionOrigin: String?

    /// Makes facts from their parts.
    ///
    /// - Parameters:
    ///   - isShown: Whether it is visible.
    ///   - actionOrigin: The origin that its form is submitted to.
    public init(isShown: Bool = true, actionOrigin: String? = nil) {
        self.isShown = isShown
        self.actionOrigin = actionOrigin
    }
}
