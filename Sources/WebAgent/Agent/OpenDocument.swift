import HTTPTransport
import WebAgentScripting
import WebAgentURL

/// The page that is open: the answer it came from, and what has become of it since.
struct OpenDocument {
    /// Its address, as its scripts have changed it.
    var url: WebURL
    let response: HTTPResponse

    /// What its answer says of referrers, and what a `meta` element of it says.
    let ownPolicy: ReferrerPolicy
    var referrerPolicy: ReferrerPolicy

    /// The documents of its frames, the first one is number 1; those that are gone stay.
    var frames: [FrameFacts] = []

    /// Whether a page host shows it.
    let isShown: Bool

    /// The `Referer` it was asked for with.
    let referrer: WebURL?

    /// How it last reported itself.
    var report = PageReport()

    /// What it wants next; a later wish of the same order takes the place of an earlier one.
    var wish: Wish?

    /// When it wants to be replaced, in milliseconds of its time.
    var refresh: Refreshing?

    /// The last rule that kept it from going on.
    var refusal: NavigationRefusal?

    /// Why its scripts were ended, if they were.
    var ended: ScriptFailure.Kind?

    /// What its scripts did not find, and what they ended in; the first few.
    private(set) var troubles: [ScriptTrouble] = []

    mutating func note(_ trouble: ScriptTrouble) {
        if troubles.count < Self.longestTroubles, !troubles.contains(trouble) { troubles.append(trouble) }
    }

    private static let longestTroubles = 8

    /// Whether the program filled in a password field and then clicked or submitted.
    var hasFilledPassword = false
    var hasSubmittedPassword = false

    /// Its forms, as last described.
    var forms: [PageForm] = []

    enum Wish {
        case navigate(PageNavigation)
        case submit(PageSubmission)
    }

    struct Refreshing {
        var milliseconds: Int
        var url: WebURL
    }

    init(_ answer: FetchedAnswer, isShown: Bool) {
        url = answer.request.url
        response = answer.response
        ownPolicy = answer.response.referrerPolicy ?? .strictOriginWhenCrossOrigin
        referrerPolicy = ownPolicy
        referrer = answer.request.referrer
        refusal = answer.refusal
        self.isShown = isShown
    }

    /// Takes a refresh that the page asks for.
    ///
    /// Source: HTML §4.2.5.3. DEPARTURE: as in browsers the last one said counts, unless it comes later than one before it;
    /// the standard takes the first.
    mutating func schedule(_ refreshing: Refreshing) {
        if let refresh, refresh.milliseconds < refreshing.milliseconds { return }
        refresh = refreshing
    }

    var hasPasswordField: Bool {
        forms.contains { form in form.controls.contains { $0.role == .password || $0.type == "password" } }
    }
}
