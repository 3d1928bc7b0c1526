import FinesseTypes

/// Decides what to do with each page of a sign-in: pure, without a page, a network or a clock in its hands.
///
/// An agent shows it each page that has come to rest and does what it says. It never has a password sent twice.
public struct SignInConversation: Sendable {
    /// What to do with a page.
    public enum Move: Hashable, Sendable {
        /// Fill in what is given, change this box, then submit this form by its first button.
        case fill(form: Int, userName: String?, password: Bool, code: Bool = false, box: String? = nil)
        /// Submit this form by this button, with nothing filled in.
        case press(form: Int, button: Int)
        /// Choose this.
        case choose(ChoiceFacts)
        /// Do what this rule says.
        case follow(SignInRule)
        /// The sign-in is over.
        case end(SignInEnding)
    }

    let request: SignInRequest
    private var pagesSeen = 0
    private var sent = Sent()
    private var pageBefore: PageFacts?
    /// Why the last move was decided on, as it follows "because".
    public private(set) var reason = ""

    /// What went out already.
    private struct Sent {
        var userName = false
        var password = false
        var code = false
        var choices: Set<ChoiceFacts> = []
    }

    /// Begins a conversation.
    ///
    /// - Parameters:
    ///   - request: What the agent was asked to do.
    ///   - passwordWasSent: Whether to go on as after the password; to see what a page means that came then.
    public init(_ request: SignInRequest, passwordWasSent: Bool = false) {
        self.request = request
        sent.userName = passwordWasSent
        sent.password = passwordWasSent
    }

    /// The selectors to look for on a page, so that rules can be decided on and the page can be told by its features.
    ///
    /// - Parameter url: The page's address.
    /// - Returns: The selectors.
    public func selectors(for url: String) -> Set<String> {
        request.answers.rules.selectors(for: url).union(PageLook.selectors)
    }

    /// Decides what to do with a page.
    ///
    /// - Parameter page: The page, after its scripts have come to rest.
    /// - Returns: The next move.
    public mutating func next(_ page: PageFacts) -> Move {
        pagesSeen += 1
        let move = decide(page)
        pageBefore = page
        switch move {
        case .fill(_, let userName, let password, let code, _):
            sent.userName = sent.userName || userName != nil
            sent.password = sent.password || password
            sent.code = sent.code || code
        case .follow(let rule):
            sent.userName = sent.userName || rule.fills(.userName)
            sent.password = sent.password || rule.fills(.password)
            sent.code = sent.code || rule.fills(.oneTimeCode)
        case .choose(let choice): sent.choices.insert(choice)
        case .press, .end: break
        }
        return move
    }

    private mutating func decide(_ page: PageFacts) -> Move {
        if request.finalAnswer.matches(page) {
            reason = "this is where the token comes"
            return .end(.answer(FinalAnswer(host: page.host, status: page.status, body: page.body)))
        }
        guard pagesSeen <= request.maximumPages else { return stop(page, .tooManyPages, "there were too many pages") }
        if let kind = page.block.map(kind) { return stop(page, kind, "the user agent did not let the page go on") }
        if let move = rule(page, overriding: true) { return move }
        let general = generalMove(page)
        guard case .end(.stopped(let stopped)) = general, stopped.kind.leavesRoomForRules else { return general }
        let why = reason
        if let move = rule(page, overriding: false) { return move }
        reason = why
        return general
    }

    // MARK: Rules

    private mutating func rule(_ page: PageFacts, overriding: Bool) -> Move? {
        let rules = request.answers.rules.rules.filter { $0.overrides == overriding }
        guard let rule = rules.first(where: { $0.holds(on: page) }) else { return nil }
        reason = "the rule \"\(rule.name)\" holds: \((rule.when + ["address \(rule.url)"]).joined(separator: ", "))"
        if rule.fills(.password) || rule.fills(.userName), request.credentials == nil { return stop(page, .loginForm) }
        if rule.fills(.password), sent.password { return refused(page, .credentials) }
        if rule.fills(.oneTimeCode) {
            if sent.code { return refused(page, .oneTimeCode) }
            guard request.answers.oneTimeCodes != nil else { return stop(page, .oneTimeCode) }
        }
        if rule.fills(.realm), request.answers.realm == nil {
            return stop(page, .choice(page.choices.map(\.text)))
        }
        if rule.fills(.password) || rule.fills(.oneTimeCode) {
            let targets = rule.selectors.compactMap { page.elements[$0]?.actionOrigin }
            for target in targets.isEmpty ? [page.origin] : targets {
                if let objection = request.passwordRule.objection(pageOrigin: page.origin, actionOrigin: target) {
                    return stop(page, .passwordNotAllowed(objection))
                }
            }
        }
        if case .stop(let message) = rule.steps.first { return stop(page, .ruled(name: rule.name, message: message)) }
        return .follow(rule)
    }

