import WebAgentHTML
import WebAgentURL

extension Page {
    /// All functions that the prelude may call, family by family.
    func hostFunctions() -> [HostFunction] {
        treeFunctions() + mutationFunctions() + attributeFunctions() + markupFunctions() + searchFunctions()
            + formFunctions()
            + documentFunctions() + windowFunctions() + addressFunctions() + dataFunctions() + requestFunctions()
            + reportFunctions() + frameFunctions()
    }

    /// The facts of the prelude, as JSON.
    func scriptFacts() -> String {
        let languages = source.navigator.languages.map(JSONText.quoted).joined(separator: ",")
        return "{\"userAgent\":\(JSONText.quoted(source.navigator.userAgent)),\"languages\":[\(languages)],"
            + "\"platform\":\(JSONText.quoted(source.navigator.platform)),"
            + "\"windowName\":\(JSONText.quoted(frame?.name ?? ""))\(isTop ? "" : ",\"isFrame\":true")}"
    }

    /// The interface of a node and whether its named items come first.
    func interface(of node: NodeID) -> (name: String, isNaming: Bool) {
        switch document.kind(of: node) {
        case .document: ("HTMLDocument", node == document.root)
        case .text: ("Text", false)
        case .comment: ("Comment", false)
        case .doctype: ("DocumentType", false)
        case .fragment: ("DocumentFragment", false)
        case .element: elementInterface(of: node)
        }
    }

    private func elementInterface(of node: NodeID) -> (name: String, isNaming: Bool) {
        switch document.namespace(of: node) {
        case .html:
            let name = document.localName(of: node)
            return (ElementInterfaces.name(forHTML: name), name == "form")
        case .svg: return ("SVGElement", false)
        case .mathML: return ("MathMLElement", false)
        default: return ("Element", false)
        }
    }

    /// What a name means on a form or the document, before their own properties.
    ///
    /// Source: HTML standard, sections 3.1.7 and 4.10.3.
    func namedItem(_ name: String, of node: NodeID) -> ScriptValue? {
        guard !name.isEmpty else { return nil }
        if node == document.root {
            return namedItems.documentItem(name, in: document).map { ScriptValue($0) }
        }
        let elements = formElements(of: node)
        if let index = Int(name), index >= 0, String(index) == name {
            return index < elements.count ? ScriptValue(elements[index]) : nil
        }
        let found = elements.filter {
            document.attribute("id", of: $0) == name || document.attribute("name", of: $0) == name
        }
        if found.isEmpty { return nil }
        return found.count == 1 ? ScriptValue(found[0]) : ScriptValue(found)
    }

    /// What a bare name means that nothing of the window has.
    func windowName(_ name: String) -> ScriptValue? {
        if let frame = childFrame(name) { return .window(frame.number) }
        if let node = namedItems.windowItem(name, in: document) { return ScriptValue(node) }
        noteMissingGlobal(name)
        return nil
    }

    /// The listed elements of a form without image buttons, as `elements` gives them.
    func formElements(of form: NodeID) -> [NodeID] {
        document.controls(of: form).filter {
            !(document.isHTML($0, "input") && document.attribute("type", of: $0)?.lowercased() == "image")
        }
    }
}

/// Text as JSON writes it.
enum JSONText {
    static func quoted(_ text: String) -> String {
        var out = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            default:
                if scalar.value < 0x20 || scalar.value == 0x2028 || scalar.value == 0x2029 {
                    let hex = String(scalar.value, radix: 16)
                    out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
                } else {
                    out.unicodeScalars.append(scalar)
                }
            }
        }
        return out + "\""
    }
}
