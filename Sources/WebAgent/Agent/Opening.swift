/// The account of one call: its deadline, and how often it went on.
struct Opening {
    let start: Duration
    let limit: Duration
    var requests = 0
    var navigations = 0
    var partRequests = 0
    var chain: [RedactedURL] = []
    var hops: [HopRecord] = []

    /// What is left of the call's time; fails when nothing is.
    func remaining(at now: Duration, step: AgentStep, url: RedactedURL) throws(WebAgentError) -> Duration {
        let left = limit - (now - start)
        guard left > .zero else { throw .deadlineExceeded(limit, step, url) }
        return left
    }
}
