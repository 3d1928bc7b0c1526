import WebAgentHTML
import WebAgentURL

extension Page {
    /// The window: time, navigation, history and what is said to the user.
    func windowFunctions() -> [HostFunction] {
        [
            ("now", { [unowned self] _ in ScriptValue(self.clock.now) }),
            (
                "setTimer",
                { [unowned self] arguments throws(ScriptFault) in
                    guard self.clock.timers.count < self.source.limits.timers, !self.isStopped else {
                        return ScriptValue(0)
                    }
                    guard case .number(let delay) = arguments.value(0) else { return ScriptValue(0) }
                    return ScriptValue(self.clock.set(delay: delay, repeats: arguments.flag(1), owner: self.serial))
                }
            ),
            (
                "clearTimer",
                { [unowned self] arguments in
                    self.clock.clear(arguments.number(0))
                    return .undefined
                }
            ),
            (
                "navigate",
                { [unowned self] arguments throws(ScriptFault) in
                    guard let target = self.resolve(arguments.text(0)) else {
                        throw ScriptFault("SyntaxError", "'\(arguments.text(0))' is not a valid address.")
                    }
                    self.navigate(
                        to: target,
                        kind: arguments.text(1) == "replace" ? .replace : .assign,
                        userActivated: arguments.flag(2)
                    )
                    return .undefined
                }
            ),
            (
                "reload",
                { [unowned self] _ in
                    self.navigate(to: self.url, kind: .reload, userActivated: false)
                    return .undefined
                }
            ),
            (
                "followLink",
                { [unowned self] arguments throws(ScriptFault) in
                    self.follow(try arguments.node(0), userActivated: arguments.flag(1))
                    return .undefined
                }
            ),
            (
                "openWindow",
                { [unowned self] arguments in
                    self.openWindow(arguments.text(0), arguments.text(1), userActivated: arguments.flag(2))
                }
            ),
            ("isLeaving", { [unowned self] _ in .boolean(self.world.hasWishedToLeave) }),
            ("historyLength", { [unowned self] _ in ScriptValue(self.historyLength) }),
            (
                "changeAddress",
                { [unowned self] arguments throws(ScriptFault) in
                    try self.changeAddress(arguments.text(0), replaces: arguments.flag(1))
                    return .undefined
                }
            ),
            (
                "console",
                { [unowned self] arguments in
                    let level = ConsoleLevel(rawValue: UInt8(clamping: arguments.number(0))) ?? .log
                    self.parent.wish(.console(level, String(arguments.text(1).prefix(10_000))))
                    return .undefined
                }
            ),
            (
                "dialog",
                { [unowned self] arguments in
                    let dialog = PageDialog(rawValue: UInt8(clamping: arguments.number(0))) ?? .alert
                    self.parent.wish(.dialog(dialog, text: String(arguments.text(1).prefix(10_000))))
                    return .undefined
                }
            ),
        ]
    }

    /// Leads a window that is there elsewhere, and gives it; no new one is opened.
    ///
    /// Source: HTML standard, section 7.2.2.1, "window open steps".
    private func openWindow(_ text: String, _ name: String, userActivated: Bool) -> ScriptValue {
        let address = text.isEmpty ? nil : resolve(text)
        guard text.isEmpty || address != nil else { return .null }
        let found = name.isEmpty ? .other("_blank") : target(named: name)
        if case .other(let name) = found {
            parent.wish(.openWindow(url: address?.href ?? "about:blank", target: name))
            return .null
        }
        if let address { navigate(to: address, kind: .assign, userActivated: userActivated, frame: name) }
        if case .frame(let frame) = found { return .window(frame.number) }
        return .window(0)
    }

    /// Changes the page's own address, as `history.pushState` does.
    ///
    /// Source: HTML standard, section 7.2.5, "shared history push/replace state steps".
    private func changeAddress(_ text: String, replaces: Bool) throws(ScriptFault) {
        if !text.isEmpty {
            guard let target = resolve(text), target.origin == url.origin || target == url,
                target.username == url.username, target.password == url.password
            else {
                throw ScriptFault("SecurityError", "The address is not one of this page's origin.")
            }
            url = target
        }
        if !replaces { historyLength += 1 }
        parent.wish(.addressChanged(url: url.href, replaced: replaces))
    }
}
