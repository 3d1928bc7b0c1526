import WebAgentHTML

/// Takes out of a page's markup what may be secret or personal, so that the rest can be kept and shown.
///
/// Out go: the values of controls, whether hidden or typed; queries and fragments of addresses; scripts, in which pages
/// carry their state, and the arguments of handlers; comments; the attributes `data-*`, `content` and `nonce`; long runs of letters and
/// digits; and the secrets that are known. What stays is the structure: elements, names, identifiers, classes, labels.
enum PageRedaction {
    /// The longest copy, in bytes of markup that is read.
    private static let longest = 2 << 20

    static func redacted(_ markup: String, hiding secrets: [String]) -> String {
        let document = Document()
        let parser = HTMLParser(document: document, scripting: true)
        parser.feed(String(decoding: markup.utf8.prefix(longest), as: UTF8.self))
        parser.finish()
        while case .script = parser.run() { parser.scriptEnded() }
        var roots = [document.root]
        while let root = roots.popLast() {
            for node in Array(document.descendants(of: root)) {
                redact(node, in: document, secrets)
                if let content = document.templateContent(of: node) { roots.append(content) }
            }
        }
        return document.innerHTML(of: document.root)
    }

    private static func redact(_ node: NodeID, in document: Document, _ secrets: [String]) {
        switch document.kind(of: node) {
        case .comment: document.replaceData(of: node, with: "")
        case .text:
            let data = document.data(of: node)
            let parent = document.parent(of: node).map { document.localName(of: $0) } ?? ""
            switch parent {
            case "script", "noscript": document.replaceData(of: node, with: withoutScript(data))
            case "textarea": document.replaceData(of: node, with: "")
            default: document.replaceData(of: node, with: plain(data, secrets))
            }
        case .element: redactAttributes(of: node, in: document, secrets)
        default: break
        }
    }

    private static func redactAttributes(of node: NodeID, in document: Document, _ secrets: [String]) {
        let type = document.attribute("type", of: node)?.lowercased() ?? ""
        let isLabel = ["submit", "button", "reset"].contains(type)
        for attribute in document.attributes(of: node) where attribute.namespace == .none {
            let name = attribute.name
            let value: String
            if name == "value" {
                value = isLabel ? plain(attribute.value, secrets) : attribute.value.isEmpty ? "" : "…"
            } else if name.hasPrefix("on") {
                value = withoutArguments(attribute.value)
            } else if name.hasPrefix("data-") && name != "data-se" || ["content", "nonce", "srcdoc"].contains(name) {
                value = name == "content" && attribute.value.count <= 24 ? plain(attribute.value, secrets) : "…"
            } else if addresses.contains(name) {
                value = plain(withoutQuery(attribute.value), secrets)
            } else {
                value = plain(attribute.value, secrets)
            }
            if value != attribute.value { document.setAttribute(name, value, of: node) }
        }
    }

    private static let addresses: Set<String> = ["href", "src", "action", "formaction", "data", "poster", "cite"]

    private static func withoutQuery(_ address: String) -> String {
        if address.lowercased().hasPrefix("data:") { return "data:…" }
        let kept = address.prefix { $0 != "?" && $0 != "#" && $0 != ";" }
        return kept.count < address.count ? kept + "?…" : address
    }

    /// The length of a script alone: pages carry their state in it, and no reading of it short of a parser is sure.
    private static func withoutScript(_ script: String) -> String {
        script.allSatisfy(\.isWhitespace) ? script : "/* \(script.count) characters */"
    }

    /// What a handler calls, without what it calls it with.
    private static func withoutArguments(_ handler: String) -> String {
        let called = handler.prefix { $0.isLetter || $0.isNumber || "._$ ".contains($0) }
        return plain(String(called), []) + (called.count < handler.count ? "…" : "")
    }

    /// Text without the secrets that are known and without runs that could be one.
    private static func plain(_ text: String, _ secrets: [String]) -> String {
        var text = text
        for secret in secrets where secret.count >= 3 { text = text.replacing(secret, with: "…") }
        var result = ""
        var run = ""
        for character in text {
            if character.isASCII, character.isLetter || character.isNumber || "+/=_-.%".contains(character) {
                run.append(character)
            } else {
                result += withoutCode(run)
                result.append(character)
                run = ""
            }
        }
        return result + withoutCode(run)
    }

    /// A run of 20 letters and more with digits in it is a code; a path is looked at part by part.
    private static func withoutCode(_ run: String) -> String {
        run.split(separator: "/", omittingEmptySubsequences: false).map { part in
            let digits = part.count { $0.isNumber }
            return part.count >= 20 && digits >= 2 && part.contains(where: \.isLetter) || digits >= 16
                ? "…" : String(part)
        }.joined(separator: "/")
    }
}
