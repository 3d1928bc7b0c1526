/// How an order ended, and how the page stands after it.
public struct PageReport: Sendable, Hashable {
    /// Whether the order was done.
    public var outcome: PageOutcome
    /// The address of the page; empty when none is open.
    public var url: String
    /// The title of the page.
    public var title: String
    /// The page time since the page was opened, in milliseconds.
    public var pageTime: Int
    /// In how many milliseconds of page time the next timer falls due; nil when none waits.
    public var nextTimer: Int?
    /// What is left of an ``PageOrder/advance(milliseconds:)`` that ended early, in milliseconds.
    public var timeLeft: Int
    /// The number of wishes that were dropped because the order had more than the bound.
    public var droppedWishes: Int
    /// The forms, after ``PageOrder/describe``.
    public var forms: [PageForm]
    /// The text that a person would read, shortened, after ``PageOrder/describe``; empty otherwise.
    public var text: String
    /// The value as JSON, after ``PageOrder/evaluate(_:)``; nil when it has none in JSON.
    public var value: String?

    /// After ``PageOrder/locate(_:)``: the document that holds the element; nil when none does.
    public var document: AskingDocument?

    /// Creates a report.
    ///
    /// - Parameters:
    ///   - outcome: Whether the order was done.
    ///   - url: The address of the page.
    ///   - title: The title of the page.
    ///   - pageTime: The page time in milliseconds.
    ///   - nextTimer: When the next timer falls due.
    ///   - timeLeft: What is left of an `advance`.
    ///   - droppedWishes: The number of wishes dropped.
    ///   - forms: The forms.
    ///   - text: The text of the page.
    ///   - value: The value as JSON.
    ///   - document: The document that holds an element.
    public init(
        outcome: PageOutcome = .done,
        url: String = "",
        title: String = "",
        pageTime: Int = 0,
        nextTimer: Int? = nil,
        timeLeft: Int = 0,
        droppedWishes: Int = 0,
        forms: [PageForm] = [],
        text: String = "",
        value: String? = nil,
        document: AskingDocument? = nil
    ) {
        self.outcome = outcome
        self.url = url
        self.title = title
        self.pageTime = pageTime
        self.nextTimer = nextTimer
        self.timeLeft = timeLeft
        self.droppedWishes = droppedWishes
        self.forms = forms
        self.text = text
        self.value = value
        self.document = document
    }
}
