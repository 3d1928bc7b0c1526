public import WebAgentScripting

/// What an agent did, in order, redacted at the moment of recording: no value of a query, a form or a cookie is in it.
public struct Recording: Sendable {
    /// One thing that happened.
    public enum Entry: Hashable, Sendable {
        /// A request and its answer.
        case hop(HopRecord)

        /// A cookie that was stored, refused, sent or withheld.
        case cookie(CookieEvent)

        /// A page was shown.
        case page(RedactedURL, forms: [FormRecord])

        /// A script ran, or was left out.
        case script(source: RedactedURL, isInline: Bool, length: Int, outcome: ScriptRun.Outcome)

        /// A script ended in an error; the message is without quoted parts and long words.
        case scriptError(kind: ScriptFailure.Kind, message: String, source: RedactedURL, line: Int)

        /// A script reached for an interface that is not here.
        case missingInterface(String)

        /// A script wrote to the console; what it wrote is not kept.
        case console(ConsoleLevel, length: Int)

        /// A page showed a dialog; what it said is not kept.
        case dialog(PageDialog)

        /// The page went on by itself.
        case navigation(NavigationCause, to: RedactedURL)

        /// The page wanted to go on and was not let.
        case refusedNavigation(NavigationRefusal)

        /// The program filled in, clicked or submitted.
        case action(String, refusal: ActionRefusal?)

        /// A script asked for something it did not get.
        case refusedRequest(RedactedURL, reason: String)

        /// A page host was taken, with the walls that stand around it; nil for one in this process.
        case pageHost(walls: PageHostWalls?)
    }

    /// What made a page go on.
    public enum NavigationCause: String, Hashable, Sendable {
        /// A link or a script.
        case script

        /// A form, submitted by a script or a click.
        case form

        /// A `Refresh` field or meta element.
        case refresh
    }

    /// A form of a page, without values.
    public struct FormRecord: Hashable, Sendable {
        /// `get`, `post` or `dialog`.
        public var method: String

        /// Where it submits to.
        public var action: RedactedURL

        /// The names, types and parts of its controls.
        public var controls: [String]

        /// The frame that it sits in; nil for one of the page itself.
        public var frame: RedactedURL?
    }

    /// What happened, the oldest first.
    public private(set) var entries: [Entry] = []

    /// How many entries went because there were too many.
    public private(set) var dropped = 0

    private let limit: Int
    private let observer: (@Sendable (Entry) -> Void)?

    init(limit: Int, observer: (@Sendable (Entry) -> Void)? = nil) {
        self.limit = limit
        self.observer = observer
    }

    mutating func append(_ entry: Entry) {
        observer?(entry)
        entries.append(entry)
        guard entries.count > limit else { return }
        let excess = max(1, limit / 10)
        entries.removeFirst(min(excess, entries.count))
        dropped += excess
    }

    /// The requests, in order.
    public var hops: [HopRecord] {
        entries.compactMap { if case .hop(let hop) = $0 { hop } else { nil } }
    }

    /// What happened to cookies, in order.
    public var cookies: [CookieEvent] {
        entries.compactMap { if case .cookie(let event) = $0 { event } else { nil } }
    }
}

extension Recording.FormRecord {
    init(_ form: PageForm, publicNames: Set<String>) {
        method = form.method
        action = RedactedURL(text: form.action, publicNames: publicNames)
        frame = form.frame.isEmpty ? nil : RedactedURL(text: form.frame, publicNames: publicNames)
        controls = form.controls.map { control in
            let name = Redaction.shortName(control.name.isEmpty ? control.id : control.name)
            return "\(name) (\(Redaction.shortName(control.role?.rawValue ?? control.type)))"
        }
    }
}
