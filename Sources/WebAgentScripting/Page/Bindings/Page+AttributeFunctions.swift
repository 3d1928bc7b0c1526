import WebAgentHTML

extension Page {
    /// Attributes.
    func attributeFunctions() -> [HostFunction] {
        let document = document
        return [
            (
                "attributeName",
                { arguments throws(ScriptFault) in
                    let name = arguments.text(1)
                    return .string(document.isHTMLElement(try arguments.node(0)) ? ASCIIText.lowercased(name) : name)
                }
            ),
            (
                "attributeNames",
                { arguments throws(ScriptFault) in
                    ScriptValue(document.attributes(of: try arguments.node(0)).map(\.name))
                }
            ),
            (
                "findAttribute",
                { arguments throws(ScriptFault) in
                    let node = try arguments.node(0)
                    let name = arguments.text(1)
                    return ScriptValue(
                        document.attribute(document.isHTMLElement(node) ? ASCIIText.lowercased(name) : name, of: node)
                    )
                }
            ),
            (
                "getAttribute",
                { arguments throws(ScriptFault) in
                    ScriptValue(document.attribute(arguments.text(1), of: try arguments.node(0)))
                }
            ),
            (
                "setAttribute",
                { [unowned self] arguments throws(ScriptFault) in
                    let node = try arguments.node(0)
                    document.setAttribute(arguments.text(1), arguments.text(2), of: node)
                    if arguments.text(1) == "src" { self.prepareScripts(in: node, onlySelf: true) }
                    if !self.frames.isEmpty { self.frameAttributeChanged(arguments.text(1), of: node) }
                    return .undefined
                }
            ),
            (
                "removeAttribute",
                { [unowned self] arguments throws(ScriptFault) in
                    let node = try arguments.node(0)
                    document.removeAttribute(arguments.text(1), of: node)
                    if !self.frames.isEmpty { self.frameAttributeChanged(arguments.text(1), of: node) }
                    return .undefined
                }
            ),
            (
                "getAttributeNS",
                { arguments throws(ScriptFault) in
                    ScriptValue(
                        document.attribute(
                            arguments.text(2),
                            namespace: document.namespace(forURI: arguments.text(1)),
                            of: try arguments.node(0)
                        )
                    )
                }
            ),
            (
                "setAttributeNS",
                { arguments throws(ScriptFault) in
                    let namespace = document.namespace(forURI: arguments.text(1))
                    document.setAttribute(
                        Attribute(name: arguments.text(2), value: arguments.text(3), namespace: namespace),
                        of: try arguments.node(0)
                    )
                    return .undefined
                }
            ),
            (
                "removeAttributeNS",
                { arguments throws(ScriptFault) in
                    document.removeAttribute(
                        arguments.text(2),
                        namespace: document.namespace(forURI: arguments.text(1)),
                        of: try arguments.node(0)
                    )
                    return .undefined
                }
            ),
            (
                "isAsync",
                { arguments throws(ScriptFault) in
                    let node = try arguments.node(0)
                    return .boolean(document.isForceAsync(node) || document.hasAttribute("async", of: node))
                }
            ),
            (
                "setAsync",
                { arguments throws(ScriptFault) in
                    document.setForceAsync(false, of: try arguments.node(0))
                    return .undefined
                }
            ),
        ]
    }
}
