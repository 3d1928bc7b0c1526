import WebAgentHTML
import WebAgentURL

extension Page {
    // MARK: Elements

    /// Makes the frames of elements that have none yet.
    func findFrames() {
        makeFrames(of: Array(document.elements(below: document.root)))
    }

    /// Makes the frames of the elements in what was just inserted.
    func findFrames(in node: NodeID) {
        guard document.hasFrames, document.rootNode(of: node) == document.root else { return }
        makeFrames(of: [node] + document.elements(below: node))
    }

    private func makeFrames(of nodes: [NodeID]) {
        for node in nodes where document.isHTML(node, "iframe") || document.isHTML(node, "frame") {
            // A load event that was fired meanwhile may have moved things.
            guard !isStopped, frames[node] == nil, document.rootNode(of: node) == document.root else { continue }
            makeFrame(of: node)
        }
    }

    /// Ends the frames whose elements have left the document.
    func dropFrames() {
        for frame in frames.values where document.rootNode(of: frame.element) != document.root { remove(frame) }
    }

    /// Its frames in the order of the tree.
    var orderedFrames: [ChildFrame] {
        if frames.count < 2 { return Array(frames.values) }
        return document.elements(below: document.root).compactMap { frames[$0] }
    }

    private func remove(_ frame: ChildFrame) {
        frame.isRemoved = true
        frame.pending = nil
        frames[frame.element] = nil
        world.remove(frame)
        frame.page.leaveFrame()
    }

    private func leaveFrame() {
        for frame in frames.values { remove(frame) }
        world.remove(self)
    }

    /// Source: HTML standard, section 7.3.1.3, "create a new child navigable".
    private func makeFrame(of node: NodeID) {
        guard world.frames.count < source.limits.frames else {
            stop("its number of frames")
            return
        }
        guard (frame?.depth ?? 0) < source.limits.frameDepth else {
            stop("its depth of frames in frames")
            return
        }
        let made = ChildFrame(
            number: world.nextNumber(),
            container: self,
            element: node,
            name: document.attribute("name", of: node) ?? "",
            page: makeBlank(origin, asking, flags: flags(of: node))
        )
        made.page.frame = made
        frames[node] = made
        world.add(made)
        processAttributes(of: made, isNew: true)
    }

    /// What the sandbox around an element's frame forbids.
    private func flags(of node: NodeID) -> FrameSandbox {
        sandbox.union(document.attribute("sandbox", of: node).map { FrameSandbox(directive: $0) } ?? [])
    }

    /// Heeds a change of an attribute of a frame's element.
    func frameAttributeChanged(_ name: String, of node: NodeID) {
        guard let frame = frames[node] else { return }
        switch name {
        case "name": frame.name = document.attribute("name", of: node) ?? ""
        case "srcdoc": processAttributes(of: frame, isNew: false)
        case "src":
            if !document.hasAttribute("srcdoc", of: node) { processAttributes(of: frame, isNew: false) }
        default: break
        }
    }

    /// Source: HTML standard, section 4.8.5, "process the iframe attributes".
    private func processAttributes(of frame: ChildFrame, isNew: Bool) {
        let node = frame.element
        if let markup = document.attribute("srcdoc", of: node), document.isHTML(node, "iframe") {
            queue(.markup(markup), in: frame)
            return
        }
        let text = document.attribute("src", of: node) ?? ""
        guard !text.isEmpty, let target = resolve(text), !target.isBlank else {
            // The first empty document is there at once, and so is its load event.
            if isNew { fire("load", at: node) } else { queue(.blank(origin, asking), in: frame) }
            return
        }
        var ancestor: Page? = self
        while let page = ancestor {
            if page.url.withoutFragment == target.withoutFragment {
                parent.wish(.blocked(url: target.href, reason: "it would be shown in a frame in itself"))
                return
            }
            ancestor = page.frame?.container
        }
        tellReferrerPolicy()
        var navigation = PageNavigation(url: target.href, kind: .replace)
        navigation.referrerPolicy = referrerPolicy(of: node)
        steer(frame, by: navigation, to: target)
        if target.scheme == "javascript" { enqueue(.event("load", node)) }
    }

    // MARK: Documents

