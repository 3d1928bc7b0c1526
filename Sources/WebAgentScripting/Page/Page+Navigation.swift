import WebAgentHTML
import WebAgentURL

extension Page {
    /// Goes where a script or a link wants to.
    ///
    /// Source: HTML standard, sections 7.2.4 ("location-object navigate") and 7.4.2.
    func navigate(
        to target: WebURL,
        kind: PageNavigation.Kind,
        userActivated: Bool,
        frame: String = ""
    ) {
        if target.scheme == "javascript" {
            tasks.append(.scriptAddress(String(target.href.dropFirst("javascript:".count))))
            return
        }
        if kind != .reload, isOwnFrame(frame), let fragment = target.fragment,
            target.withoutFragment == url.withoutFragment
        {
            let old = url
            url = target
            if kind == .assign { historyLength += 1 }
            parent.wish(.addressChanged(url: target.href, replaced: kind == .replace))
            if old.fragment != fragment { tasks.append(.hashChange(from: old.href, to: target.href)) }
            return
        }
        // Before the page is loaded a script's navigation replaces its entry, unless a person led to it.
        let kind = kind == .assign && readyState != .complete && !userActivated ? .replace : kind
        if isOwnFrame(frame) { hasWishedToLeave = true }
        parent.wish(
            .navigate(
                PageNavigation(
                    url: target.href,
                    kind: kind,
                    userActivated: userActivated,
                    target: isOwnFrame(frame) ? "" : frame
                )
            )
        )
    }

    /// Follows a link that was clicked.
    ///
    /// Source: HTML standard, section 4.6.4, "follow the hyperlink".
    func follow(_ link: NodeID, userActivated: Bool) {
        guard let text = document.attribute("href", of: link), let target = resolve(text) else { return }
        navigate(to: target, kind: .assign, userActivated: userActivated, frame: frame(of: link, attribute: "target"))
    }

    /// Submits a form: the request is built here and sent to the parent.
    ///
    /// Source: HTML standard, section 4.10.22.3, from the step on that constructs the entry list.
    func submit(_ form: NodeID, submitter: NodeID?, userActivated: Bool) {
        guard document.isConnected(form), let submission = document.submission(of: form, submitter: submitter),
            let request = submission.request(boundary: source.multipartBoundary)
        else { return }
        if request.url.scheme == "javascript" {
            tasks.append(.scriptAddress(String(request.url.href.dropFirst("javascript:".count))))
            return
        }
        let isOwn = isOwnFrame(submission.target)
        if isOwn { hasWishedToLeave = true }
        parent.wish(
            .submit(
                PageSubmission(
                    method: submission.method == .post ? .post : .get,
                    url: request.url.href,
                    contentType: request.contentType,
                    body: request.body ?? [],
                    entryNames: submission.entries.map(\.name),
                    userActivated: userActivated,
                    hasPasswordField: !passwordFields(of: form).isEmpty,
                    target: isOwn ? "" : submission.target,
                    replacesEntry: readyState != .complete && !userActivated
                )
            )
        )
    }

    func passwordFields(of form: NodeID) -> [NodeID] {
        document.controls(of: form).filter {
            document.isHTML($0, "input") && document.attribute("type", of: $0)?.lowercased() == "password"
        }
    }

    func isOwnFrame(_ name: String) -> Bool {
        ["", "_self", "_parent", "_top"].contains(name.lowercased())
    }

    func frame(of node: NodeID, attribute: String) -> String {
        if let name = document.attribute(attribute, of: node), !name.isEmpty { return name }
        return document.firstElement("base", having: "target").flatMap { document.attribute("target", of: $0) } ?? ""
    }
}
