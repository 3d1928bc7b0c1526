/// What an agent's calls are like, as far as the agent's state follows them.
struct AgentCalls: Hashable, Sendable {
    /// Whether one is talked on, or is being dialled.
    var isActive = false
    /// Whether one is on hold.
    var isHeld = false
    /// Whether one rings.
    var isAlerting = false
    /// Whether one is to be previewed.
    var isPreview = false
    /// Whether one of them came through a queue or a campaign.
    var isRouted = false
    /// Whether one that is over leaves work behind.
    var leavesWork = false
    /// What kind of call is talked on.
    var talk: TalkKind?

    /// Whether one takes the agent up; what only rings does not.
    var isEngaged: Bool { isActive || isHeld || isPreview }

    /// The state that they put an agent into.
    ///
    /// - Parameters:
    ///   - state: The present state.
    ///   - deployment: The product.
    /// - Returns: The state; nothing where they leave it as it is, or no longer have a say.
    func state(after state: AgentState, _ deployment: SandboxDeployment) -> AgentState? {
        if isActive || isHeld {
            // Unified CCX knows no hold, and calls that it did not route are none of its business.
            guard deployment == .ucce else { return isRouted ? .talking : .notReady }
            return isActive ? .talking : .hold
        }
        if isPreview { return .reservedOutboundPreview }
        return isAlerting && (state == .ready || state == .reserved) ? .reserved : nil
    }
}

extension AgentRules {
    /// The agent after the calls have changed, one state further; asked again and again it comes to an end.
    ///
    /// - Parameters:
    ///   - record: The agent.
    ///   - calls: The calls.
    ///   - deployment: The product.
    ///   - now: The instant.
    /// - Returns: The agent afterwards; the same where nothing changes.
    static func settled(
        _ record: AgentRecord,
        calls: AgentCalls,
        deployment: SandboxDeployment,
        now: SandboxInstant
    ) -> AgentRecord {
        var next = record
        guard record.isSignedIn else { return record }
        next.talk = calls.isActive || calls.isHeld ? calls.talk : nil
        if let state = calls.state(after: record.state, deployment) {
            next.resume = record.resume ?? base(of: record.state)
            if state != record.state { next.enter(state, at: now) }
            return next
        }
        guard let resume = record.resume else { return next }
        next.resume = nil
        let after = record.pendingState ?? resume
        let reason = record.pendingState == nil ? -1 : record.pendingReasonCodeId ?? -1
        // The pending state is what the work leads to, when it is signing out.
        if calls.leavesWork, after != .logout {
            next.enter(after == .ready && deployment == .ucce ? .workReady : .work, reasonCodeId: reason, at: now)
            next.pendingState = after
            return next
        }
        next.pendingState = nil
        next.pendingReasonCodeId = nil
        next.enter(after, reasonCodeId: reason, at: now)
        return next
    }

    /// The agent when the time for the work after a call is over.
    static func workEnded(_ record: AgentRecord, now: SandboxInstant) -> AgentRecord {
        guard record.state.isWork else { return record }
        var next = record
        let after = record.pendingState ?? (record.state == .workReady ? .ready : .notReady)
        (next.pendingState, next.pendingReasonCodeId) = (nil, nil)
        next.enter(after, reasonCodeId: record.reasonCodeId, at: now)
        return next
    }

    /// The state that a call interrupts.
    private static func base(of state: AgentState) -> AgentState {
        switch state {
        case .ready, .workReady, .reserved, .reservedOutbound, .reservedOutboundPreview: .ready
        default: .notReady
        }
    }
}
