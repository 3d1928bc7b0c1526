/// Whether an order was done, or the rule that decided against it.
public enum PageOutcome: Sendable, Hashable {
    /// It was done.
    case done
    /// It was not done, by this rule.
    case refused(PageRefusal)
}

/// Why an order was not done.
public enum PageRefusal: Sendable, Hashable {
    /// No page is open.
    case noPage
    /// The address of the page to open is none.
    case invalidAddress(String)
    /// The page has no such element.
    case notFound(ControlTarget)
    /// The selector is none.
    case invalidSelector(String)
    /// The element takes no value.
    case notFillable(ControlTarget)
    /// The element is disabled.
    case disabled(ControlTarget)
    /// The element is in no form.
    case noForm(ControlTarget)
    /// The form holds a password field that was not filled; the agent never submits such a form by itself.
    case passwordNotFilled
    /// The evaluated script ended in an error; it was sent before.
    case scriptFailed
    /// The page used up a bound and runs no more; the error was sent before.
    case stopped
    /// The parent's end sent something that is no order here.
    case protocolError(PageCodecError)
}

extension PageRefusal: CustomStringConvertible {
    /// A sentence for people.
    public var description: String {
        switch self {
        case .noPage: "No page is open: open one first."
        case .invalidAddress(let text): "The page cannot be opened because its address is none: \(text)."
        case .notFound(let target): "The page was searched in vain for \(target)."
        case .invalidSelector(let selector): "The selector is not valid: \(selector)."
        case .notFillable(let target): "No value can be put into \(target): it is not a field."
        case .disabled(let target): "Nothing can be done with \(target): the page has disabled it."
        case .noForm(let target): "No form can be submitted: \(target) is in none."
        case .passwordNotFilled: "The form was not submitted: it has a password field that was not filled."
        case .scriptFailed: "The script ended in an error."
        case .stopped: "The page used up its bounds and was stopped."
        case .protocolError(let error): "The order was not understood: \(error)"
        }
    }
}
