public import WebAgentURL

extension Document {
    /// What a form would submit.
    ///
    /// - Parameters:
    ///   - form: the form.
    ///   - submitter: the button that submits it; `nil` as for a script's `submit()`.
    ///   - click: where an image button was clicked.
    /// - Returns: the entries in order.
    public func entries(
        of form: NodeID,
        submitter: NodeID? = nil,
        click: (x: Int, y: Int) = (0, 0)
    ) -> [FormEntry] {
        EntryList.build(
            of: form,
            in: self,
            submitter: submitter,
            encoding: submissionEncoding(of: form),
            click: click
        )
    }

    /// The submission of a form.
    ///
    /// - Parameters:
    ///   - form: the form.
    ///   - submitter: the button that submits it; `nil` as for a script's `submit()`.
    ///   - click: where an image button was clicked.
    /// - Returns: the submission; `nil` if the document has no address or that of the action can't be parsed.
    public func submission(
        of form: NodeID,
        submitter: NodeID? = nil,
        click: (x: Int, y: Int) = (0, 0)
    ) -> FormSubmission? {
        guard let action = action(of: form, submitter: submitter) else { return nil }
        return FormSubmission(
            method: method(of: form, submitter: submitter),
            action: action,
            encodingType: encodingType(of: form, submitter: submitter),
            target: target(of: form, submitter: submitter),
            encoding: submissionEncoding(of: form),
            entries: entries(of: form, submitter: submitter, click: click)
        )
    }

    /// The address that a form is submitted to.
    ///
    /// - Parameters:
    ///   - form: the form.
    ///   - submitter: the button that submits it, whose `formaction` goes before.
    /// - Returns: the address: the page's own where the attribute is absent or empty; `nil` if it can't be parsed.
    ///
    /// Source: HTML standard, section 4.10.22.3, steps 12 to 14, and 4.10.18.6, "action".
    public func action(of form: NodeID, submitter: NodeID? = nil) -> WebURL? {
        let value = submitted("action", of: form, submitter: submitter) ?? ""
        return value.isEmpty ? url : resolve(value)
    }

    /// The method of a form.
    ///
    /// - Parameters:
    ///   - form: the form.
    ///   - submitter: the button that submits it, whose `formmethod` goes before.
    /// - Returns: the method; GET where the word is unknown.
    public func method(of form: NodeID, submitter: NodeID? = nil) -> FormSubmission.Method {
        let word = submitted("method", of: form, submitter: submitter) ?? ""
        return FormSubmission.Method(rawValue: ASCII.lowercased(word)) ?? .get
    }

    /// The encoding type of a form.
    ///
    /// - Parameters:
    ///   - form: the form.
    ///   - submitter: the button that submits it, whose `formenctype` goes before.
    /// - Returns: the encoding type; urlencoded where the word is unknown.
    public func encodingType(of form: NodeID, submitter: NodeID? = nil) -> FormSubmission.EncodingType {
        let word = submitted("enctype", of: form, submitter: submitter) ?? ""
        return FormSubmission.EncodingType(rawValue: ASCII.lowercased(word)) ?? .urlEncoded
    }

    /// The name of the frame or window that shows the answer to a form.
    ///
    /// - Parameters:
    ///   - form: the form.
    ///   - submitter: the button that submits it, whose `formtarget` goes before.
    /// - Returns: the name, that of the first `base` element with a `target` where the form has none; empty for none.
    public func target(of form: NodeID, submitter: NodeID? = nil) -> String {
        if let own = submitted("target", of: form, submitter: submitter) { return own }
        let base = descendants(of: root).first { isHTML($0, .base) && hasAttribute("target", of: $0) }
        return base.flatMap { attribute("target", of: $0) } ?? ""
    }

    /// The encoding that a form is submitted in.
    ///
    /// - Parameter form: the form.
    /// - Returns: the first known label of `accept-charset` (UTF-8 if it has none that is known), else the page's.
    ///
    /// Source: HTML standard, section 4.10.22.5, "picking an encoding for the form".
    public func submissionEncoding(of form: NodeID) -> CharacterEncoding {
        guard let labels = attribute("accept-charset", of: form) else { return encoding.outputEncoding }
        let known = ASCII.words(of: labels).lazy.compactMap { CharacterEncoding(label: $0) }.first
        return (known ?? .utf8).outputEncoding
    }

    /// An attribute of the submitter by the name with `form` before it, or else of the form.
    private func submitted(_ name: String, of form: NodeID, submitter: NodeID?) -> String? {
        if let submitter, isSubmitButton(submitter), let own = attribute("form" + name, of: submitter) { return own }
        return attribute(name, of: form)
    }
}
