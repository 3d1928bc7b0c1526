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
            if document.nodeCount > source.limits.nodes { stop("its number of nodes") }
            switch parser.run() {
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
        drain()
    }

    /// Runs the scripts that hold up the load event.
    private func drainLoading() {
        var later: [PageTask] = []
        while !isStopped, !parent.isGone, !tasks.isEmpty {
            let task = tasks.removeFirst()
            guard case .script(let node, let url) = task else {
                later.append(task)
                continue
            }
            tasksRun += 1
            if tasksRun > source.limits.tasks { stop("its number of tasks") }
            runExternalScript(node, url: url)
        }
        tasks = isStopped ? [] : later + tasks
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

    /// Tells the parent of the page's `<meta http-equiv=refresh>`, the first that can be read.
    ///
    /// Source: HTML standard, section 4.2.5.3, "shared declarative refresh steps".
    func noteRefresh() {
        guard !refreshSeen else { return }
        for node in document.elements(below: document.root) where document.isHTML(node, "meta") {
            guard document.attribute("http-equiv", of: node)?.lowercased() == "refresh",
                let content = document.attribute("content", of: node),
                let refresh = Refresh.parse(content, base: baseURL, documentURL: url, encoding: encoding)
            else { continue }
            refreshSeen = true
            parent.wish(.refresh(milliseconds: min(refresh.seconds, 1 << 32) * 1_000, url: refresh.url.href))
            return
        }
    }
}
