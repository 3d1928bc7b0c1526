import WebAgentHTML
import WebAgentURL

extension Page {
    /// Parses the page, runs its scripts as they come, and fires the events of loading.
    func load() {
        let text = decodedBody()
        document.isScriptingEnabled = source.parsesAsScripting
        let parser = HTMLParser(document: document, scripting: source.parsesAsScripting)
        self.parser = parser
        parser.feed(text)
        parser.finish()
        pump()
        if !isStopped { finishParsing() }
    }

    /// Parses on, running each script, until the parser wants more input or has finished.
    func pump() {
        guard let parser else { return }
        while !isStopped, !parent.isGone {
            let known = document.nodeCount
            let step = parser.run()
            if nodesMade > source.limits.nodes { stop("its number of nodes") }
            parsed(from: known)
            switch step {
            case .script(let node):
                prepare(node, isParserInserted: true)
                parser.scriptEnded()
            case .needsInput, .finished: return
            }
        }
    }

    /// What happens after the last of the markup was read.
    ///
    /// Source: HTML standard, section 13.2.7, "the end".
    func finishParsing() {
        setReadyState(.interactive)
        while !deferredScripts.isEmpty, !isStopped {
            let node = deferredScripts.removeFirst()
            if let url = scriptAddress(of: node) { runExternalScript(node, url: url.href) }
        }
        fire("DOMContentLoaded", at: document.root, bubbles: true)
        drainLoading()
        setReadyState(.complete)
        fire("load", at: nil)
        fire("pageshow", at: nil, kind: "PageTransitionEvent")
        parser = nil
        noteRefresh()
        if isTop { drain() }
    }

    /// What is done with the nodes that the parser has just made, those from a number on.
    private func parsed(from known: Int) {
        guard document.nodeCount > known else { return }
        if document.hasFrames { findFrames() }
        guard isObserved else { return }
        let nodes = (UInt32(known) + 1...UInt32(document.nodeCount)).map { NodeID(rawValue: $0) }
        script("parsed", nodes.filter { document.rootNode(of: $0) == document.root }.map { ScriptValue($0) })
    }

    /// Runs the scripts and loads the frames that hold up the load event.
    private func drainLoading() {
        while !isStopped, !parent.isGone,
            let task = world.takeTask(
                of: self,
                where: { task in
                    switch task {
                    case .script, .frame: true
                    default: false
                    }
                }
            )
        {
            guard countTask() else { return }
            run(task)
        }
    }

    private func setReadyState(_ state: ReadyState) {
        readyState = state
        fire("readystatechange", at: document.root)
    }

    private func decodedBody() -> String {
        let (text, encoding) = EncodingSniffer.decode(source.body, contentType: source.contentType)
        document.encoding = encoding
        return text
    }

    /// Tells the parent of the page's `<meta http-equiv=refresh>`.
    ///
    /// Source: HTML standard, section 4.2.5.3, "shared declarative refresh steps". DEPARTURE: as in browsers the last one
    /// counts, unless it comes later than one before it; the standard takes the first.
    func noteRefresh() {
        guard !refreshSeen else { return }
        var chosen: Refresh?
        for node in document.elements(below: document.root) where document.isHTML(node, "meta") {
            guard document.attribute("http-equiv", of: node)?.lowercased() == "refresh",
                let content = document.attribute("content", of: node),
                let refresh = Refresh.parse(content, base: baseURL, documentURL: url, encoding: encoding)
            else { continue }
            if let chosen, chosen.seconds < refresh.seconds { continue }
            chosen = refresh
        }
        guard let chosen else { return }
        refreshSeen = true
        let milliseconds = min(chosen.seconds, 1 << 32) * 1_000
        if isTop {
            parent.wish(.refresh(milliseconds: milliseconds, url: chosen.url.href))
        } else {
            refresh(to: chosen.url, after: milliseconds)
        }
    }
}
