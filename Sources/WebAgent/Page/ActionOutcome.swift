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
