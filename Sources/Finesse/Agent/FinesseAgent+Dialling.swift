import FinesseTypes

extension FinesseAgent {
    /// Makes a call.
    ///
    /// - Parameters:
    ///   - number: Who is called.
    ///   - variables: The call's variables (Unified CCE).
    /// - Returns: The call, when it rings at the other end; still being dialled where the network does not tell in time.
    /// - Throws: ``FinesseAgentError/callFailed(_:)`` when nobody is reached, and the other cases.
    ///
    /// Source: Finesse REST guide, "Dialog: Create a New Dialog (Make a Call)".
    @discardableResult
    public func dial(
        _ number: String,
        variables: [CallVariable] = []
    ) async throws(FinesseAgentError) -> Dialog {
        try await reach(number, .dial) { (before) throws(FinesseError) in
            guard let address = before.user.phoneExtension else { return false }
            try await client.makeCall(for: id, from: address, to: number, variables: variables)
            return true
        }
    }

    /// Calls somebody else while the call is held.
    ///
    /// - Parameters:
    ///   - number: Who is called.
    ///   - dialog: The call that is held meanwhile; nil for the one that the agent talks in.
    /// - Returns: The consult call, when it rings at the other end; still being dialled where the network does not tell in time.
    /// - Throws: ``FinesseAgentError/callFailed(_:)`` when nobody is reached, and the other cases.
    ///
    /// Source: Finesse REST guide, "Dialog: Make a Consult Call Request".
    @discardableResult
    public func consult(
        _ number: String,
        from dialog: ObjectID<Dialog>? = nil
    ) async throws(FinesseAgentError) -> Dialog {
        try await reach(number, .consult, needs: .consultCall, in: dialog) { (before) throws(FinesseError) in
            guard let place = place(of: .consultCall, dialog, in: before) else { return false }
            try await client.consult(number, from: place.dialog, at: place.address)
            return true
        }
    }

    /// Dials, until the other end rings or is found not to be reachable.
    private func reach(
        _ number: String,
        _ action: AgentAction,
        needs needed: DialogAction? = nil,
        in dialog: ObjectID<Dialog>? = nil,
        _ ask: (AgentSituation) async throws(FinesseError) -> Bool
    ) async throws(FinesseAgentError) -> Dialog {
        var dialled: Dialog?
        do throws(FinesseAgentError) {
            return try await act(action, needs: needed, in: dialog, ask) { (before, now) throws(FinesseAgentError) in
                guard let new = try newCall(to: number, before, now) else { return nil }
                dialled = new
                // A number that is busy or wrong is found out only now.
                return new.state == .initiated ? nil : new
            }
        } catch {
            guard case .notConfirmed = error, let dialled else { throw error }
            return dialled
        }
    }

    /// The call that was not there before, once it is more than a phone off the hook.
    private func newCall(
        to number: String,
        _ before: AgentSituation,
        _ now: AgentSituation
    ) throws(FinesseAgentError) -> Dialog? {
        let known = Set(before.dialogs.compactMap(\.id))
        let new = now.dialogs.first { dialog in dialog.id.map { !known.contains($0) } ?? false }
        guard let new, let own = now.own(in: new) else { return nil }
        if new.state == .failed || own.state == .failed {
            let call = FinesseAgentError.FailedCall(agent: id, number: number, cause: own.stateCause)
            throw .callFailed(call)
        }
        return own.state == .initiating ? nil : new
    }
}
