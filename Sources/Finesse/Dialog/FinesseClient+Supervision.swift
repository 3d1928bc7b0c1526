public import FinesseTypes
import XMLTree

extension FinesseClient {
    /// Listens to the call of an agent of one's team, unheard.
    ///
    /// The supervisor must be NOT_READY.
    ///
    /// - Parameters:
    ///   - id: The supervisor.
    ///   - from: The supervisor's extension.
    ///   - agent: The agent's extension.
    /// - Returns: The mark that the dialog's event will carry.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 500, 503),
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``, ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "Dialog: Make a Silent Monitor Call".
    @discardableResult
    public func monitorSilently(
        for id: LoginID,
        from: String,
        agent: String
    ) async throws(FinesseError) -> Acceptance {
        let request = DialogRequests.begin(.silentMonitor, .silentMonitor, for: id, from: from, to: agent)
        let answer = try await send(request)
        return try answer.accepted()
    }

    /// Stops listening to an agent's call.
    ///
    /// - Parameters:
    ///   - id: The dialog of the monitoring.
    ///   - address: The supervisor's extension.
    /// - Returns: The mark that the dialog's event will carry.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 404, 500, 503),
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``, ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "Dialog: End a Silent Monitor Call".
    @discardableResult
    public func endSilentMonitor(
        _ id: ObjectID<Dialog>,
        at address: String
    ) async throws(FinesseError) -> Acceptance {
        let request = DialogRequests.act(.endSilentMonitor, .drop, on: id, at: address)
        let answer = try await send(request)
        return try answer.accepted()
    }

    /// Joins the call that one listens to, heard by all.
    ///
    /// - Parameters:
    ///   - dialog: The agent's call.
    ///   - id: The supervisor.
    ///   - from: The supervisor's extension.
    ///   - agent: The agent's extension.
    /// - Returns: The mark that the dialog's event will carry.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 500, 503),
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``, ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "Dialog: Make a Barge Call".
    @discardableResult
    public func barge(
        into dialog: ObjectID<Dialog>,
        for id: LoginID,
        from: String,
        agent: String
    ) async throws(FinesseError) -> Acceptance {
        let associated = XMLElement("associatedDialogUri", text: "/finesse/api/Dialog/\(dialog)")
        let request = DialogRequests.begin(
            .bargeCall,
            .bargeCall,
            for: id,
            from: from,
            to: agent,
            further: [associated]
        )
        let answer = try await send(request)
        return try answer.accepted()
    }

    /// Leaves a call that one has barged into.
    ///
    /// - Parameters:
    ///   - id: The dialog.
    ///   - address: The supervisor's extension.
    /// - Returns: The mark that the dialog's event will carry.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 404, 500, 503),
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``, ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: inferred from "Dialog: End a Silent Monitor Call", whose body it is; Finesse REST guide, "End a Barge Call".
    @discardableResult
    public func endBarge(
        _ id: ObjectID<Dialog>,
        at address: String
    ) async throws(FinesseError) -> Acceptance {
        let request = DialogRequests.act(.endBargeCall, .drop, on: id, at: address)
        let answer = try await send(request)
        return try answer.accepted()
    }

    /// Drops another participant from a conference (Unified CCE).
    ///
    /// - Parameters:
    ///   - address: The extension of the participant to drop.
    ///   - id: The dialog.
    /// - Returns: The mark that the dialog's event will carry.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 404, 500, 501, 503),
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``, ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "Dialog: Drop Participant from Conference".
    @discardableResult
    public func dropParticipant(
        _ address: String,
        from id: ObjectID<Dialog>
    ) async throws(FinesseError) -> Acceptance {
        let request = DialogRequests.act(.dropParticipant, .dropParticipant, on: id, at: address)
        let answer = try await send(request)
        return try answer.accepted()
    }

    /// Starts recording a call (Unified CCX).
    ///
    /// - Parameters:
    ///   - id: The dialog.
    ///   - address: The extension of the agent who asks.
    /// - Returns: The mark that the dialog's event will carry.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 404, 500, 501, 503),
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``, ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "Dialog: Start Recording".
    @discardableResult
    public func startRecording(
        _ id: ObjectID<Dialog>,
        at address: String
    ) async throws(FinesseError) -> Acceptance {
        let request = DialogRequests.act(.startRecording, .startRecording, on: id, at: address)
        let answer = try await send(request)
        return try answer.accepted()
    }
}
