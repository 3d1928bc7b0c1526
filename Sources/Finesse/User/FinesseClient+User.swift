public import FinesseTypes

extension FinesseClient {
    /// Reads a user.
    ///
    /// - Parameter id: The login id.
    /// - Returns: The user as the server shows them now.
    /// - Throws: ``FinesseError/refused(_:)`` (401, 404, 500, 503), ``FinesseError/unreadableAnswer(_:_:)``,
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``, ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "User: Get User".
    public func user(_ id: LoginID) async throws(FinesseError) -> User {
        let request = UserRequests.show(id)
        let answer = try await send(request)
        return try UserAnswers.user(answer)
    }

    /// Looks a user up by login name, to learn the login id (Unified CCE).
    ///
    /// - Parameter name: The login name; sent as UTF-8, percent-encoded.
    /// - Returns: The user, whose ``User/loginID`` later calls take.
    /// - Throws: ``FinesseError/refused(_:)`` (401, 404, 500, 503), ``FinesseError/unreadableAnswer(_:_:)``,
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``, ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: "Client Integration", step 5; Finesse REST guide, "User: Get User Id from loginName".
    public func user(named name: LoginName) async throws(FinesseError) -> User {
        let request = UserRequests.find(name)
        let answer = try await send(request)
        return try UserAnswers.user(answer)
    }

    /// Asks for an agent to be signed in at an extension.
    ///
    /// The server takes the request in and does the work afterwards: ``confirm(_:of:deadline:pause:)`` tells the end.
    ///
    /// - Parameters:
    ///   - id: The login id.
    ///   - phoneExtension: The extension of the agent's phone.
    ///   - activeDeviceID: The device to use, where the agent may choose one.
    /// - Returns: The mark that the user's event will carry.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 404, 503), ``FinesseError/transport(_:_:)``,
    ///   ``FinesseError/noAccessToken(_:_:)``, ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: "Client Integration", step 6; Finesse REST guide, "User: Sign In to Finesse".
    @discardableResult
    public func signIn(
        _ id: LoginID,
        phoneExtension: String,
        activeDeviceID: String? = nil
    ) async throws(FinesseError) -> Acceptance {
        let request = UserRequests.signIn(id, phoneExtension: phoneExtension, activeDeviceID: activeDeviceID)
        let answer = try await send(request)
        return try answer.accepted()
    }

    /// Asks for an agent's state to be changed: one's own, or as a supervisor that of an agent of one's teams.
    ///
    /// A supervisor gives no reason code: the server puts its own.
    ///
    /// The server takes the request in and does the work afterwards: ``confirm(_:of:deadline:pause:)`` tells the end.
    ///
    /// - Parameters:
    ///   - id: The login id.
    ///   - state: READY or NOT_READY; the server refuses what a user may not ask for.
    ///   - reasonCodeID: The database id of a reason code, where the change needs one.
    /// - Returns: The mark that the user's event will carry.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 404, 503), ``FinesseError/transport(_:_:)``,
    ///   ``FinesseError/noAccessToken(_:_:)``, ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "User: Change Agent State" and "…With Reason Code".
    @discardableResult
    public func changeState(
        of id: LoginID,
        to state: AgentState,
        reasonCodeID: Int? = nil
    ) async throws(FinesseError) -> Acceptance {
        let request = UserRequests.changeState(id, to: state, reasonCodeID: reasonCodeID)
        let answer = try await send(request)
        return try answer.accepted()
    }

    /// Asks for an agent to be signed out.
    ///
    /// It ends no session at the identity provider. ``confirm(_:of:deadline:pause:)`` tells when it is done.
    ///
    /// - Parameters:
    ///   - id: The login id.
    ///   - reasonCodeID: The database id of a reason code, where sign-out needs one.
    /// - Returns: The mark that the user's event will carry.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 404, 503), ``FinesseError/transport(_:_:)``,
    ///   ``FinesseError/noAccessToken(_:_:)``, ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "User: Sign Out".
    @discardableResult
    public func signOut(_ id: LoginID, reasonCodeID: Int? = nil) async throws(FinesseError) -> Acceptance {
        let request = UserRequests.signOut(id, reasonCodeID: reasonCodeID)
        let answer = try await send(request)
        return try answer.accepted()
    }

    /// Asks for a mobile agent to be signed in (Unified CCE).
    ///
    /// - Parameters:
    ///   - id: The login id.
    ///   - phoneExtension: The extension that stands for the agent inside.
    ///   - mobileAgent: How the agent is reached.
    /// - Returns: The mark that the user's event will carry.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 404, 501, 503), ``FinesseError/transport(_:_:)``,
    ///   ``FinesseError/noAccessToken(_:_:)``, ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "User: Sign In as a Mobile Agent".
    @discardableResult
    public func signIn(
        _ id: LoginID,
        phoneExtension: String,
        as mobileAgent: MobileAgent
    ) async throws(FinesseError) -> Acceptance {
        let request = UserRequests.signIn(id, phoneExtension: phoneExtension, as: mobileAgent)
        let answer = try await send(request)
        return try answer.accepted()
    }

    /// Lists all users; an administrator's call.
    ///
    /// - Returns: The users, in the server's order; one without `loginId` is left out.
    /// - Throws: ``FinesseError/refused(_:)`` (401, 500, 503), ``FinesseError/unreadableAnswer(_:_:)``,
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``.
    ///
    /// Source: Finesse REST guide, "User: Get List".
    public func users() async throws(FinesseError) -> [User] {
        let request = UserRequests.list()
        let answer = try await send(request)
        return try UserAnswers.users(answer)
    }
}