    /// Shows in a frame what it is to show next.
    func load(_ frame: ChildFrame) {
        guard let load = frame.pending, !frame.isRemoved else { return }
        frame.pending = nil
        let flags = flags(of: frame.element)
        switch load {
        case .blank(let origin, let asking):
            show(makeBlank(origin, asking, flags: flags), in: frame)
        case .markup(let text):
            var made = source
            made.url = "about:srcdoc"
            made.body = Array(text.utf8)
            made.contentType = "text/html; charset=utf-8"
            made.referrer = url.href
            show(makeDocument(made, origin, asking, flags: flags), in: frame)
        case .request(var request, let asking):
            request.isOfFrameset = document.isHTML(frame.element, "frame")
            switch asking == .page ? parent.ask(.loadFrame(request)) : parent.ask(.loadFrame(request), by: asking) {
            case .frame(let answer): show(makeDocument(answer, flags: flags), in: frame)
            case .absent: break
            default: show(makeBlank(.opaque(world.nextNumber()), asking, flags: flags.union(.origin)), in: frame)
            }
        }
    }

    /// Shows what the script of a `javascript:` address gave.
    func showMarkup(_ markup: String, in frame: ChildFrame) {
        guard let old = frames[frame.element]?.page else { return }
        var made = source
        made.url = old.url.href
        made.body = Array(markup.utf8)
        made.contentType = "text/html; charset=utf-8"
        show(makeDocument(made, old.origin, old.asking, flags: old.sandbox), in: frame)
    }

    private func show(_ page: Page, in frame: ChildFrame) {
        frame.page.leaveFrame()
        frame.page = page
        page.frame = frame
        if page.readyState != .complete { page.load() }
        // What goes elsewhere before it is loaded has no load event of its own.
        guard !isStopped, !frame.isRemoved, frame.page === page, frame.pending == nil else { return }
        fire("load", at: frame.element)
    }

    /// An empty document.
    private func makeBlank(_ origin: FrameOrigin, _ asking: AskingDocument, flags: FrameSandbox) -> Page {
        var made = source
        made.url = "about:blank"
        made.body = []
        made.referrer = url.href
        let page = makeDocument(made, origin, asking, flags: flags)
        let document = page.document
        let html = document.createElement("html")
        document.append(html, to: document.root)
        document.append(document.createElement("head"), to: html)
        document.append(document.createElement("body"), to: html)
        page.readyState = .complete
        return page
    }

    private func makeDocument(_ answer: FrameDocument, flags: FrameSandbox) -> Page {
        var made = source
        made.url = answer.url
        made.referrer = answer.referrer
        if answer.isPage {
            made.body = answer.body
            made.contentType = answer.contentType
        } else {
            made.body = Page.textPage(answer)
            made.contentType = "text/html; charset=utf-8"
        }
        let flags = flags.union(answer.sandbox.map { FrameSandbox(directive: $0) } ?? [])
        let page = makeDocument(made, nil, AskingDocument(number: answer.number), flags: flags)
        if let field = answer.refresh, let refresh = Refresh.parse(field, base: page.url) {
            page.refreshSeen = true
            page.refresh(to: refresh.url, after: min(refresh.seconds, 1 << 32) * 1_000)
        }
        return page
    }

    /// A document in a frame; without an origin of its maker's it has that of its address.
    private func makeDocument(
        _ source: PageSource,
        _ origin: FrameOrigin?,
        _ asking: AskingDocument,
        flags: FrameSandbox
    ) -> Page {
        let serial = world.nextNumber()
        let address = WebURL(source.url) ?? url
        var source = source
        source.runsScripts = source.runsScripts && !flags.contains(.scripts)
        let isOpaque = flags.contains(.origin)
        return Page(
            source: source,
            url: address,
            group: group,
            world: world,
            serial: serial,
            origin: isOpaque ? .opaque(serial) : origin ?? FrameOrigin(address, serial: serial),
            sandbox: flags,
            asking: AskingDocument(number: asking.number, isOpaque: asking.isOpaque || isOpaque),
            fallbackBase: address.scheme == "about" ? baseURL : nil
        )
    }

    /// A document that shows text as it is; what is no text is not shown.
    private static func textPage(_ answer: FrameDocument) -> [UInt8] {
        let type = (answer.contentType ?? "").lowercased()
        guard type.hasPrefix("text/") || type.contains("json") || type.contains("xml") else { return [] }
        let text = EncodingSniffer.decode(answer.body, contentType: answer.contentType).0
        let escaped = text.reduce(into: "") { text, character in
            switch character {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            default: text.append(character)
            }
        }
        return Array("<!DOCTYPE html><pre>\(escaped)</pre>".utf8)
    }

    /// Leads a frame's document elsewhere after a while.
    func refresh(to target: WebURL, after milliseconds: Int) {
        let timer = clock.set(delay: Double(milliseconds), repeats: false, owner: serial)
        refresh = (timer, target)
    }
}
