/// What a page host sends to its parent.
public enum PageMessage: Sendable, Hashable {
    /// Something the page wants or that happened; the host does not wait.
    case wish(PageWish)
    /// A question; the host stands still until exactly one ``PageAnswer`` comes.
    case ask(PageAsk)
    /// A question of a frame's document, answered as one of the page.
    case frameAsk(AskingDocument, PageAsk)
    /// The order is done; the host waits for the next.
    case done(PageReport)
}

extension PageMessage: CustomStringConvertible, CustomDebugStringConvertible {
    /// A bounded name of the message, without what it carries.
    public var label: String {
        switch self {
        case .wish(let wish): wish.label
        case .ask(let ask), .frameAsk(_, let ask): ask.label
        case .done: "done"
        }
    }

    /// The same as ``label``.
    public var description: String { label }

    /// The same as ``label``.
    public var debugDescription: String { label }
}
