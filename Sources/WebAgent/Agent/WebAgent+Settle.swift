import WebAgentScripting
import WebAgentURL

extension WebAgent {
    /// Lets the open page have its time, and finds out where it goes next.
    ///
    /// - Returns: the request it wants made; nil when it rests.
    func settle(_ opening: inout Opening) async throws(WebAgentError) -> AgentRequest? {
        if let request = try await nextRequest(&opening) { return request }
        if let request = try await runTimers(&opening) { return request }
        return try await refresh(&opening)
    }

    /// Runs the timers that fall due in the page's time, up to its refresh.
    private func runTimers(_ opening: inout Opening) async throws(WebAgentError) -> AgentRequest? {
        var left = Int(configuration.pageTime / .milliseconds(1))
        if let refresh = document?.refresh { left = min(left, refresh.milliseconds) }
        while document?.isShown == true, let next = document?.report.nextTimer, next <= left {
            if configuration.pageTimeIsReal { try await wait(.milliseconds(next), &opening) }
            let amount = configuration.pageTimeIsReal ? next : left
            let report = try await run(.advance(milliseconds: amount), &opening)
            // At least one, so that a page whose timers never let time pass comes to an end.
            left -= max(1, amount - report.timeLeft)
            if let request = try await nextRequest(&opening) { return request }
        }
        return nil
    }

    /// Follows the page's `Refresh`, unless it comes too late or a person would be typing.
    private func refresh(_ opening: inout Opening) async throws(WebAgentError) -> AgentRequest? {
        guard let refresh = document?.refresh, let page = document else { return nil }
        document?.refresh = nil
        let delay = Duration.milliseconds(refresh.milliseconds)
        var isTooLate = configuration.maximumRefreshDelay.map { delay > $0 } ?? true
        if !isTooLate, delay > .zero, page.isShown {
            let forms = try await run(.describe, &opening).forms
            document?.forms = forms
            isTooLate = document?.hasPasswordField ?? false
        }
        if isTooLate {
            refuse(.refreshTooLate(seconds: refresh.milliseconds / 1000))
            return nil
        }
        if configuration.waitsForRefresh { try await wait(delay, &opening) }
        let request = request(to: refresh.url, from: page.requester)
        return try await admit(request, from: page.url, cause: .refresh, isUserActivated: false, &opening)
    }

    /// Makes the request for what the page wished last, if a rule is not against it.
    func nextRequest(_ opening: inout Opening) async throws(WebAgentError) -> AgentRequest? {
        guard let page = document, let wish = page.wish else { return nil }
        document?.wish = nil
        switch wish {
        case .navigate(let navigation):
            guard let url = WebURL(navigation.url) else { return nil }
            guard isOwnWindow(navigation.target, isUserActivated: navigation.userActivated) else { return nil }
            let requester = navigation.frame.flatMap { page.requester($0.document) } ?? page.requester
            var request = request(to: url, from: requester, navigation.referrerPolicy)
            request.isUserActivated = navigation.userActivated
            return try await admit(
                request,
                from: requester.url,
                cause: .script,
                isUserActivated: navigation.userActivated,
                &opening
            )
        case .submit(let submission):
            guard let url = WebURL(submission.url) else { return nil }
            guard isOwnWindow(submission.target, isUserActivated: submission.userActivated) else { return nil }
            if submission.hasPasswordField, !submission.userActivated, !page.hasSubmittedPassword {
                refuse(.passwordFormNotFilled(to: RedactedURL(url)))
                return nil
            }
            let requester = submission.frame.flatMap { page.requester($0.document) } ?? page.requester
            var request = request(to: url, from: requester, submission.referrerPolicy)
            request.isUserActivated = submission.userActivated
            request.carriesPassword = submission.hasPasswordField
            if submission.method == .post {
                request.method = "POST"
                request.body = .init(bytes: submission.body, contentType: submission.contentType)
            }
            return try await admit(
                request,
                from: requester.url,
                cause: .form,
                isUserActivated: submission.userActivated,
                &opening
            )
        }
    }

    /// A navigation that a page, or a frame of it, starts; the element that leads there may name a referrer policy.
    private func request(to url: WebURL, from page: Requester, _ policy: String = "") -> AgentRequest {
        var request = AgentRequest(url)
        request.initiator = page.client
        request.referrerSource = page.url
        request.referrerPolicy = ReferrerPolicy(rawValue: policy.lowercased()) ?? page.referrerPolicy
        return request
    }

    /// Lets a page's request pass, counted and recorded, or notes the rule against it.
    private func admit(
        _ request: AgentRequest,
        from url: WebURL,
        cause: Recording.NavigationCause,
        isUserActivated: Bool,
        _ opening: inout Opening
    ) async throws(WebAgentError) -> AgentRequest? {
        if let refusal = await reasonNotToSend(request, from: url) {
            refuse(refusal)
            return nil
        }
        if !isUserActivated { try countNavigation(to: request.url, &opening) }
        let shown = RedactedURL(request.url, publicNames: configuration.publicParameterNames)
        recording.append(.navigation(cause, to: shown))
        return request
    }

    /// Whether a window name means the page's own; a click on a link for another one leads there in the same window.
    private func isOwnWindow(_ name: String, isUserActivated: Bool) -> Bool {
        let isOwn = ["", "_self", "_top", "_parent"].contains(name.lowercased())
        if !isOwn, !isUserActivated { refuse(.otherWindow(name: Redaction.shortName(name))) }
        return isOwn || isUserActivated
    }

    private func refuse(_ refusal: NavigationRefusal) {
        document?.refusal = refusal
        recording.append(.refusedNavigation(refusal))
    }

    /// Waits, but not beyond the call's deadline.
    func wait(_ duration: Duration, _ opening: inout Opening) async throws(WebAgentError) {
        let url = document.map { RedactedURL($0.url) } ?? RedactedURL(text: "")
        let remaining = try opening.remaining(at: environment.uptime(), step: .running, url: url)
        guard duration <= remaining else { throw .deadlineExceeded(opening.limit, .running, url) }
        guard duration > .zero else { return }
        do {
            try await environment.sleep(duration)
        } catch {
            throw .cancelled
        }
    }
}
