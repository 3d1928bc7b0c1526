import WebAgentHTML
import WebAgentURL

extension Page {
    /// Goes where a script or a link wants to: this document, another frame, or the page itself.
    ///
    /// Source: HTML standard, sections 7.2.4 ("location-object navigate") and 7.4.2.
    func navigate(
        to target: WebURL,
        kind: PageNavigation.Kind,
        userActivated: Bool,
        frame name: String = "",
        referrerPolicy: String = ""
    ) {
        guard isShown else { return }
        tellReferrerPolicy()
        var navigation = PageNavigation(url: target.href, kind: kind, userActivated: userActivated)
        navigation.referrerPolicy = referrerPolicy
        switch self.target(named: name) {
        case .frame(let frame): steer(frame, by: navigation, to: target)
        case .page where isTop: leave(by: navigation, to: target)
        case .page: steerPage(by: navigation, to: target)
        case .other(let name):
            if target.scheme == "javascript" {
                runLater(target)
                return
            }
            navigation.target = name
            navigation.frame = initiator(userActivated: userActivated)
            parent.wish(.navigate(navigation))
        }
    }

    /// Runs the script in an address, later.
    func runLater(_ address: WebURL) {
        enqueue(.scriptAddress(String(address.href.dropFirst("javascript:".count))))
    }

    /// Leads the page itself elsewhere.
    func leave(by wanted: PageNavigation, to target: WebURL) {
        if target.scheme == "javascript" {
            runLater(target)
            return
        }
        if wanted.kind != .reload, moveToFragment(target, replacing: wanted.kind == .replace) { return }
        var navigation = wanted
        // Before the page is loaded a script's navigation replaces its entry, unless a person led to it.
        if wanted.kind == .assign, readyState != .complete, !wanted.userActivated { navigation.kind = .replace }
        world.hasWishedToLeave = true
        parent.wish(.navigate(navigation))
    }

    /// Changes only the fragment, where that is all in which an address differs.
    func moveToFragment(_ target: WebURL, replacing: Bool) -> Bool {
        guard let fragment = target.fragment, target.withoutFragment == url.withoutFragment else { return false }
        let old = url
        url = target
        if !replacing { historyLength += 1 }
        if isTop { parent.wish(.addressChanged(url: target.href, replaced: replacing)) }
        if old.fragment != fragment { enqueue(.hashChange(from: old.href, to: target.href)) }
        return true
    }

    /// Follows a link that was clicked.
    ///
    /// Source: HTML standard, section 4.6.4, "follow the hyperlink".
    func follow(_ link: NodeID, userActivated: Bool) {
        guard let text = document.attribute("href", of: link), let target = resolve(text) else { return }
        navigate(
            to: target,
            kind: .assign,
            userActivated: userActivated,
            frame: frame(of: link, attribute: "target"),
            referrerPolicy: referrerPolicy(of: link)
        )
    }

    /// Submits a form: the request is built here and sent to the parent.
    ///
    /// Source: HTML standard, section 4.10.22.3, from the step on that constructs the entry list.
    func submit(_ form: NodeID, submitter: NodeID?, userActivated: Bool) {
        guard isShown, document.isConnected(form),
            let submission = document.submission(of: form, submitter: submitter),
            let request = submission.request(boundary: source.multipartBoundary)
        else { return }
        guard !sandbox.contains(.forms) else {
            parent.wish(.blocked(url: request.url.href, reason: "the sandbox of its frame lets no form be submitted"))
            return
        }
        if request.url.scheme == "javascript" {
            runLater(request.url)
            return
        }
        tellReferrerPolicy()
        var wanted = PageSubmission(
            method: submission.method == .post ? .post : .get,
            url: request.url.href,
            contentType: request.contentType,
            body: request.body ?? [],
            entryNames: submission.entries.map(\.name),
            userActivated: userActivated,
            hasPasswordField: !passwordFields(of: form).isEmpty,
            replacesEntry: readyState != .complete && !userActivated
        )
        wanted.referrerPolicy = referrerPolicy(of: form)
        switch target(named: submission.target) {
        case .frame(let frame): steer(frame, by: wanted)
        case .page:
            world.hasWishedToLeave = true
            wanted.frame = initiator(userActivated: userActivated)
            parent.wish(.submit(wanted))
        case .other(let name):
            wanted.target = name
            wanted.frame = initiator(userActivated: userActivated)
            parent.wish(.submit(wanted))
        }
    }

    func passwordFields(of form: NodeID) -> [NodeID] {
        document.controls(of: form).filter {
            document.isHTML($0, "input") && document.attribute("type", of: $0)?.lowercased() == "password"
        }
    }

    func frame(of node: NodeID, attribute: String) -> String {
        if let name = document.attribute(attribute, of: node), !name.isEmpty { return name }
        return document.firstElement("base", having: "target").flatMap { document.attribute("target", of: $0) } ?? ""
    }
}
