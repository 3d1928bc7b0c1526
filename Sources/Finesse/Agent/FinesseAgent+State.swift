import FinesseTypes

extension FinesseAgent {
    /// Signs in.
    ///
    /// - Parameters:
    ///   - phoneExtension: The extension of the agent's phone.
    ///   - mobileAgent: How a mobile agent is reached; nil for everybody else.
    /// - Returns: The agent, signed in.
    /// - Throws: ``FinesseAgentError``.
    ///
    /// Source: Finesse REST guide, "User: Sign In to Finesse", "Sign In as a Mobile Agent".
    @discardableResult
    public func signIn(
        at phoneExtension: String,
        as mobileAgent: MobileAgent? = nil
    ) async throws(FinesseAgentError) -> User {
        try await act(.signIn) { (_) throws(FinesseError) in
            if let mobileAgent {
                try await client.signIn(id, phoneExtension: phoneExtension, as: mobileAgent)
            } else {
                try await client.signIn(id, phoneExtension: phoneExtension)
            }
            return true
        } until: { (_, now) in
            now.user.state.isSignedIn ? now.user : nil
        }
    }

    /// Becomes ready; in a call, as soon as it has ended.
    ///
    /// - Returns: Whether the agent is ready, or will be after the call.
    /// - Throws: ``FinesseAgentError``.
    ///
    /// Source: Finesse REST guide, "User: Change Agent State".
    @discardableResult
    public func ready() async throws(FinesseAgentError) -> StateConfirmation {
        try await change(.ready, to: .ready, reason: nil)
    }

    /// Becomes not ready; in a call, as soon as it has ended.
    ///
    /// - Parameter reason: The database id of a reason code, where one is needed.
    /// - Returns: Whether the agent is not ready, or will be after the call.
    /// - Throws: ``FinesseAgentError``.
    ///
    /// Source: Finesse REST guide, "User: Agent State Change With Reason Code".
    @discardableResult
    public func notReady(reason: Int? = nil) async throws(FinesseAgentError) -> StateConfirmation {
        try await change(.notReady, to: .notReady, reason: reason)
    }

    /// Signs out.
    ///
    /// - Parameter reason: The database id of a reason code, where one is needed.
    /// - Returns: The agent, signed out.
    /// - Throws: ``FinesseAgentError``.
    ///
    /// Source: Finesse REST guide, "User: Sign Out".
    @discardableResult
    public func signOut(reason: Int? = nil) async throws(FinesseAgentError) -> User {
        try await act(.signOut) { (_) throws(FinesseError) in
            try await client.signOut(id, reasonCodeID: reason)
            return true
        } until: { (_, now) in
            now.user.state == .logout ? now.user : nil
        }
    }

    private func change(
        _ action: AgentAction,
        to state: AgentState,
        reason: Int?
    ) async throws(FinesseAgentError) -> StateConfirmation {
        try await act(action) { (_) throws(FinesseError) in
            try await client.changeState(of: id, to: state, reasonCodeID: reason)
            return true
        } until: { (_, now) in
            guard reason == nil || now.user.reasonCodeID == reason || now.user.pendingState == state else { return nil }
            return switch StateExpectation.state(state).verdict(on: now.user) {
            case .reached: .reached(now.user)
            case .pending: .pending(now.user)
            case .notYet: nil
            }
        }
    }
}
