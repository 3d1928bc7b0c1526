/// The parent as a page sees it: wishes are sent, asks stand still until they are answered.
protocol PageParent: AnyObject {
    /// Sends a wish; one beyond the bound of the order is dropped.
    func wish(_ wish: PageWish)

    /// Asks and waits. When the parent is gone the answer is ``PageAnswer/failed(_:)``.
    func ask(_ ask: PageAsk) -> PageAnswer

    /// Asks for a document of a frame, and waits.
    func ask(_ ask: PageAsk, by document: AskingDocument) -> PageAnswer

    /// Whether the parent is gone, or wants nothing more from this host.
    var isGone: Bool { get }
}
