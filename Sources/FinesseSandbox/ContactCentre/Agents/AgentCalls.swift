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

    /// Whether there is none.
    var isEmpty: Bool { !isActive && !isHeld && !isAlerting && !isPreview }

    /// The state that they put an agent into.
    ///
    /// - Parameters:
    ///   - base: The state before them.
    ///   - deployment: The product.
    /// - Returns: The state; nothing where they leave it as it is.
    func state(over base: AgentState, _ deployment: SandboxDeployment) -> AgentState? {
        if isActive || isHeld {
            // Unified CCX knows no hold, and calls that it did not route are none of its business.
            guard deployment == .ucce else { return isRouted ? .talking : .notReady }
            return isActive ? .talking : .hold
        }
        if isPreview { return .reservedOutboundPreview }
        if isAlerting, base == .ready { return .reserved }
        return nil
    }
}

extension AgentRules {
    /// The agent after the calls have changed.
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
        if !calls.isEmpty {
            let base = record.resume ?? base(of: record.state)
            guard let state = calls.state(over: base, deployment) else { return next }
            next.resume = base
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
