import FinesseTypes

extension FinesseAgent {
    /// Answers a call.
    ///
    /// - Parameter dialog: The call; nil for the one that rings.
    /// - Returns: The call, in which the agent now talks.
    /// - Throws: ``FinesseAgentError``.
    @discardableResult
    public func answer(_ dialog: ObjectID<Dialog>? = nil) async throws(FinesseAgentError) -> Dialog {
        try await take(.answer, .answer, dialog, until: .active)
    }

    /// Puts a call on hold.
    ///
    /// - Parameter dialog: The call; nil for the one that the agent talks in.
    /// - Returns: The call, which is held.
    /// - Throws: ``FinesseAgentError``.
    @discardableResult
    public func hold(_ dialog: ObjectID<Dialog>? = nil) async throws(FinesseAgentError) -> Dialog {
        try await take(.hold, .hold, dialog, until: .held)
    }

    /// Takes a call back from hold.
    ///
    /// - Parameter dialog: The call; nil for the one that is held.
    /// - Returns: The call, in which the agent talks again.
    /// - Throws: ``FinesseAgentError``.
    @discardableResult
    public func retrieve(_ dialog: ObjectID<Dialog>? = nil) async throws(FinesseAgentError) -> Dialog {
        try await take(.retrieve, .retrieve, dialog, until: .active)
    }

    /// Connects the held call with the active one and leaves both.
    ///
    /// - Returns: The agent's state and calls without the two.
    /// - Throws: ``FinesseAgentError``.
    @discardableResult
    public func transfer() async throws(FinesseAgentError) -> AgentSituation {
        try await act(.transfer, needs: .transfer) { (before) throws(FinesseError) in
            guard let place = place(of: .transfer, nil, in: before) else { return false }
            try await client.take(.transfer, on: place.dialog, at: place.address)
            return true
        } until: { (before, now) in
            hasLeft(presentCalls(before), now) ? now : nil
        }
    }

    /// Hands a call over without talking first.
    ///
    /// - Parameters:
    ///   - number: Who gets it.
    ///   - dialog: The call; nil for the one that the agent talks in.
    /// - Returns: The agent's state and calls without it.
    /// - Throws: ``FinesseAgentError``.
    ///
    /// Source: Finesse REST guide, "Dialog: Initiate a Single Step Transfer".
    @discardableResult
    public func transfer(
        to number: String,
        _ dialog: ObjectID<Dialog>? = nil
    ) async throws(FinesseAgentError) -> AgentSituation {
        try await act(.transfer, needs: .singleStepTransfer, in: dialog) { (before) throws(FinesseError) in
            guard let place = place(of: .singleStepTransfer, dialog, in: before) else { return false }
            try await client.transferInSingleStep(place.dialog, to: number, at: place.address)
            return true
        } until: { (before, now) in
            guard let place = place(of: .singleStepTransfer, dialog, in: before) else { return nil }
            return hasLeft([place.dialog], now) ? now : nil
        }
    }

    /// Joins the held call and the active one.
    ///
    /// - Returns: The conference.
    /// - Throws: ``FinesseAgentError``.
    @discardableResult
    public func conference() async throws(FinesseAgentError) -> Dialog {
        try await act(.conference, needs: .conference) { (before) throws(FinesseError) in
            guard let place = place(of: .conference, nil, in: before) else { return false }
            try await client.take(.conference, on: place.dialog, at: place.address)
            return true
        } until: { (before, now) in
            now.dialogs.first { dialog in
                dialog.participants.count { $0.state?.isPresent == true } > 2 && now.own(in: dialog)?.state == .active
                    && presentCalls(now).count < presentCalls(before).count
            }
        }
    }

    /// Leaves a call.
    ///
    /// - Parameter dialog: The call; nil for the one that the agent talks in.
    /// - Returns: The agent's state and calls without it.
    /// - Throws: ``FinesseAgentError``.
    @discardableResult
    public func drop(_ dialog: ObjectID<Dialog>? = nil) async throws(FinesseAgentError) -> AgentSituation {
        try await act(.drop, needs: .drop, in: dialog) { (before) throws(FinesseError) in
            guard let place = place(of: .drop, dialog, in: before) else { return false }
            try await client.take(.drop, on: place.dialog, at: place.address)
            return true
        } until: { (before, now) in
            guard let place = place(of: .drop, dialog, in: before) else { return nil }
            return hasLeft([place.dialog], now) ? now : nil
        }
    }

    /// Says how a call came out, while it lasts or afterwards.
    ///
    /// ``ready()`` or ``notReady(reason:)`` ends the time that the agent has for it.
    ///
    /// - Parameters:
    ///   - reason: The label of a wrap-up reason.
    ///   - dialog: The call; nil for the one that the agent talks in or wraps up.
    /// - Returns: The call with its reason.
    /// - Throws: ``FinesseAgentError``.
    ///
    /// Source: Finesse REST guide, "Dialog: Update Call Variable Data", `wrapUpReason`.
    @discardableResult
    public func wrapUp(
        _ reason: String,
        _ dialog: ObjectID<Dialog>? = nil
    ) async throws(FinesseAgentError) -> Dialog {
        try await act(.wrapUp, needs: .updateCallData, in: dialog) { (before) throws(FinesseError) in
            guard let place = place(of: .updateCallData, dialog, in: before) else { return false }
            try await client.updateCallData(of: place.dialog, wrapUpReason: reason)
            return true
        } until: { (before, now) in
            guard let place = place(of: .updateCallData, dialog, in: before) else { return nil }
            return now.dialogs.first { $0.id == place.dialog && $0.mediaProperties.wrapUpReason == reason }
        }
    }

    /// Takes an action in the call that allows it, until the agent's own part is in a state.
    private func take(
        _ action: AgentAction,
        _ wire: DialogAction,
        _ dialog: ObjectID<Dialog>?,
        until state: ParticipantState
    ) async throws(FinesseAgentError) -> Dialog {
        try await act(action, needs: wire, in: dialog) { (before) throws(FinesseError) in
            guard let place = place(of: wire, dialog, in: before) else { return false }
            try await client.take(wire, on: place.dialog, at: place.address)
            return true
        } until: { (before, now) in
            guard let place = place(of: wire, dialog, in: before) else { return nil }
            return now.dialogs.first { $0.id == place.dialog && now.own(in: $0)?.state == state }
        }
    }

    /// The call in which something may be done, and the agent's address in it.
    func place(
        of action: DialogAction,
        _ id: ObjectID<Dialog>?,
        in situation: AgentSituation
    ) -> (dialog: ObjectID<Dialog>, address: String)? {
        guard let dialog = situation.dialog(allowing: [action], id: id)?.id, let address = situation.user.phoneExtension
        else { return nil }
        return (dialog, address)
    }

    /// The calls that the agent is in.
    private func presentCalls(_ situation: AgentSituation) -> Set<ObjectID<Dialog>> {
        Set(situation.dialogs.filter { situation.own(in: $0)?.state?.isPresent == true }.compactMap(\.id))
    }

    /// Whether the agent is out of calls, a failed one too, and the state has followed where no other call is left.
    private func hasLeft(_ calls: Set<ObjectID<Dialog>>, _ now: AgentSituation) -> Bool {
        let failed = now.dialogs.filter { now.own(in: $0)?.state == .failed }.compactMap(\.id)
        let present = presentCalls(now).union(failed)
        guard present.isDisjoint(with: calls) else { return false }
        return !present.isEmpty || ![.talking, .hold].contains(now.user.state)
    }
}