    // MARK: General rules

    private mutating func generalMove(_ page: PageFacts) -> Move {
        if let move = accountMove(page) { return move }
        if let form = page.forms.firstIndex(where: { $0.hasPassword && !$0.changesPassword }) {
            return loginForm(page, form)
        }
        if page.forms.contains(where: \.changesPassword) {
            reason = "a form asks for a new password"
            return refused(page, .passwordExpired)
        }
        if let report = IdentityFaults.recognise(page) {
            reason = "the page has a documented error text"
            return .end(.identityFault(report))
        }
        if let schemes = integratedSchemes(page) { return integrated(page, schemes) }
        if page.status >= 400 { return failed(page, .error(page.status)) }
        if let form = page.forms.firstIndex(where: \.hasOneTimeCode) { return codeForm(page, form) }
        if let form = page.forms.firstIndex(where: \.hasUserName) { return userNameForm(page, form) }
        return formWithoutUser(page)
    }

    private func kind(_ block: PageBlock) -> SignInStop.Kind {
        switch block {
        case .password(let objection): .passwordNotAllowed(objection)
        case .scriptEnded: .scriptEnded
        case .navigation(let sentence): .blocked(sentence)
        }
    }

    /// After the password was sent the page may say what is wrong with the account.
    private mutating func accountMove(_ page: PageFacts) -> Move? {
        guard sent.password, let found = accountReason(page), found != .credentials else { return nil }
        reason = "after the password the page says so"
        return refused(page, found)
    }

    private func accountReason(_ page: PageFacts) -> SignInRefusal.Reason? {
        RefusalWords.reason(in: PageMessage.news(of: page, before: pageBefore))
            ?? RefusalWords.reason(inMarkup: page.body)
    }

    private mutating func loginForm(_ page: PageFacts, _ index: Int) -> Move {
        let form = page.forms[index]
        reason = "\(named(form, index)) asks for a password"
        if sent.password { return refused(page, .credentials) }
        guard let credentials = request.credentials else { return stop(page, .loginForm) }
        if form.hasOneTimeCode, request.answers.oneTimeCodes == nil { return stop(page, .oneTimeCode) }
        let objection = request.passwordRule.objection(pageOrigin: page.origin, actionOrigin: form.actionOrigin)
        if let objection { return stop(page, .passwordNotAllowed(objection)) }
        return .fill(
            form: index,
            userName: form.hasUserName ? credentials.userName : nil,
            password: true,
            code: form.hasOneTimeCode,
            box: box(form)
        )
    }

    private mutating func userNameForm(_ page: PageFacts, _ index: Int) -> Move {
        let form = page.forms[index]
        reason = "\(named(form, index)) asks for a user name and no password"
        if sent.userName { return refused(page, .credentials) }
        guard let credentials = request.credentials else { return stop(page, .loginForm) }
        return .fill(form: index, userName: credentials.userName, password: false, box: box(form))
    }

    private mutating func codeForm(_ page: PageFacts, _ index: Int) -> Move {
        let form = page.forms[index]
        if page.showsNewSecret {
            reason = "the page shows a new secret beside the field for a code"
            return refused(page, .enrolmentRequired)
        }
        reason = "\(named(form, index)) asks for a one-time code"
        if sent.code { return refused(page, .oneTimeCode) }
        guard request.credentials != nil, request.answers.oneTimeCodes != nil else { return stop(page, .oneTimeCode) }
        let objection = request.passwordRule.objection(pageOrigin: page.origin, actionOrigin: form.actionOrigin)
        if let objection { return stop(page, .passwordNotAllowed(objection)) }
        return .fill(form: index, userName: nil, password: false, code: true, box: box(form))
    }

    /// The box to change so that it says what is wanted about staying signed in.
    private func box(_ form: FormFacts) -> String? {
        form.keepSignedInBox.flatMap { $0.isTicked == request.answers.keepsSignedIn ? nil : $0.selector }
    }

    private mutating func formWithoutUser(_ page: PageFacts) -> Move {
        if let move = staySignedIn(page) { return move }
        if let choice = realmChoice(page) {
            reason = "\"\(choice.text)\" is the realm that fits"
            return .choose(choice)
        }
        for (index, form) in page.forms.enumerated() where form.otherControls.isEmpty {
            guard let button = ButtonWords.agreeing(among: form.buttons) else { continue }
            reason = "\(named(form, index)) has nothing to fill in and a button that says yes"
            return request.acceptsConsent ? .press(form: index, button: button) : stop(page, .consent)
        }
        let offered = page.offered
        let lists = offered.first?.kind == .option ? 1 : 0
        if offered.count >= 2, page.forms.allSatisfy({ $0.otherControls.count <= lists }) {
            return stop(page, .choice(offered.map(\.text)), "the page offers several things and no other question")
        }
        if page.forms.contains(where: { !$0.otherControls.isEmpty || !$0.buttons.isEmpty }) {
            return stop(page, .otherForm, "a form asks for something that is not known")
        }
        return failed(page, page.hasScripts ? .scriptOnly : .unknown)
    }

