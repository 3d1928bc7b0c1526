import WebAgentScripting

extension WebAgent {
    /// How often a page is asked at least, while something is waited for.
    private static let pollInterval: Duration = .milliseconds(50)

    /// Evaluates an expression in the open page; an error of it comes with its message.
    ///
    /// Where it leads is followed by ``look()`` or the next action. A promise is not waited for.
    ///
    /// - Parameter expression: an expression or a program; never recorded.
    /// - Returns: its value as JSON, or why there is none.
    /// - Throws: ``WebAgentError``.
    public func value(of expression: String) async throws(WebAgentError) -> ExpressionOutcome {
        try await call { opening throws(WebAgentError) in
            switch try await self.ask(JavaScriptText.value(of: expression), &opening) {
            case .answer(.value(let json)): .value(json)
            case .answer(.failed(let message)): .failed(message)
            case .answer(.yes), .answer(.no): .refused(.page(.scriptFailed))
            case .refused(let refusal): .refused(refusal)
            }
        }
    }

    /// Waits until an expression is true in the open page; the page's timers take as long as they say meanwhile.
    ///
    /// Where the page goes on it is followed, and the next page is asked. An expression that fails is asked again, since what
    /// it is about may not be there yet; one that cannot be parsed is not.
    ///
    /// - Parameters:
    ///   - expression: an expression or a program; never recorded.
    ///   - bound: how long to wait; the call may take that long whatever the configuration's deadline is.
    /// - Returns: whether it came true, or why it could not.
    /// - Throws: ``WebAgentError``.
    public func wait(until expression: String, within bound: Duration) async throws(WebAgentError) -> WaitOutcome {
        try await call { opening throws(WebAgentError) in
            // The last question may take as long as a task of the page, so that its answer is no for want of truth, not of time.
            let lastQuestion = Duration.milliseconds(self.configuration.pageLimits.taskMilliseconds)
            opening = Opening(start: opening.start, limit: max(opening.limit, bound + lastQuestion))
            switch try await self.ask(JavaScriptText.parsing(expression), &opening) {
            case .answer(.failed(let message)): return .failed(message)
            case .refused(let refusal): return .refused(refusal)
            case .answer: return try await self.poll(JavaScriptText.truth(of: expression), within: bound, &opening)
            }
        }
    }

    /// Looks at the open page again: goes where its scripts have led since, and describes what rests.
    ///
    /// - Returns: the page; nil when none is open.
    /// - Throws: ``WebAgentError``.
    public func look() async throws(WebAgentError) -> Page? {
        try await call { opening throws(WebAgentError) in
            guard self.document != nil else { return nil }
            guard let next = try await self.nextRequest(&opening) else { return try await self.rest(&opening) }
            return try await self.follow(next, &opening)
        }
    }

    private func poll(
        _ question: String,
        within bound: Duration,
        _ opening: inout Opening
    ) async throws(WebAgentError) -> WaitOutcome {
        let end = opening.start + bound
        var time = PassingTime(start: environment.uptime())
        while true {
            var lastFailure: String?
            switch try await ask(question, &opening) {
            case .answer(.yes): return .fulfilled
            case .answer(.failed(let message)): lastFailure = message
            case .answer: break
            case .refused(let refusal): return .refused(refusal)
            }
            if let next = try await nextRequest(&opening) {
                // Time has passed between two of them: that is no page that goes on without end.
                opening.navigations = 0
                _ = try await follow(next, &opening)
                time = PassingTime(start: environment.uptime())
                guard environment.uptime() < end else { return .timedOut(lastFailure: lastFailure) }
                continue
            }
            let left = end - environment.uptime()
            guard left > .zero else { return .timedOut(lastFailure: lastFailure) }
            let timer = document?.report.nextTimer.map { Duration.milliseconds(max(1, $0)) }
            try await wait(min(Self.pollInterval, left, timer ?? left), &opening)
            let due = time.due(at: environment.uptime())
            let report = try await run(.advance(milliseconds: due), &opening)
            time.pass(due - report.timeLeft)
        }
    }

    private enum Reply {
        case answer(JavaScriptText.Answer)
        case refused(ActionRefusal)
    }

    private func ask(_ script: String, _ opening: inout Opening) async throws(WebAgentError) -> Reply {
        guard document?.isShown == true else { return .refused(.noPage) }
        let report = try await run(.evaluate(script), &opening)
        if case .refused(let refusal) = report.outcome { return .refused(.page(refusal)) }
        guard let answer = JavaScriptText.answer(report.value) else { return .refused(.page(.scriptFailed)) }
        return .answer(answer)
    }
}

/// How much of the time that really passes a page has had.
private struct PassingTime {
    let start: Duration
    private var passed = 0

    init(start: Duration) {
        self.start = start
    }

    /// What the page has not had yet, in milliseconds.
    func due(at now: Duration) -> Int {
        max(0, Int((now - start) / .milliseconds(1)) - passed)
    }

    mutating func pass(_ milliseconds: Int) {
        passed += milliseconds
    }
}
