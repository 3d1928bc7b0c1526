import WebAgentURL

/// Builds the list of what a form submits.
///
/// Source: HTML standard (2025), section 4.10.22.4, "constructing the entry list". Departures: no form-associated custom
/// elements, and no `formdata` event (the caller fires it).
struct EntryList {
    private let document: Document
    private let submitter: NodeID?
    private let encoding: CharacterEncoding
    private let click: (x: Int, y: Int)
    private var entries: [FormEntry] = []

    /// - Parameters:
    ///   - form: the form.
    ///   - document: its document.
    ///   - submitter: the button that submits it, if one does.
    ///   - encoding: what a `_charset_` field names.
    ///   - click: where an image button was clicked.
    /// - Returns: the entries in order.
    static func build(
        of form: NodeID,
        in document: Document,
        submitter: NodeID?,
        encoding: CharacterEncoding,
        click: (x: Int, y: Int)
    ) -> [FormEntry] {
        var list = EntryList(document: document, submitter: submitter, encoding: encoding, click: click)
        let controls = document.controls(of: form)
        let checked = CheckedRadios(controls, in: document)
        for control in controls { list.add(control, checked) }
        return list.entries
    }

    private init(document: Document, submitter: NodeID?, encoding: CharacterEncoding, click: (x: Int, y: Int)) {
        self.document = document
        self.submitter = submitter
        self.encoding = encoding
        self.click = click
    }

    /// Step 5: one submittable element.
    private mutating func add(_ control: NodeID, _ checked: CheckedRadios) {
        let type = document.inputType(of: control)
        if isSkipped(control, type, checked) { return }
        let name = document.attribute("name", of: control) ?? ""
        if type == .image { return addImage(name) }
        if name.isEmpty { return }
        switch document.htmlTag(of: control) {
        case .select:
            for option in document.selectedOptions(of: control) where !document.isOptionDisabled(option) {
                append(name, document.value(of: option))
            }
        case .textarea: append(name, document.value(of: control))
        default: addInput(control, type, name)
        }
        addDirection(control, type)
    }

    /// Step 5.1.
    private func isSkipped(_ control: NodeID, _ type: InputType?, _ checked: CheckedRadios) -> Bool {
        switch document.htmlTag(of: control) {
        case .button, .input, .select, .textarea: break
        default: return true
        }
        if document.isDisabled(control) || hasDatalistAbove(control) { return true }
        if document.isButton(control) { return control != submitter }
        if type == .checkbox { return document.checkedMoment(of: control) == 0 }
        return type == .radio && !checked.contains(control)
    }

    private func hasDatalistAbove(_ control: NodeID) -> Bool {
        var current = document.parent(of: control)
        while let node = current {
            if document.isHTML(node, .datalist) { return true }
            current = document.parent(of: node)
        }
        return false
    }

    /// Step 5.2.
    private mutating func addImage(_ name: String) {
        let prefix = name.isEmpty ? "" : name + "."
        append(prefix + "x", String(click.x))
        append(prefix + "y", String(click.y))
    }

    /// Steps 5.7 to 5.10.
    private mutating func addInput(_ control: NodeID, _ type: InputType?, _ name: String) {
        if type == .file {
            let files = document.files(of: control)
            let empty = FormFile(filename: "", type: "application/octet-stream", content: [])
            for file in files.isEmpty ? [empty] : files { entries.append(FormEntry(name: name, value: .file(file))) }
        } else if type == .hidden, ASCII.equalsIgnoringCase(name, "_charset_") {
            append(name, encoding.name)
        } else {
            append(name, document.value(of: control))
        }
    }

    /// Step 5.11.
    private mutating func addDirection(_ control: NodeID, _ type: InputType?) {
        guard let name = document.attribute("dirname", of: control), !name.isEmpty else { return }
        let applies: Bool
        switch type {
        case .hidden, .text, .search, .tel, .url, .email, .password, .submit, .reset, .button: applies = true
        case nil: applies = document.isHTML(control, .textarea)
        default: applies = false
        }
        if applies { append(name, document.directionality(of: control).rawValue) }
    }

    private mutating func append(_ name: String, _ value: String) {
        entries.append(FormEntry(name: name, text: value))
    }
}

/// The radio buttons of a form that are checked: of each group the one checked last.
struct CheckedRadios {
    private var checked: Set<NodeID> = []

    init(_ controls: [NodeID], in document: Document) {
        var latest: [String: (moment: UInt64, control: NodeID)] = [:]
        for control in controls where document.inputType(of: control) == .radio {
            let moment = document.checkedMoment(of: control)
            if moment == 0 { continue }
            let name = document.attribute("name", of: control) ?? ""
            if name.isEmpty {
                checked.insert(control)
            } else if moment > latest[name]?.moment ?? 0 {
                latest[name] = (moment, control)
            }
        }
        checked.formUnion(latest.values.map(\.control))
    }

    func contains(_ control: NodeID) -> Bool {
        checked.contains(control)
    }
}