    private mutating func staySignedIn(_ page: PageFacts) -> Move? {
        guard ButtonWords.asksToStaySignedIn(page.title + "\n" + page.text) else { return nil }
        reason = "the page asks whether to stay signed in"
        let pick = request.answers.keepsSignedIn ? ButtonWords.agreeing(among:) : ButtonWords.refusing(among:)
        for (index, form) in page.forms.enumerated() {
            if let button = pick(form.buttons) { return .press(form: index, button: button) }
        }
        let pressable = page.choices.filter { $0.kind == .button || $0.kind == .link }
        return pick(pressable.map(\.text)).map { .choose(pressable[$0]) }
    }

    /// What to choose: what was configured, else what has the domain of the user name in it; nothing twice.
    private func realmChoice(_ page: PageFacts) -> ChoiceFacts? {
        let open = page.choices.filter { !sent.choices.contains($0) }
        if let realm = request.answers.realm {
            return open.first { $0.isCalled(realm) } ?? open.first { $0.kind != .link && $0.has(realm) }
        }
        guard let name = request.credentials?.userName, let at = name.lastIndex(of: "@") else { return nil }
        let domain = String(name[name.index(after: at)...])
        return domain.isEmpty ? nil : open.first { $0.kind != .link && $0.has(domain) }
    }

    /// A page without a form after the password was sent, and with a message of its own, is the provider's no.
    private mutating func failed(_ page: PageFacts, _ kind: SignInStop.Kind) -> Move {
        if sent.password, page.origin == pageBefore?.origin, !page.alerts.isEmpty {
            reason = "after the password the page has a message and no form"
            return refused(page, .credentials)
        }
        return stop(page, kind, "the page has no form that could be filled in")
    }

    private func integratedSchemes(_ page: PageFacts) -> [String]? {
        let schemes = page.authenticationSchemes
        return page.status == 401 && !schemes.isEmpty ? schemes : nil
    }

    private mutating func integrated(_ page: PageFacts, _ schemes: [String]) -> Move {
        let wasAllowed =
            request.answers.negotiateOrigins.contains(page.origin)
            && schemes.contains { $0.lowercased() == "negotiate" }
        return stop(page, wasAllowed ? .noTicket(schemes) : .integratedSignIn(schemes), "the answer is a 401")
    }

    // MARK: Ends

    private func named(_ form: FormFacts, _ index: Int) -> String {
        form.name.isEmpty ? "form \(index + 1)" : "the form \"\(PageMessage.short(form.name, hiding: secrets))\""
    }

    private func refused(_ page: PageFacts, _ reason: SignInRefusal.Reason) -> Move {
        let told = reason == .credentials && sent.password ? accountReason(page) ?? reason : reason
        return .end(.refused(SignInRefusal(host: page.host, reason: told, message: message(page))))
    }

    private mutating func stop(_ page: PageFacts, _ kind: SignInStop.Kind, _ why: String? = nil) -> Move {
        if let why { reason = why }
        return .end(
            .stopped(
                SignInStop(
                    page,
                    kind,
                    message: message(page),
                    suggestsRule: kind.leavesRoomForRules,
                    hiding: secrets
                )
            )
        )
    }

    private func message(_ page: PageFacts) -> String {
        PageMessage.message(of: page, before: pageBefore, hiding: secrets)
    }

    private var secrets: [String] { request.credentials.map { [$0.password.reveal()] } ?? [] }
}

extension ChoiceFacts {
    /// Whether it has exactly this for words or value, case aside.
    func isCalled(_ name: String) -> Bool {
        [text, value].contains { $0.lowercased() == name.lowercased() }
    }

    /// Whether its words or value have this in them, case aside.
    func has(_ part: String) -> Bool {
        [text, value].contains { $0.lowercased().contains(part.lowercased()) }
    }
}

extension SignInStop.Kind {
    /// Whether the page may be one that a rule knows what to do with.
    var leavesRoomForRules: Bool {
        switch self {
        case .consent, .otherForm, .choice, .scriptOnly, .unknown: true
        default: false
        }
    }
}

extension PageFacts {
    /// What there is to choose among: the entries of a list or group, else the buttons.
    fileprivate var offered: [ChoiceFacts] {
        let entries = choices.filter { $0.kind == .option || $0.kind == .radio }
        return entries.isEmpty ? choices.filter { $0.kind == .button } : entries
    }
}
