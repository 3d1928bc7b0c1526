import WebAgentHTML

extension Page {
    /// Writes into the page, as `document.write` does.
    ///
    /// While the parser stands at a script, the text goes in there and is parsed at once. A page that has been read is opened anew:
    /// what was in it goes away.
    ///
    /// Source: HTML standard, section 8.4.3, "document write steps".
    func write(_ text: String) {
        guard !isStopped else { return }
        if let parser, parser.hasInsertionPoint || isOpenedByScript {
            parser.insert(text)
            writeDepth += 1
            defer { writeDepth -= 1 }
            guard writeDepth <= 20 else { return }
            pump()
            return
        }
        // From a script that no parser waits for, writing would wipe the page that is still being read: it is ignored.
        if parser != nil { return }
        openByScript()
        parser?.insert(text)
        pump()
    }

    /// Empties the page for a script that writes it anew.
    func openByScript() {
        guard parser == nil, !isStopped else { return }
        document.replaceChildren(of: document.root, with: nil)
        dropFrames()
        parser = HTMLParser(document: document, scripting: source.parsesAsScripting)
        isOpenedByScript = true
        readyState = .loading
    }

    /// Ends what a script has written anew.
    func closeByScript() {
        guard isOpenedByScript, let parser else { return }
        parser.finish()
        pump()
        isOpenedByScript = false
        if !isStopped { finishParsing() }
        if let frame { frame.container.enqueue(.event("load", frame.element)) }
    }
}
