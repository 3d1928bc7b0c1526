extension FinesseClient {
    /// Accepts, rejects or closes the reservation of an outbound preview (Unified CCE).
    ///
    /// - Parameters:
    ///   - id: The dialog of the reservation.
    ///   - decision: ``DialogAction/accept``, ``DialogAction/reject`` or ``DialogAction/close``.
    ///   - address: The extension of the agent who asks.
    /// - Returns: The mark that the dialog's event will carry.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 404, 500, 501, 503),
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``, ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "Dialog: Accept, Close or Reject an Outbound Option Preview Reservation".
    @discardableResult
    public func answerOutboundPreview(
        _ id: ObjectID<Dialog>,
        _ decision: DialogAction,
        at address: String
    ) async throws(FinesseError) -> Acceptance {
        let request = DialogRequests.act(.answerOutboundPreview, decision, on: id, at: address)
        let answer = try await send(request)
        return try answer.accepted()
    }

    /// Accepts, rejects or closes the reservation of a direct preview.
    ///
    /// - Parameters:
    ///   - id: The dialog of the reservation.
    ///   - decision: ``DialogAction/accept``, ``DialogAction/reject`` or ``DialogAction/close``.
    ///   - address: The extension of the agent who asks.
    /// - Returns: The mark that the dialog's event will carry.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 404, 500, 501, 503),
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``, ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "Dialog: Accept, Close or Reject a Direct Preview Reservation".
    @discardableResult
    public func answerDirectPreview(
        _ id: ObjectID<Dialog>,
        _ decision: DialogAction,
        at address: String
    ) async throws(FinesseError) -> Acceptance {
        let request = DialogRequests.act(.answerDirectPreview, decision, on: id, at: address)
        let answer = try await send(request)
        return try answer.accepted()
    }

    /// Says what answered a direct preview call.
    ///
    /// The result shows in the variable `BAResponse` alone.
    ///
    /// - Parameters:
    ///   - id: The dialog.
    ///   - classification: What answered.
    ///   - address: The extension of the agent who asks.
    /// - Returns: The mark that the dialog's event will carry.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 404, 500, 503),
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``, ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "Dialog: Reclassify a Direct Preview Call".
    @discardableResult
    public func reclassify(
        _ id: ObjectID<Dialog>,
        as classification: OutboundClassification,
        at address: String
    ) async throws(FinesseError) -> Acceptance {
        let parameters = [(name: "outboundClassification", value: classification.rawValue)]
        let request = DialogRequests.act(.reclassify, .reclassify, on: id, at: address, parameters: parameters)
        let answer = try await send(request)
        return try answer.accepted()
    }

    /// Sets when, or at which number, the customer is called back.
    ///
    /// - Parameters:
    ///   - id: The dialog.
    ///   - callback: The time or the number: one a request.
    ///   - address: The extension of the agent who asks.
    /// - Returns: The mark that the dialog's event will carry.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 404, 500, 503),
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``, ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "Dialog: Schedule a Callback".
    @discardableResult
    public func scheduleCallback(
        of id: ObjectID<Dialog>,
        _ callback: CallbackDetail,
        at address: String
    ) async throws(FinesseError) -> Acceptance {
        let request = DialogRequests.act(
            .scheduleCallback,
            .updateScheduledCallback,
            on: id,
            at: address,
            parameters: [callback.parameter]
        )
        let answer = try await send(request)
        return try answer.accepted()
    }

    /// Takes a callback back.
    ///
    /// - Parameters:
    ///   - id: The dialog.
    ///   - address: The extension of the agent who asks.
    /// - Returns: The mark that the dialog's event will carry.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 404, 500, 503),
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``, ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "Dialog: Cancel a Callback".
    @discardableResult
    public func cancelCallback(
        of id: ObjectID<Dialog>,
        at address: String
    ) async throws(FinesseError) -> Acceptance {
        let request = DialogRequests.act(.cancelCallback, .cancelScheduledCallback, on: id, at: address)
        let answer = try await send(request)
        return try answer.accepted()
    }
}

/// What is set of a callback; the documents send one of the two in a request.
///
/// Source: Finesse REST guide, "Dialog: Schedule a Callback".
public enum CallbackDetail: Hashable, Sendable {
    /// When, at the customer's place: `2014-03-07T14:30`.
    case time(String)
    /// At which number.
    case number(String)

    var parameter: (name: String, value: String) {
        switch self {
        case .time(let time): ("callbackTime", time)
        case .number(let number): ("callbackNumber", number)
        }
    }
}
