import WebAgentHTML

extension Page {
    /// Forms and controls.
    func formFunctions() -> [HostFunction] {
        choiceFunctions() + submissionFunctions()
    }

    private func choiceFunctions() -> [HostFunction] {
        let document = document
        return [
            ("value", { arguments throws(ScriptFault) in .string(document.value(of: try arguments.node(0))) }),
            (
                "setValue",
                { arguments throws(ScriptFault) in
                    document.setValue(arguments.text(1), of: try arguments.node(0))
                    return .undefined
                }
            ),
            ("checked", { arguments throws(ScriptFault) in .boolean(document.isChecked(try arguments.node(0))) }),
            (
                "setChecked",
                { arguments throws(ScriptFault) in
                    document.setChecked(arguments.flag(1), of: try arguments.node(0))
                    return .undefined
                }
            ),
            (
                "radioGroup",
                { [unowned self] arguments throws(ScriptFault) in
                    ScriptValue(self.radioGroup(of: try arguments.node(0)))
                }
            ),
            ("options", { arguments throws(ScriptFault) in ScriptValue(document.options(of: try arguments.node(0))) }),
            (
                "selectedOptions",
                { arguments throws(ScriptFault) in
                    ScriptValue(document.selectedOptions(of: try arguments.node(0)))
                }
            ),
            ("selected", { arguments throws(ScriptFault) in .boolean(document.isSelected(try arguments.node(0))) }),
            (
                "setSelected",
                { arguments throws(ScriptFault) in
                    document.setSelected(arguments.flag(1), of: try arguments.node(0))
                    return .undefined
                }
            ),
            (
                "selectOnly",
                { arguments throws(ScriptFault) in
                    let select = try arguments.node(0)
                    let index = arguments.optionalNode(1).flatMap { document.options(of: select).firstIndex(of: $0) }
                    document.setSelectedIndex(index ?? -1, of: select)
                    return .undefined
                }
            ),
        ]
    }

    private func submissionFunctions() -> [HostFunction] {
        let document = document
        return [
            (
                "formOwner",
                { arguments throws(ScriptFault) in ScriptValue(document.formOwner(of: try arguments.node(0))) }
            ),
            (
                "controls",
                { arguments throws(ScriptFault) in ScriptValue(document.controls(of: try arguments.node(0))) }
            ),
            (
                "elements",
                { [unowned self] arguments throws(ScriptFault) in
                    ScriptValue(self.formElements(of: try arguments.node(0)))
                }
            ),
            (
                "labels",
                { arguments throws(ScriptFault) in
                    let control = try arguments.node(0)
                    return ScriptValue(
                        document.elements(below: document.rootNode(of: control)).filter {
                            document.isHTML($0, "label") && document.labeledControl(of: $0) == control
                        }
                    )
                }
            ),
            (
                "labeledControl",
                { arguments throws(ScriptFault) in
                    ScriptValue(document.labeledControl(of: try arguments.node(0)))
                }
            ),
            ("isDisabled", { arguments throws(ScriptFault) in .boolean(document.isDisabled(try arguments.node(0))) }),
            (
                "reset",
                { arguments throws(ScriptFault) in
                    document.reset(try arguments.node(0))
                    return .undefined
                }
            ),
            (
                "submit",
                { [unowned self] arguments throws(ScriptFault) in
                    self.submit(
                        try arguments.node(0),
                        submitter: arguments.optionalNode(1),
                        userActivated: arguments.flag(2)
                    )
                    return .undefined
                }
            ),
            (
                "validationFailed",
                { [unowned self] _ in
                    self.parent.wish(
                        .console(.warning, "A form was not submitted: a field of it is not filled in as it demands.")
                    )
                    return .undefined
                }
            ),
            (
                "entries",
                { [unowned self] arguments throws(ScriptFault) in
                    let form = try arguments.node(0)
                    return ScriptValue(self.entryPairs(of: form, submitter: arguments.optionalNode(1)))
                }
            ),
            ("boundary", { [unowned self] _ in .string(self.source.multipartBoundary) }),
        ]
    }

    /// The names and values of a form's entries, one after the other.
    private func entryPairs(of form: NodeID, submitter: NodeID?) -> [String] {
        document.entries(of: form, submitter: submitter).flatMap { entry in
            switch entry.value {
            case .text(let text): [entry.name, text]
            case .file(let file): [entry.name, file.filename]
            }
        }
    }

    /// The radio buttons of which at most one is checked.
    ///
    /// Source: HTML standard, section 4.10.5.1.16, "radio button group".
    private func radioGroup(of radio: NodeID) -> [NodeID] {
        guard let name = document.attribute("name", of: radio), !name.isEmpty else { return [radio] }
        let owner = document.formOwner(of: radio)
        return document.elements(below: document.rootNode(of: radio)).filter { node in
            document.isHTML(node, "input") && document.attribute("name", of: node) == name
                && ASCIIText.lowercased(document.attribute("type", of: node) ?? "") == "radio"
                && document.formOwner(of: node) == owner
        }
    }
}
