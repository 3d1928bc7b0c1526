/// What a page wants its parent to do or to know.
///
/// The parent decides; the page is not told.
public enum PageWish: Sendable, Hashable {
    /// Go to another address. A later navigation or submission of the same order replaces an earlier one.
    case navigate(PageNavigation)
    /// Submit a form; the request is complete.
    case submit(PageSubmission)
    /// Go to an address after a while, as `<meta http-equiv=refresh>` says; sent once, when the element was seen.
    case refresh(milliseconds: Int, url: String)
    /// The page changed its own address (`history.pushState`, `replaceState`, a fragment); nothing is loaded.
    case addressChanged(url: String, replaced: Bool)
    /// A window that the page wanted to open; none is opened.
    case openWindow(url: String, target: String)
    /// A line for the console.
    case console(ConsoleLevel, String)
    /// A dialog that was shown to nobody and got a fixed answer.
    case dialog(PageDialog, text: String)
    /// A script was run, or left out with the reason.
    case scriptRun(ScriptRun)
    /// A script ended in an error.
    case scriptError(ScriptFailure)
    /// A script reached for an interface of the web platform that is not here.
    case missingInterface(name: String)
    /// A document says how much of its address goes along with what it asks for from here on.
    case referrerPolicy(AskingDocument, policy: String)
    /// Something that a document wanted and the rules of the platform are against; the reason is a clause for people.
    case blocked(url: String, reason: String)
}

extension PageWish: CustomStringConvertible, CustomDebugStringConvertible {
    /// A bounded name of the wish, without what it carries.
    public var label: String {
        switch self {
        case .navigate: "navigate"
        case .submit: "submit"
        case .refresh: "refresh"
        case .addressChanged: "addressChanged"
        case .openWindow: "openWindow"
        case .console: "console"
        case .dialog: "dialog"
        case .scriptRun: "scriptRun"
        case .scriptError: "scriptError"
        case .missingInterface: "missingInterface"
        case .referrerPolicy: "referrerPolicy"
        case .blocked: "blocked"
        }
    }

    /// The same as ``label``.
    public var description: String { label }

    /// The same as ``label``.
    public var debugDescription: String { label }
}

/// The level of a console line.
public enum ConsoleLevel: UInt8, Sendable, Hashable, CaseIterable {
    /// `console.debug`, `console.trace`.
    case debug
    /// `console.log`.
    case log
    /// `console.info`.
    case info
    /// `console.warn`.
    case warning
    /// `console.error`, `console.assert`.
    case error
}

/// A dialog of the page.
public enum PageDialog: UInt8, Sendable, Hashable, CaseIterable {
    /// `alert`.
    case alert
    /// `confirm`; the answer is always no.
    case confirm
    /// `prompt`; the answer is always null.
    case prompt
}
