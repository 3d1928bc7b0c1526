/// What the parent tells a page host to do.
///
/// Every order is answered by any number of wishes and asks and then by exactly one ``PageMessage/done(_:)``. Orders are
/// done one after the other. Descriptions never show what is filled in or evaluated.
public enum PageOrder: Sendable, Hashable {
    /// Close the page that is open, if any, and load this one: parse, run its scripts, fire its load events.
    case open(PageSource)

    /// Put a value into a control as a person would: focus, input and change events are fired.
    case fill(ControlTarget, String)

    /// Click an element: its listeners run and then, unless prevented, its default action.
    case click(ControlTarget)

    /// Submit a form by the agent itself, as implicit submission does (the first submit button is clicked).
    ///
    /// The target is the form or a control in it. A form with a password field that was not filled is refused
    /// (``PageRefusal/passwordNotFilled``), and so is one whose submit button the page has disabled.
    case submit(ControlTarget)

    /// Evaluate a script in the page; its value comes back as JSON in ``PageReport/value``.
    case evaluate(String)

    /// Let this many milliseconds of page time pass, and run what falls due.
    ///
    /// Page time is virtual: nothing waits. The order ends early, with what is left in ``PageReport/timeLeft``, after the
    /// first task that wished to navigate, so that the parent can decide before later timers run.
    case advance(milliseconds: Int)

    /// Report the forms of the page (``PageReport/forms``).
    case describe

    /// Report which document holds an element (``PageReport/document``); nothing of the page runs.
    case locate(ControlTarget)

    /// Close the page; its nodes and script values are gone afterwards. The host lives on for the next page.
    case close
}

extension PageOrder: CustomStringConvertible, CustomDebugStringConvertible {
    /// A bounded name of the order, without what it carries.
    public var label: String {
        switch self {
        case .open: "open"
        case .fill: "fill"
        case .click: "click"
        case .submit: "submit"
        case .evaluate: "evaluate"
        case .advance: "advance"
        case .describe: "describe"
        case .locate: "locate"
        case .close: "close"
        }
    }

    /// The same as ``label``.
    public var description: String { label }

    /// The same as ``label``.
    public var debugDescription: String { label }
}
