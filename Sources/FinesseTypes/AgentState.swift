/// An agent's state, in the server's own words.
///
/// The set is open: a word that is not listed here is kept and compared as it stands.
///
/// Source: Finesse REST guide, "User", `state`.
public struct AgentState: RawRepresentable, Hashable, Sendable, Codable {
    /// The server's word, such as `NOT_READY`.
    public var rawValue: String

    /// Takes the server's word.
    ///
    /// - Parameter rawValue: The word as it stands in the answer.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Signed out.
    public static let logout = Self(rawValue: "LOGOUT")
    /// Asks to be signed in; only in requests, the server answers with ``notReady``.
    public static let login = Self(rawValue: "LOGIN")
    /// Signed in and not taking calls.
    public static let notReady = Self(rawValue: "NOT_READY")
    /// Signed in and waiting for a call.
    public static let ready = Self(rawValue: "READY")
    /// Chosen for an incoming call.
    public static let reserved = Self(rawValue: "RESERVED")
    /// Chosen for an outbound call.
    public static let reservedOutbound = Self(rawValue: "RESERVED_OUTBOUND")
    /// Chosen for an outbound call that the agent may look at first.
    public static let reservedOutboundPreview = Self(rawValue: "RESERVED_OUTBOUND_PREVIEW")
    /// On a call.
    public static let talking = Self(rawValue: "TALKING")
    /// On a call that is held.
    public static let hold = Self(rawValue: "HOLD")
    /// Wrapping up, not ready afterwards.
    public static let work = Self(rawValue: "WORK")
    /// Wrapping up, ready afterwards.
    public static let workReady = Self(rawValue: "WORK_READY")
    /// Not known to the server.
    public static let unknown = Self(rawValue: "UNKNOWN")

    /// The states that a user may ask for; all others are entered by the system alone.
    ///
    /// Source: Finesse REST guide, "User", state semantics.
    public static let requestable: Set<Self> = [.ready, .notReady, .logout]
}

extension AgentState {
    /// True in every state of an agent who is signed in.
    public var isSignedIn: Bool {
        self != .logout && self != .login && self != .unknown && !rawValue.isEmpty
    }

    /// True when an agent in this state has been ready: READY itself and the states in which a call was found for them.
    public var hasBecomeReady: Bool {
        self == .ready || self == .reserved || self == .reservedOutbound || self == .reservedOutboundPreview
    }
}

extension AgentState: CustomStringConvertible {
    /// The server's word.
    public var description: String { rawValue }
}
