import FinesseTypes

/// Decides what to do with each page of a sign-in: pure, without a page, a network or a clock in its hands.
///
/// An agent shows it each page that has come to rest and does what it says. It never has a password sent twice.
public struct SignInConversation: Sendable {
    /// What to do with a page.
    public enum Move: Hashable, Sendable {
        /// Fill in what is given, then submit this form by its first button.
        case fill(form: Int, userName: String?, password: Bool)
        /// Submit this form by this button, with nothing filled in.
        case press(form: Int, button: Int)
        /// The sign-in is over.
        case end(SignInEnding)
    }

    private let request: SignInRequest
    private var pagesSeen = 0
    private var userNameWasSent = false
    private var passwordWasSent = false
    private var pageBefore: PageFacts?

    /// Begins a conversation.
    ///
    /// - Parameter request: What the agent was asked to do.
    public init(_ request: SignInRequest) {
        self.request = request
    }

    /// Decides what to do with a page.
    ///
    /// - Parameter page: The page, after its scripts have come to rest.
    /// - Returns: The next move.
    public mutating func next(_ page: PageFacts) -> Move {
        pagesSeen += 1
        let move = decide(page)
        pageBefore = page
        if case .fill(_, let userName, let password) = move {
            userNameWasSent = userNameWasSent || userName != nil
            passwordWasSent = passwordWasSent || password
        }
        return move
    }

    private func decide(_ page: PageFacts) -> Move {
        if request.finalAnswer.matches(page) {
            return .end(.answer(FinalAnswer(host: page.host, status: page.status, body: page.body)))
        }
        guard pagesSeen <= request.maximumPages else { return stop(page, .tooManyPages) }
        if let kind = page.block.map(kind) { return stop(page, kind) }
        if let form = page.forms.firstIndex(where: \.hasPassword) { return loginForm(page, form) }
        if let report = IdentityFaults.recognise(page) { return .end(.identityFault(report)) }
        if let schemes = integratedSchemes(page) { return stop(page, .integratedSignIn(schemes)) }
        if page.status >= 400 { return failed(page, .error(page.status)) }
        if page.forms.contains(where: \.hasOneTimeCode) { return stop(page, .oneTimeCode) }
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

    private func loginForm(_ page: PageFacts, _ index: Int) -> Move {
        if passwordWasSent { return .end(.refused(refusal(page))) }
        guard let credentials = request.credentials else { return stop(page, .loginForm) }
        let form = page.forms[index]
        let objection = request.passwordRule.objection(pageOrigin: page.origin, actionOrigin: form.actionOrigin)
        if let objection { return stop(page, .passwordNotAllowed(objection)) }
        return .fill(form: index, userName: form.hasUserName ? credentials.userName : nil, password: true)
    }

    private func userNameForm(_ page: PageFacts, _ index: Int) -> Move {
        if userNameWasSent { return .end(.refused(refusal(page))) }
        guard let credentials = request.credentials else { return stop(page, .loginForm) }
        return .fill(form: index, userName: credentials.userName, password: false)
    }

    private func formWithoutUser(_ page: PageFacts) -> Move {
        for (index, form) in page.forms.enumerated() where form.otherControls.isEmpty {
            guard let button = ButtonWords.agreeing(among: form.buttons) else { continue }
            return request.acceptsConsent ? .press(form: index, button: button) : stop(page, .consent)
        }
        if page.forms.contains(where: { !$0.otherControls.isEmpty || !$0.buttons.isEmpty }) {
            return stop(page, .otherForm)
        }
        return failed(page, page.hasScripts ? .scriptOnly : .unknown)
    }

    /// A page without a form after the password was sent, and with a message of its own, is the provider's no.
    private func failed(_ page: PageFacts, _ kind: SignInStop.Kind) -> Move {
        passwordWasSent && page.origin == pageBefore?.origin && !page.alerts.isEmpty
            ? .end(.refused(refusal(page))) : stop(page, kind)
    }

    private func integratedSchemes(_ page: PageFacts) -> [String]? {
        let schemes = page.authenticationSchemes
        return page.status == 401 && !schemes.isEmpty ? schemes : nil
    }

    private func refusal(_ page: PageFacts) -> SignInRefusal {
        SignInRefusal(host: page.host, message: message(page))
    }

    private func stop(_ page: PageFacts, _ kind: SignInStop.Kind) -> Move {
        let asksFor = page.forms.flatMap { form in
            (form.hasUserName ? ["user name"] : []) + (form.hasPassword ? ["password"] : [])
                + (form.hasOneTimeCode ? ["one-time code"] : []) + form.otherControls
        }
        return .end(
            .stopped(
                SignInStop(
                    host: page.host,
                    kind: kind,
                    title: PageMessage.short(page.title, hiding: secrets),
                    message: message(page),
                    asksFor: asksFor.map { PageMessage.short($0, hiding: secrets) },
                    scriptTroubles: page.scriptTroubles.map { PageMessage.short($0, hiding: secrets) }
                )
            )
        )
    }

    private func message(_ page: PageFacts) -> String {
        PageMessage.message(of: page, before: pageBefore, hiding: secrets)
    }

    private var secrets: [String] { request.credentials.map { [$0.password.reveal()] } ?? [] }
}
