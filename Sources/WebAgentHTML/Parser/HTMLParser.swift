/// Why the parser stopped.
public enum ParserStep: Hashable, Sendable {
    /// What was fed is used up, or the insertion point of the running script is reached.
    case needsInput
    /// The end tag of a script was read. Run the script (or don't), then call ``HTMLParser/scriptEnded()`` and go on.
    ///
    /// It may be an SVG script; ``Document/namespace(of:)`` tells.
    case script(NodeID)
    /// The document is complete.
    case finished
}

/// Builds a ``Document`` from the text of a page, and pauses at every script.
///
///     let parser = HTMLParser(document: document, scripting: true)
///     parser.feed(page)
///     parser.finish()
///     while case .script(let script) = parser.run() {
///         // run it; on document.write: parser.insert(text), then parser.run() again
///         parser.scriptEnded()
///     }
///
/// While a script runs, what it writes goes in at the insertion point, and ``run()`` stops there. A script within what it
/// wrote is a further ``ParserStep/script(_:)`` with an insertion point of its own, to be ended first.
///
/// Source: HTML standard (2025), section 13.2; the departures are those of the depth cap (512 open elements) and that
/// declarative shadow roots are read as templates.
public final class HTMLParser {
    private var builder: TreeBuilder

    /// The document being built.
    public var document: Document { builder.document }

    /// How much work was done: tokens, elements looked at and elements copied.
    ///
    /// It grows in proportion to the input, whatever the input is.
    public var workDone: Int { builder.tokenCount + builder.stepCount + builder.copiedElements }

    /// Whether a script runs whose writing goes into the input.
    public var hasInsertionPoint: Bool { builder.tokenizer.input.hasInsertionPoint }

    /// Makes a parser that builds into an empty document.
    ///
    /// - Parameters:
    ///   - document: an empty document.
    ///   - scripting: whether scripts are on, so that the contents of `noscript` are text.
    public init(document: Document, scripting: Bool) {
        builder = TreeBuilder(document: document, scripting: scripting)
    }

    /// Adds text to the end of the input.
    ///
    /// - Parameter bytes: UTF-8, cut anywhere; what is malformed reads as U+FFFD.
    public func feed(_ bytes: some Collection<UInt8>) {
        builder.tokenizer.input.append(bytes)
    }

    /// Adds text to the end of the input.
    ///
    /// - Parameter text: the text.
    public func feed(_ text: String) {
        feed(text.utf8)
    }

    /// Says that nothing more will be fed.
    public func finish() {
        builder.tokenizer.input.finish()
    }

    /// Parses until there is a reason to stop.
    ///
    /// - Returns: the reason.
    public func run() -> ParserStep {
        builder.run()
    }

    /// Inserts text where the running script stands, as `document.write` does; then call ``run()``.
    ///
    /// Without a running script the text goes to the end of the input.
    ///
    /// - Parameter text: what is written.
    public func insert(_ text: String) {
        if hasInsertionPoint { builder.tokenizer.input.insert(text) } else { feed(text) }
    }

    /// Says that the script given last by ``ParserStep/script(_:)`` has ended.
    public func scriptEnded() {
        builder.tokenizer.input.closeInsertionPoint()
    }

    /// Parses a whole page without running its scripts.
    ///
    /// - Parameters:
    ///   - page: the text of the page.
    ///   - scripting: whether to read `noscript` as browsers with scripts on do.
    /// - Returns: the document.
    public static func parse(_ page: String, scripting: Bool) -> Document {
        let parser = HTMLParser(document: Document(), scripting: scripting)
        parser.feed(page)
        parser.finish()
        while case .script = parser.run() { parser.scriptEnded() }
        return parser.document
    }

    /// Parses a piece of markup as the contents of an element, as `innerHTML` does.
    ///
    /// Scripts in it are marked as started already, so that they never run.
    ///
    /// - Parameters:
    ///   - markup: the markup.
    ///   - context: the element whose contents it will be; it is not changed.
    ///   - document: the document of the context.
    /// - Returns: a new fragment that holds the nodes.
    ///
    /// Source: HTML standard, section 13.4.
    public static func parseFragment(_ markup: String, context: NodeID, in document: Document) -> NodeID {
        var builder = TreeBuilder(document: document, scripting: document.isScriptingEnabled)
        let root = builder.beginFragment(context: context)
        builder.tokenizer.input.append(markup.utf8)
        builder.tokenizer.input.finish()
        while builder.run() != .finished {}
        let fragment = document.createFragment()
        while let child = document.firstChild(of: root) {
            document.unlink(child)
            document.link(child, into: fragment, before: nil)
        }
        return fragment
    }
}
