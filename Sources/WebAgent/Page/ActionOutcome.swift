/// What came of filling in a control.
public enum FillOutcome: Hashable, Sendable {
    /// It holds the value now, and the page was told.
    case filled

    /// A rule was against it.
    case refused(ActionRefusal)
}

/// What came of a click or a submission.
public enum ActionOutcome: Sendable {
    /// Where it led; the same page when it led nowhere.
    case page(Page)

    /// A rule was against it.
    case refused(ActionRefusal)
}

/// What came of evaluating a script in the page.
public enum EvaluationOutcome: Hashable, Sendable {
    /// The value as JSON; nil when it has none in JSON.
    case value(String?)

    /// A rule was against it, or the script ended in an error.
    case refused(ActionRefusal)
}

/// What came of evaluating an expression that may fail.
public enum ExpressionOutcome: Hashable, Sendable {
    /// The value as JSON; nil when it has none in JSON, as `undefined` and functions.
    case value(String?)

    /// It ended in an error, or cannot be parsed; the text is the page's own and may hold what the page holds.
    case failed(String)

    /// A rule was against it.
    case refused(ActionRefusal)
}

/// What came of waiting for an expression to be true.
public enum WaitOutcome: Hashable, Sendable {
    /// It is true.
    case fulfilled

    /// It was not true in time; with the error it last ended in, if it did.
    case timedOut(lastFailure: String?)

    /// It cannot be parsed, and will not be true.
    case failed(String)

    /// A rule was against it.
    case refused(ActionRefusal)
}
