import WebAgentHTML

extension Page {
    /// Finding elements.
    func searchFunctions() -> [HostFunction] {
        let document = document
        return [
            (
                "byId",
                { arguments throws(ScriptFault) in
                    let top = try arguments.node(0)
                    let id = arguments.text(1)
                    if id.isEmpty { return .null }
                    if top == document.root { return ScriptValue(document.element(withID: id)) }
                    return ScriptValue(document.elements(below: top).first { document.attribute("id", of: $0) == id })
                }
            ),
            (
                "byTagName",
                { arguments throws(ScriptFault) in
                    let name = arguments.text(1)
                    let lower = ASCIIText.lowercased(name)
                    return ScriptValue(
                        document.elements(below: try arguments.node(0)).filter { node in
                            name == "*"
                                || document.localName(of: node)
                                    == (document.namespace(of: node) == .html ? lower : name)
                        }
                    )
                }
            ),
            (
                "byTagNameNS",
                { arguments throws(ScriptFault) in
                    let (uri, name) = (arguments.text(1), arguments.text(2))
                    let namespace = document.namespace(forURI: uri)
                    return ScriptValue(
                        document.elements(below: try arguments.node(0)).filter { node in
                            (uri == "*" || document.namespace(of: node) == namespace)
                                && (name == "*" || document.localName(of: node) == name)
                        }
                    )
                }
            ),
            (
                "byClassName",
                { arguments throws(ScriptFault) in
                    let wanted = Page.tokens(arguments.text(1))
                    if wanted.isEmpty { return .list([]) }
                    return ScriptValue(
                        document.elements(below: try arguments.node(0)).filter { node in
                            guard let value = document.attribute("class", of: node) else { return false }
                            return wanted.isSubset(of: Page.tokens(value))
                        }
                    )
                }
            ),
            (
                "byName",
                { arguments throws(ScriptFault) in
                    let name = arguments.text(1)
                    return ScriptValue(
                        document.elements(below: try arguments.node(0)).filter { node in
                            document.attribute("name", of: node) == name && document.namespace(of: node) == .html
                        }
                    )
                }
            ),
            (
                "query",
                { [unowned self] arguments throws(ScriptFault) in
                    let selector = try self.selector(arguments.text(1))
                    return ScriptValue(document.query(selector, below: try arguments.node(0), focused: self.focused))
                }
            ),
            (
                "queryAll",
                { [unowned self] arguments throws(ScriptFault) in
                    let selector = try self.selector(arguments.text(1))
                    return ScriptValue(document.queryAll(selector, below: try arguments.node(0), focused: self.focused))
                }
            ),
            (
                "matches",
                { [unowned self] arguments throws(ScriptFault) in
                    let selector = try self.selector(arguments.text(1))
                    return .boolean(document.matches(selector, try arguments.node(0), focused: self.focused))
                }
            ),
            (
                "closest",
                { [unowned self] arguments throws(ScriptFault) in
                    let selector = try self.selector(arguments.text(1))
                    return ScriptValue(document.closest(selector, to: try arguments.node(0), focused: self.focused))
                }
            ),
            (
                "setFocused",
                { [unowned self] arguments in
                    self.focused = arguments.optionalNode(0)
                    return .undefined
                }
            ),
            (
                "collection",
                { arguments throws(ScriptFault) in
                    ScriptValue(Page.collection(arguments.text(1), below: try arguments.node(0), in: document))
                }
            ),
            (
                "part",
                { arguments throws(ScriptFault) in
                    let html = document.children(of: try arguments.node(0)).first { document.isHTML($0, "html") }
                    let name = arguments.text(1)
                    return ScriptValue(
                        html.flatMap { html in
                            document.children(of: html).first {
                                document.isHTML($0, name) || (name == "body" && document.isHTML($0, "frameset"))
                            }
                        }
                    )
                }
            ),
            ("body", { _ in ScriptValue(document.body) }),
            (
                "bodyAttribute",
                { arguments in ScriptValue(document.body.flatMap { document.attribute(arguments.text(0), of: $0) }) }
            ),
            ("title", { arguments throws(ScriptFault) in .string(document.title(of: try arguments.node(0))) }),
            ("document", { _ in ScriptValue(document.root) }),
        ]
    }

    static func tokens(_ text: String) -> Set<Substring> { Set(text.split { $0.isASCIIWhitespace }) }

    /// The selector with this text, parsed once.
    func selector(_ text: String) throws(ScriptFault) -> Selector {
        if let known = selectors[text] { return known }
        do throws(SelectorError) {
            let selector = try Selector(text)
            if selectors.count < 1_000 { selectors[text] = selector }
            return selector
        } catch {
            throw ScriptFault("SyntaxError", "'\(text)' is not a valid selector.")
        }
    }

    /// The collections of a document.
    ///
    /// Source: HTML standard, section 3.1.5.
    private static func collection(_ kind: String, below top: NodeID, in document: Document) -> [NodeID] {
        document.elements(below: top).filter { node in
            guard document.isHTMLElement(node) else { return kind == "all" }
            let name = document.localName(of: node)
            switch kind {
            case "all": return true
            case "forms": return name == "form"
            case "images": return name == "img"
            case "links": return (name == "a" || name == "area") && document.hasAttribute("href", of: node)
            case "anchors": return name == "a" && document.hasAttribute("name", of: node)
            case "scripts": return name == "script"
            case "embeds": return name == "embed"
            case "frames": return name == "iframe" || name == "frame"
            default: return false
            }
        }
    }
}
