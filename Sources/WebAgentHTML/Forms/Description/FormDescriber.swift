import WebAgentURL

/// Describes the forms of a page in one walk over it.
struct FormDescriber {
    private let document: Document
    private let labels: LabelTexts
    private let roles: [NodeID: ControlRole]
    private let checkedRadios: Set<NodeID>
    private var controls: [NodeID: [NodeID]] = [:]
    private var loose: [NodeID] = []

    init(_ document: Document) {
        self.document = document
        labels = LabelTexts(document)
        roles = Dictionary(document.roles().map { ($1, $0) }) { first, _ in first }
        checkedRadios = document.checkedRadios(below: document.root)
        for node in document.descendants(of: document.root) where Self.isDescribed(node, document) {
            if let form = document.formOwner(of: node) {
                controls[form, default: []].append(node)
            } else {
                loose.append(node)
            }
        }
    }

    private static func isDescribed(_ node: NodeID, _ document: Document) -> Bool {
        switch document.htmlTag(of: node) {
        case .button, .input, .select, .textarea: true
        default: false
        }
    }

    var descriptions: [FormDescription] {
        var all = document.forms.enumerated().map { describe($1, index: $0) }
        if !loose.isEmpty { all.append(describeLoose()) }
        return all
    }

    private func describe(_ form: NodeID, index: Int) -> FormDescription {
        FormDescription(
            index: index,
            id: document.attribute("id", of: form),
            name: document.attribute("name", of: form),
            action: document.action(of: form)?.href,
            method: document.method(of: form).rawValue,
            encodingType: document.encodingType(of: form).rawValue,
            target: document.target(of: form),
            controls: (controls[form] ?? []).map(describe)
        )
    }

    private func describeLoose() -> FormDescription {
        FormDescription(
            index: -1,
            id: nil,
            name: nil,
            action: nil,
            method: FormSubmission.Method.get.rawValue,
            encodingType: FormSubmission.EncodingType.urlEncoded.rawValue,
            target: "",
            controls: loose.map(describe)
        )
    }

    private func describe(_ control: NodeID) -> ControlDescription {
        let type = document.controlType(of: control)
        let role = roles[control]
        let isSecret = type == InputType.password.rawValue || role == .password || role == .oneTimeCode
        return ControlDescription(
            element: document.localName(of: control),
            type: type,
            name: document.attribute("name", of: control),
            id: document.attribute("id", of: control),
            label: labels.text(of: control),
            role: role,
            value: isSecret ? nil : document.value(of: control),
            isChecked: isChecked(control),
            isDisabled: document.isDisabled(control),
            isRequired: document.hasAttribute("required", of: control),
            options: document.isHTML(control, .select)
                ? document.options(of: control).map { document.value(of: $0) } : []
        )
    }

    private func isChecked(_ control: NodeID) -> Bool {
        switch document.inputType(of: control) {
        case .checkbox: document.checkedMoment(of: control) != 0
        case .radio: checkedRadios.contains(control)
        default: false
        }
    }
}

extension Document {
    /// The forms of the page, and last, if there are any, the controls that belong to none.
    ///
    /// No value of a password field or of a one-time code is in them.
    public var formDescriptions: [FormDescription] { FormDescriber(self).descriptions }

    /// The type of a control as its `type` member gives it.
    ///
    /// - Parameter control: a form control.
    /// - Returns: such as `text`, `submit`, `select-one`, `textarea`; the element's name for what has no type.
    public func controlType(of control: NodeID) -> String {
        switch htmlTag(of: control) {
        case .input: inputType(of: control)?.rawValue ?? ""
        case .button: buttonType(of: control)
        case .select: hasAttribute("multiple", of: control) ? "select-multiple" : "select-one"
        default: localName(of: control)
        }
    }

    /// The title of the page.
    ///
    /// Source: HTML standard, section 3.1.5, `document.title`.
    public var title: String {
        let element = descendants(of: root).first { isHTML($0, .title) }
        return element.map { ASCII.strippedAndCollapsed(childText(of: $0)) } ?? ""
    }
}
