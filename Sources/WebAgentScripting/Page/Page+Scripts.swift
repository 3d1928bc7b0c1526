import WebAgentHTML
import WebAgentURL

extension Page {
    /// Decides what becomes of a script element that is in the document now.
    ///
    /// Modules and the maps that name them are not supported, so that `nomodule` scripts run, as in a browser that knows no modules.
    ///
    /// Source: HTML standard, section 4.12.1.1, "prepare the script element".
    func prepare(_ node: NodeID, isParserInserted: Bool) {
        guard document.isHTML(node, "script"), !document.isAlreadyStarted(node) else { return }
        let hasSource = document.hasAttribute("src", of: node)
        let text = childText(of: node)
        if !hasSource, text.isEmpty { return }
        guard document.isConnected(node) else { return }
        switch scriptKind(of: node) {
        case .data: return
        case .module(let name):
            noteMissing(name)
            document.setAlreadyStarted(true, of: node)
            parent.wish(
                .scriptRun(
                    ScriptRun(
                        source: scriptAddress(of: node)?.href ?? url.href,
                        isInline: !hasSource,
                        length: text.utf8.count,
                        outcome: .moduleNotSupported
                    )
                )
            )
            return
        case .classic: break
        }
        document.setAlreadyStarted(true, of: node)
        guard source.runsScripts, !isStopped else { return }
        guard hasSource else {
            run(text, of: node, address: url.href, isInline: true)
            return
        }
        guard let address = scriptAddress(of: node) else {
            enqueue(.event("error", node))
            return
        }
        let isAsync = document.hasAttribute("async", of: node)
        if isParserInserted, document.hasAttribute("defer", of: node), !isAsync {
            deferredScripts.append(node)
        } else if isParserInserted, !isAsync {
            runExternalScript(node, url: address.href)
        } else {
            enqueue(.script(node, url: address.href))
        }
    }

    /// Prepares the scripts in what a script has just inserted.
    func prepareScripts(in node: NodeID) {
        var scripts: [NodeID] = []
        if document.isHTML(node, "script") { scripts.append(node) }
        scripts += document.descendants(of: node).filter { document.isHTML($0, "script") }
        for script in scripts where document.rootNode(of: script) == document.root {
            prepare(script, isParserInserted: false)
        }
    }

    /// Fetches and runs the source of a script element.
    func runExternalScript(_ node: NodeID, url address: String) {
        guard !isStopped else { return }
        let question = PageAsk.loadScript(
            url: address,
            crossOrigin: crossOriginCredentials(of: node),
            referrerPolicy: document.attribute("referrerpolicy", of: node) ?? ""
        )
        guard case .response(let response) = ask(question), (200..<300).contains(response.status) else {
            parent.wish(.scriptRun(ScriptRun(source: address, isInline: false, length: 0, outcome: .notLoaded)))
            fire("error", at: node)
            return
        }
        let type = response.headers.first { $0.name.lowercased() == "content-type" }?.value
        let label = type.flatMap(ContentTypeCharset.label) ?? document.attribute("charset", of: node)
        let encoding = label.flatMap { CharacterEncoding(label: $0) } ?? self.encoding
        let text = encoding.decodeSniffingByteOrderMark(response.body)
        run(text, of: node, address: address, isInline: false)
        fire("load", at: node)
    }

    /// What a script's `crossorigin` attribute says; nil where there is none.
    ///
    /// Source: HTML standard, section 2.5.5, "CORS settings attributes".
    private func crossOriginCredentials(of node: NodeID) -> PageRequest.Credentials? {
        guard let value = document.attribute("crossorigin", of: node) else { return nil }
        return value.lowercased() == "use-credentials" ? .include : .sameOrigin
    }

    private func run(_ text: String, of node: NodeID, address: String, isInline: Bool) {
        guard let bridge = scripting() else { return }
        if ScriptText.importsModules(text) { noteMissing("import()") }
        let saved = currentScript
        currentScript = node
        let result = inBounds { () throws(ScriptError) in try bridge.context.evaluate(text, url: address) }
        currentScript = saved
        parent.wish(
            .scriptRun(
                ScriptRun(
                    source: address,
                    isInline: isInline,
                    length: text.utf8.count,
                    outcome: result == nil ? .failed : .completed
                )
            )
        )
    }

    /// Runs what stands after `javascript:` in an address.
    func runScriptAddress(_ code: String) {
        guard source.runsScripts, let bridge = scripting() else { return }
        let text = PercentDecoding.text(code)
        let result = inBounds { () throws(ScriptError) in try bridge.context.evaluate(text, url: url.href) }
        // In a frame a text that comes of it is what is shown: scripts of old make empty frames that way.
        if let markup = result?.text, let frame, isShown { frame.container.showMarkup(markup, in: frame) }
    }

    func scriptAddress(of node: NodeID) -> WebURL? {
        guard let text = document.attribute("src", of: node), !text.isEmpty else { return nil }
        return resolve(text)
    }

    private func childText(of node: NodeID) -> String {
        document.children(of: node).reduce(into: "") { text, child in
            if document.kind(of: child) == .text { text += document.data(of: child) }
        }
    }

    private enum ScriptKind {
        case classic
        /// With the name under which it is missing.
        case module(String)
        case data
    }

    private func scriptKind(of node: NodeID) -> ScriptKind {
        let type: String
        if let found = document.attribute("type", of: node) {
            type = found.isEmpty ? "text/javascript" : found
        } else if let language = document.attribute("language", of: node), !language.isEmpty {
            type = "text/" + language
        } else {
            type = "text/javascript"
        }
        let bare = String(type.drop { $0.isASCIIWhitespace }.reversed().drop { $0.isASCIIWhitespace }.reversed())
            .lowercased()
        if bare == "module" || bare == "importmap" { return .module("<script type=\(bare)>") }
        return Page.scriptTypes.contains(bare) ? .classic : .data
    }

    /// Source: MIME Sniffing standard, "JavaScript MIME type".
    private static let scriptTypes: Set<String> = [
        "application/ecmascript", "application/javascript", "application/x-ecmascript", "application/x-javascript",
        "text/ecmascript", "text/javascript", "text/javascript1.0", "text/javascript1.1", "text/javascript1.2",
        "text/javascript1.3", "text/javascript1.4", "text/javascript1.5", "text/jscript", "text/livescript",
        "text/x-ecmascript", "text/x-javascript",
    ]
}

/// The charset in a value of `Content-Type`.
enum ContentTypeCharset {
    static func label(_ type: String) -> String? {
        for part in type.split(separator: ";").dropFirst() {
            let pair = part.split(separator: "=", maxSplits: 1)
            guard pair.count == 2 else { continue }
            let name = pair[0].filter { !$0.isASCIIWhitespace }.lowercased()
            if name == "charset" { return pair[1].filter { !$0.isASCIIWhitespace && $0 != "\"" } }
        }
        return nil
    }
}

/// Percent-decoding of text, for the script in a `javascript:` address.
enum PercentDecoding {
    static func text(_ text: String) -> String {
        var bytes: [UInt8] = []
        let input = Array(text.utf8)
        var index = 0
        while index < input.count {
            if input[index] == 0x25, index + 2 < input.count, let high = hex(input[index + 1]),
                let low = hex(input[index + 2])
            {
                bytes.append(high << 4 | low)
                index += 3
            } else {
                bytes.append(input[index])
                index += 1
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func hex(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }
}
