import WebAgentHTML
import WebAgentURL

extension Page {
    /// What a document knows of itself.
    func documentFunctions() -> [HostFunction] {
        [
            ("url", { [unowned self] _ in .string(self.url.href) }),
            ("baseURL", { [unowned self] _ in .string(self.baseURL.href) }),
            ("referrer", { [unowned self] _ in .string(self.source.referrer) }),
            ("readyState", { [unowned self] _ in .string(self.readyState.rawValue) }),
            ("isQuirks", { [unowned self] _ in .boolean(self.document.mode == .quirks) }),
            ("encoding", { [unowned self] _ in .string(self.encoding.name) }),
            ("currentScript", { [unowned self] _ in ScriptValue(self.currentScript) }),
            ("runsScripts", { [unowned self] _ in .boolean(self.source.runsScripts) }),
            (
                "cookies",
                { [unowned self] _ in
                    if case .text(let cookies) = self.ask(.readCookies) { .string(cookies) } else { .string("") }
                }
            ),
            (
                "setCookie",
                { [unowned self] arguments in
                    _ = self.ask(.writeCookie(arguments.text(0)))
                    return .undefined
                }
            ),
        ]
    }
}
