public import FinesseTypes

/// What a change of state should come to.
public enum StateExpectation: Hashable, Sendable {
    /// Any state of an agent who is signed in: a repeated sign-in keeps the state there was.
    case signedIn
    /// LOGOUT.
    case signedOut
    /// This very state; READY counts as reached when a call has already been found for the agent.
    case state(AgentState)

    /// What one reading of the user says.
    public enum Verdict: Hashable, Sendable {
        /// The state is there.
        case reached
        /// The state follows the present call.
        case pending
        /// Not yet.
        case notYet
    }

    /// Compares a reading with the expectation.
    ///
    /// - Parameter user: The user as just read.
    /// - Returns: Whether the state is there, is pending, or neither.
    public func verdict(on user: User) -> Verdict {
        switch self {
        case .signedIn: user.state.isSignedIn ? .reached : .notYet
        case .signedOut: user.state == .logout ? .reached : pending(.logout, user)
        case .state(.ready): user.state.hasBecomeReady ? .reached : pending(.ready, user)
        case .state(let wanted): user.state == wanted ? .reached : pending(wanted, user)
        }
    }

    private func pending(_ wanted: AgentState, _ user: User) -> Verdict {
        user.pendingState == wanted ? .pending : .notYet
    }
}

extension StateExpectation: CustomStringConvertible {
    /// The expectation in words.
    public var description: String {
        switch self {
        case .signedIn: "signed in"
        case .signedOut: AgentState.logout.rawValue
        case .state(let state): state.rawValue
        }
    }
}

/// How a change that was taken in came out.
public enum StateConfirmation: Hashable, Sendable {
    /// The state is there.
    case reached(User)
    /// The state follows the present call; nothing more happens before that ends.
    case pending(User)

    /// The user as last read.
    public var user: User {
        switch self {
        case .reached(let user), .pending(let user): user
        }
    }
}

/// A change that was taken in and not seen before the deadline.
public struct MissingConfirmation: Hashable, Sendable {
    /// The reading that was made over and over.
    public var call: FinesseCall
    /// What was waited for.
    public var expected: StateExpectation
    /// The state of the last reading.
    public var lastState: AgentState
    /// How long it was waited for.
    public var waited: Duration

    var problem: String {
        "the agent is \(lastState) and did not become \(expected) within \(waited.components.seconds) s"
    }

    var nextAction: String {
        switch expected {
        case .signedIn:
            "Check that the extension exists, is registered and is no other agent's, then sign in again."
        case .signedOut:
            "On Unified CCE sign-out is possible from NOT_READY only: change the state, then sign out again."
        case .state:
            "The change may still come: read the state again; if it does not, the contact centre has refused it."
        }
    }
}
