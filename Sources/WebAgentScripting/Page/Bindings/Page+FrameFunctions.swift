import WebAgentHTML
import WebAgentURL

extension Page {
    /// Windows and their messages: one function for all, so that a page without frames pays for one.
    func frameFunctions() -> [HostFunction] {
        [("frame", { [unowned self] arguments throws(ScriptFault) in try self.frameFunction(arguments) })]
    }

    private func frameFunction(_ arguments: [ScriptValue]) throws(ScriptFault) -> ScriptValue {
        let number = arguments.number(1)
        switch arguments.text(0) {
        // Of an element.
        case "window":
            return frames[try arguments.node(1)].map { .window($0.number) } ?? .null
        case "document":
            guard let page = frames[try arguments.node(1)]?.page, page.origin == origin, page.scripting() != nil else {
                return .null
            }
            return .foreignNode(document: page.serial, page.document.root.rawValue)
        // Of this document.
        case "observe":
            isObserved = true
            return .undefined
        case "own": return ScriptValue(frame?.number ?? 0)
        case "origin": return .string(origin.text)
        case "name":
            if let name = arguments.value(1).text { frame?.name = name }
            return .string(frame?.name ?? "")
        case "element":
            guard let frame, !frame.isRemoved, frame.container.origin == origin, frame.container.scripting() != nil
            else { return .null }
            return .foreignNode(document: frame.container.serial, frame.element.rawValue)
        // Of the window with a number.
        case "parent": return ScriptValue(world.frames[number]?.container.frame?.number ?? 0)
        case "isOpen": return .boolean(world.document(inFrame: number) != nil)
        case "count": return ScriptValue(world.document(inFrame: number)?.frames.count ?? 0)
        case "child": return child(arguments.text(2), of: number).map { ScriptValue($0.number) } ?? .null
        case "global":
            guard let page = world.document(inFrame: number), page.origin == origin, page.scripting() != nil else {
                return .null
            }
            return .global(page.serial)
        case "steer":
            try steerWindow(number, to: arguments.text(2), replacing: arguments.flag(3))
            return .undefined
        case "post":
            try post(arguments.text(2), to: number, target: arguments.text(3))
            return .undefined
        default: return .undefined
        }
    }

    private func child(_ name: String, of number: Int) -> ChildFrame? {
        world.document(inFrame: number)?.childFrame(name)
    }

    /// The frame with an index or a name.
    func childFrame(_ name: String) -> ChildFrame? {
        if frames.isEmpty || name.isEmpty { return nil }
        let ordered = orderedFrames
        if let index = Int(name), String(index) == name {
            return ordered.indices.contains(index) ? ordered[index] : nil
        }
        return ordered.first { $0.name == name }
    }

    private func steerWindow(_ number: Int, to text: String, replacing: Bool) throws(ScriptFault) {
        guard let target = resolve(text) else {
            throw ScriptFault("SyntaxError", "'\(text)' is not a valid address.")
        }
        guard isShown else { return }
        tellReferrerPolicy()
        let navigation = PageNavigation(
            url: target.href,
            kind: replacing ? .replace : .assign,
            userActivated: world.isUserActivated
        )
        if let frame = world.frames[number] {
            steer(frame, by: navigation, to: target)
        } else if isTop {
            leave(by: navigation, to: target)
        } else {
            steerPage(by: navigation, to: target)
        }
    }

    /// Source: HTML standard, section 9.3.3, "window post message steps".
    private func post(_ data: String, to number: Int, target: String) throws(ScriptFault) {
        var message = WindowMessage(data: data, origin: origin.text, source: frame?.number ?? 0, target: nil)
        switch target {
        case "*": break
        case "/": message.target = origin
        default:
            guard let url = WebURL(target) else {
                throw ScriptFault("SyntaxError", "'\(target)' is not a valid origin.")
            }
            message.target = FrameOrigin(url, serial: -1)
        }
        world.document(inFrame: number)?.enqueue(.message(message))
    }

    /// Delivers a message to the document that is shown now, if it is meant for its origin.
    func deliver(_ message: WindowMessage) {
        guard message.target == nil || message.target == origin, source.runsScripts else { return }
        script("message", [.string(message.data), .string(message.origin), ScriptValue(message.source)])
    }
}
