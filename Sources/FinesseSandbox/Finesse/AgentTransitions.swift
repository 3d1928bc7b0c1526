/// What a `PUT User` asks for.
struct AgentStateRequest: Hashable, Sendable {
    var state: String?
    var phone: String?
    var reasonCodeId: Int?
}

/// The rules by which an agent's state changes on request.
///
/// Source: Finesse REST developer guide, "User": sign in, change state, sign out.
enum AgentTransitions {
    /// What becomes of a request.
    enum Decision: Hashable, Sendable {
        /// It is answered 202 and changes the state, and the extension when there is one.
        case change(to: String, phone: String?)
        /// It is answered 202 and changes nothing.
        case keep
        /// It is refused.
        case refuse(ApiError)
    }

    private static let known: Set<String> = [
        "LOGIN", "LOGOUT", "NOT_READY", "READY", "RESERVED", "RESERVED_OUTBOUND", "RESERVED_OUTBOUND_PREVIEW",
        "TALKING", "HOLD", "WORK", "WORK_READY", "UNKNOWN",
    ]

    /// Decides about a request.
    ///
    /// - Parameters:
    ///   - request: What was asked.
    ///   - present: The state that the requests accepted so far lead to.
    ///   - deployment: The contact centre product.
    /// - Returns: What becomes of the request.
    static func decide(
        _ request: AgentStateRequest,
        from present: String,
        deployment: SandboxDeployment
    ) -> Decision {
        guard let state = request.state, !state.isEmpty else { return .refuse(.parameterMissing("state")) }
        guard known.contains(state) else {
            return .refuse(.invalidInput("Invalid State specified for user", "state"))
        }
        if state == "LOGIN" { return signIn(request, from: present) }
        guard allowed(from: present, deployment: deployment).contains(state) else {
            return .refuse(.invalidState(from: present, to: state))
        }
        return .change(to: state, phone: nil)
    }

    private static func signIn(_ request: AgentStateRequest, from present: String) -> Decision {
        guard let phone = request.phone, !phone.isEmpty else { return .refuse(.parameterMissing("extension")) }
        guard phone.utf8.count <= 15, phone.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return .refuse(.badRequest("Invalid extension", "extension"))
        }
        // A repeated sign-in keeps the present state; the first one goes to NOT_READY.
        return present == "LOGOUT" ? .change(to: "NOT_READY", phone: phone) : .keep
    }

    private static func allowed(from present: String, deployment: SandboxDeployment) -> Set<String> {
        switch present {
        case "NOT_READY": ["LOGOUT", "NOT_READY", "READY"]
        case "READY": deployment == .uccx ? ["NOT_READY", "LOGOUT"] : ["NOT_READY"]
        default: []
        }
    }
}
