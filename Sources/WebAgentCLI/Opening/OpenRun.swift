import WebAgent
import WebAgentScripting
import WebAgentURL

/// One run of a plan.
struct OpenRun: Sendable {
    /// How far it came.
    struct Result: Sendable {
        /// The page as it was in the end; nil where none was reached.
        var page: Page?

        /// The value of the expression as JSON; nil where there is none.
        var value: String?

        /// Why not all of it was done.
        var failure: CommandFailure?
    }

    let agent: WebAgent
    let plan: OpenPlan
    let world: AgentEnvironment

    /// Does what the plan says, at most as long as it allows.
    ///
    /// - Parameter alarm: returns when a time is over.
    /// - Returns: how far it came.
    func result(alarm: @escaping @Sendable (Duration) async throws -> Void) async -> Result {
        await withTaskGroup(of: Result?.self) { group in
            group.addTask { await walk() }
            group.addTask {
                // Thrown is only that the run has ended before.
                try? await alarm(plan.limit)
                return nil
            }
            var result: Result?
            var isLate = false
            while result == nil, let ended = await group.next() {
                result = ended
                if ended == nil {
                    isLate = true
                    group.cancelAll()
                }
            }
            group.cancelAll()
            var final = result ?? Result()
            if isLate, final.failure != nil || result == nil { final.failure = late }
            if final.page == nil { final.page = await agent.page }
            return final
        }
    }

    private func walk() async -> Result {
        var result = Result()
        do {
            let start = world.uptime()
            result.page = try await agent.open(plan.url)
            try await act()
            try await wait(since: start)
            result.value = try await evaluate()
            result.page = try await agent.look() ?? result.page
            // Where what was waited for has come, it does not matter what else the page wanted.
            if plan.wait == nil, let stop = result.page?.stop { result.failure = Self.failure(of: stop) }
        } catch let error as WebAgentError where error.label == "deadline-exceeded" {
            result.failure = late
        } catch {
            result.failure = CommandFailure(error)
        }
        if result.failure != nil { result.page = await agent.page ?? result.page }
        return result
    }

    private var late: CommandFailure {
        CommandFailure(
            .timedOut,
            "\(RedactedURL(plan.url)) was not done within \(plan.limit). Allow more with --timeout."
        )
    }

    private func act() async throws {
        for fill in plan.fills {
            if case .refused(let refusal) = try await agent.fill(fill.target, with: fill.value) {
                throw Self.failure(of: refusal)
            }
        }
        for selector in plan.clicks {
            if case .refused(let refusal) = try await agent.click(.selector(selector)) {
                throw Self.failure(of: refusal)
            }
        }
    }

    private func wait(since start: Duration) async throws {
        guard let expression = plan.wait else { return }
        // A little before time is up for all of it, so that there is time to tell why.
        let left = plan.limit - min(plan.limit / 20, .milliseconds(500)) - (world.uptime() - start)
        switch try await agent.wait(until: expression, within: left) {
        case .fulfilled: return
        case .timedOut(let lastFailure):
            let reason = lastFailure.map { " It last ended in an error: \($0)." } ?? ""
            throw CommandFailure(
                .timedOut,
                "What --wait names was not true within \(plan.limit).\(reason) Allow more with --timeout, or look at the "
                    + "scripts, errors and missing interfaces told of the page."
            )
        case .failed(let message):
            throw CommandFailure(
                .expressionFailed,
                "The expression of --wait cannot be parsed: \(message). Correct it."
            )
        case .refused(let refusal): throw Self.failure(of: refusal)
        }
    }

    private func evaluate() async throws -> String? {
        guard let expression = plan.evaluation else { return nil }
        switch try await agent.value(of: expression) {
        case .value(let json): return json
        case .failed(let message):
            throw CommandFailure(
                .expressionFailed,
                "The expression of --eval ended in an error: \(message). Correct it."
            )
        case .refused(let refusal): throw Self.failure(of: refusal)
        }
    }

    private static func failure(of refusal: ActionRefusal) -> CommandFailure {
        switch refusal {
        case .passwordOriginNotAllowed(let origin) where origin.scheme == "https":
            CommandFailure(.stopped, "\(refusal) The option is --allow-password-origin \(origin).")
        case .passwordOriginNotAllowed(let origin), .passwordOverHTTP(let origin):
            CommandFailure(.stopped, "\(refusal) The option is --allow-password-over-http \(origin).")
        case .page, .noPage:
            CommandFailure(.stopped, "\(refusal)")
        }
    }

    private static func failure(of stop: Page.Stop) -> CommandFailure? {
        switch stop {
        case .rested: nil
        case .refused(let refusal): CommandFailure(.stopped, "\(refusal)")
        case .scriptsEnded:
            CommandFailure(
                .stopped,
                "The page's scripts used up their bounds and were ended. Tell whoever runs the page."
            )
        }
    }
}
