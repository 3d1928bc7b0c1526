import WebAgentHTML
import WebAgentURL

/// What a name in `target` means.
enum NavigationTarget {
    /// The page itself.
    case page
    case frame(ChildFrame)
    /// A window that is not here.
    case other(String)
}

extension Page {
    /// Whether the document is still the one that its frame, or the host, shows.
    var isShown: Bool { world.documents[serial] === self }

    /// What a name means to this document.
    ///
    /// Source: HTML standard, section 7.3.1.8, "choosing a navigable".
    func target(named name: String) -> NavigationTarget {
        switch name.lowercased() {
        case "", "_self": return own
        case "_parent": return frame?.container.own ?? .page
        case "_top": return .page
        case "_blank": return .other(name)
        default: break
        }
        let found = world.frames.values.filter { $0.name == name }.sorted { $0.number < $1.number }
        return (found.first { $0.isInside(self) } ?? found.first).map { .frame($0) } ?? .other(name)
    }

    private var own: NavigationTarget { frame.map { .frame($0) } ?? .page }

    /// Who it is that wants the page itself to go elsewhere; nil for the page.
    func initiator(userActivated: Bool) -> FrameInitiator? {
        guard !isTop else { return nil }
        return FrameInitiator(
            document: asking,
            isLetBySandbox: isLetBySandbox(userActivated: userActivated),
            wasActivated: wasActivated
        )
    }

    /// Source: HTML standard, section 7.4.2.2, "allowed by sandboxing to navigate", the case of a top-level navigable.
    private func isLetBySandbox(userActivated: Bool) -> Bool {
        !sandbox.contains(userActivated ? .topNavigationByUser : .topNavigation)
    }

    /// Leads the page itself elsewhere, as a frame; the parent decides.
    func steerPage(by wanted: PageNavigation, to target: WebURL) {
        guard let page = world.documents[0] else { return }
        if target.scheme == "javascript" {
            if page.origin == origin { page.runLater(target) }
            return
        }
        let mayWithout = page.origin == origin || wanted.userActivated || wasActivated
        if isLetBySandbox(userActivated: wanted.userActivated), mayWithout {
            if wanted.kind != .reload, page.moveToFragment(target, replacing: wanted.kind == .replace) { return }
            world.hasWishedToLeave = true
        }
        var navigation = wanted
        navigation.frame = initiator(userActivated: wanted.userActivated)
        parent.wish(.navigate(navigation))
    }

    /// Leads a frame elsewhere.
    func steer(_ target: ChildFrame, by wanted: PageNavigation, to url: WebURL) {
        guard maySteer(target, to: url.href) else { return }
        if url.scheme == "javascript" {
            if target.page.origin == origin { target.page.runLater(url) }
        } else if wanted.kind != .reload, target.page.moveToFragment(url, replacing: wanted.kind == .replace) {
            return
        } else if url.href == "about:srcdoc" {
            queue(.markup(target.container.document.attribute("srcdoc", of: target.element) ?? ""), in: target)
        } else if url.isBlank {
            queue(.blank(origin, asking), in: target)
        } else {
            let request = FrameRequest(
                container: target.container.asking,
                url: url.href,
                userActivated: wanted.userActivated,
                referrerPolicy: wanted.referrerPolicy
            )
            queue(.request(request, by: asking), in: target)
        }
    }

    /// Leads a frame to the answer to a form.
    func steer(_ target: ChildFrame, by wanted: PageSubmission) {
        guard maySteer(target, to: wanted.url) else { return }
        let request = FrameRequest(
            container: target.container.asking,
            method: wanted.method,
            url: wanted.url,
            contentType: wanted.contentType,
            body: wanted.body,
            userActivated: wanted.userActivated,
            hasPasswordField: wanted.hasPasswordField,
            referrerPolicy: wanted.referrerPolicy
        )
        queue(.request(request, by: asking), in: target)
    }

    func queue(_ load: FrameLoad, in target: ChildFrame) {
        target.pending = load
        target.container.enqueue(.frame(target))
    }

    /// Whether this document may lead a frame elsewhere.
    ///
    /// Source: HTML standard, section 7.4.2.2, "allowed by sandboxing to navigate", the case of a frame.
    private func maySteer(_ target: ChildFrame, to url: String) -> Bool {
        guard !target.isRemoved else { return false }
        let isOwn = target.page === self || target.isInside(self) || frame?.isInside(target.page) == true
        guard isOwn || !sandbox.contains(.navigation) else {
            parent.wish(.blocked(url: url, reason: "the sandbox of a frame lets it steer no other frame"))
            return false
        }
        return true
    }

    // MARK: Referrers

    /// The policy that an element's attributes name for where it leads; empty for that of the document.
    func referrerPolicy(of node: NodeID) -> String {
        let words = (document.attribute("rel", of: node) ?? "").lowercased().split { $0.isASCIIWhitespace }
        if words.contains("noreferrer") { return "no-referrer" }
        return document.isHTML(node, "form") ? "" : document.attribute("referrerpolicy", of: node) ?? ""
    }

    /// Tells the parent of the `meta` element that says how much of the address goes along, where there is one.
    ///
    /// DEPARTURE: only what stands in the head is looked at, where pages have it.
    ///
    /// Source: HTML standard, section 4.2.5.4, "referrer".
    func tellReferrerPolicy() {
        guard let html = document.children(of: document.root).first(where: { document.isHTML($0, "html") }),
            let head = document.children(of: html).first(where: { document.isHTML($0, "head") })
        else { return }
        var policy = ""
        for node in document.children(of: head) where document.isHTML(node, "meta") {
            guard document.attribute("name", of: node)?.lowercased() == "referrer" else { continue }
            let word = document.attribute("content", of: node)?.lowercased() ?? ""
            let known = Page.oldReferrerPolicies[word] ?? word
            if !known.isEmpty { policy = known }
        }
        guard policy != toldReferrerPolicy else { return }
        toldReferrerPolicy = policy
        parent.wish(.referrerPolicy(asking, policy: policy))
    }

    private static let oldReferrerPolicies = [
        "never": "no-referrer", "default": "strict-origin-when-cross-origin", "always": "unsafe-url",
        "origin-when-crossorigin": "origin-when-cross-origin",
    ]
}

extension WebURL {
    /// Whether it is `about:blank`.
    var isBlank: Bool { scheme == "about" && path == "blank" }
}
