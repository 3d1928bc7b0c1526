public import FinesseTypes

// A 202 says only that a request was taken in: the dialog tells what came of it.

extension FinesseClient {
    /// Reads a dialog.
    ///
    /// - Parameter id: The dialog.
    /// - Returns: The dialog as the server shows it now.
    /// - Throws: ``FinesseError/refused(_:)`` (401, 404, 500, 503), ``FinesseError/unreadableAnswer(_:_:)``,
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``, ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "Dialog: Get Dialog".
    public func dialog(_ id: ObjectID<Dialog>) async throws(FinesseError) -> Dialog {
        let request = DialogRequests.show(id)
        let answer = try await send(request)
        return Dialog(element: try answer.document(named: Dialog.elementName))
    }

    /// Lists the calls of a user.
    ///
    /// - Parameter id: The login id.
    /// - Returns: The dialogs, in the server's order; empty when there is none.
    /// - Throws: ``FinesseError/refused(_:)`` (401, 404, 500, 503), ``FinesseError/unreadableAnswer(_:_:)``,
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``, ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "User: Get List of Dialogs".
    public func dialogs(of id: LoginID) async throws(FinesseError) -> FinesseList<Dialog> {
        let request = DialogRequests.list(id)
        let answer = try await send(request)
        return FinesseList(element: try answer.document(named: "Dialogs"))
    }

    /// Lists the tasks of a user (Unified CCE).
    ///
    /// - Parameter id: The login id.
    /// - Returns: The dialogs, in the server's order; empty when there is none.
    /// - Throws: ``FinesseError/refused(_:)`` (401, 404, 500, 501, 503), ``FinesseError/unreadableAnswer(_:_:)``,
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``, ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: inferred from the notification node of the same name; Finesse REST guide, "User: Get List of Dialogs (nonvoice only)".
    public func taskDialogs(of id: LoginID) async throws(FinesseError) -> FinesseList<Dialog> {
        let request = DialogRequests.listTasks(id)
        let answer = try await send(request)
        return FinesseList(element: try answer.document(named: "Dialogs"))
    }

    /// Makes a call.
    ///
    /// - Parameters:
    ///   - id: The agent who calls.
    ///   - from: The agent's extension.
    ///   - number: Who is called; any ASCII, sent as it is.
    ///   - variables: The call's variables (Unified CCE): numbered and ECC, none of the dialler's.
    /// - Returns: The mark that the dialog's event will carry.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 500, 503),
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``, ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "Dialog: Create a New Dialog (Make a Call)".
    @discardableResult
    public func makeCall(
        for id: LoginID,
        from: String,
        to number: String,
        variables: [CallVariable] = []
    ) async throws(FinesseError) -> Acceptance {
        let data = DialogRequests.mediaProperties(variables: variables).map { [$0] } ?? []
        let request = DialogRequests.begin(.makeCall, .makeCall, for: id, from: from, to: number, further: data)
        try check(request, CallVariable.fault(in: variables))
        let answer = try await send(request)
        return try answer.accepted()
    }

    /// Does something with a call: answers, holds, retrieves, drops, transfers or conferences it.
    ///
    /// TRANSFER and CONFERENCE join the held call with the active one.
    ///
    /// - Parameters:
    ///   - action: What is done; a word that is not listed is sent as it stands.
    ///   - id: The dialog.
    ///   - address: The extension of the agent who asks.
    /// - Returns: The mark that the dialog's event will carry.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 404, 500, 503),
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``, ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "Dialog: Take Action on Participant".
    @discardableResult
    public func take(
        _ action: DialogAction,
        on id: ObjectID<Dialog>,
        at address: String
    ) async throws(FinesseError) -> Acceptance {
        let request = DialogRequests.act(.takeAction, action, on: id, at: address)
        let answer = try await send(request)
        return try answer.accepted()
    }

    /// Changes the variables of a call, its wrap-up reason, or both.
    ///
    /// What breaks a limit is refused here, since the contact centre would cut it short without a word.
    ///
    /// - Parameters:
    ///   - id: The dialog.
    ///   - wrapUpReason: The label of a wrap-up reason; nil leaves it as it is.
    ///   - variables: The variables to set; the others are left as they are.
    /// - Returns: The mark that the dialog's event will carry.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 404, 500, 503),
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``, ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "Dialog: Update Call Variable Data".
    @discardableResult
    public func updateCallData(
        of id: ObjectID<Dialog>,
        wrapUpReason: String? = nil,
        variables: [CallVariable] = []
    ) async throws(FinesseError) -> Acceptance {
        let data = DialogRequests.mediaProperties(wrapUpReason: wrapUpReason, variables: variables)
        let further = data.map { [$0] } ?? []
        let request = DialogRequests.act(.updateCallData, .updateCallData, on: id, at: nil, further: further)
        try check(request, data == nil ? "there is nothing to change" : CallVariable.fault(in: variables))
        let answer = try await send(request)
        return try answer.accepted()
    }

    /// Sends digits to the other party.
    ///
    /// - Parameters:
    ///   - digits: 0 to 9, `*`, `#`, and on Unified CCE A to D.
    ///   - id: The dialog.
    ///   - address: The extension of the agent who asks.
    /// - Returns: The mark that the dialog's event will carry.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 404, 500, 503),
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``, ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "Dialog: Send DTMF String".
    @discardableResult
    public func sendDTMF(
        _ digits: String,
        to id: ObjectID<Dialog>,
        at address: String
    ) async throws(FinesseError) -> Acceptance {
        let parameters = [(name: "dtmfString", value: digits)]
        let request = DialogRequests.act(.sendDTMF, .sendDTMF, on: id, at: address, parameters: parameters)
        let isSendable = !digits.isEmpty && digits.allSatisfy { "0123456789*#ABCD".contains($0) }
        try check(request, isSendable ? nil : "the digits are 0 to 9, *, #, A, B, C and D")
        let answer = try await send(request)
        return try answer.accepted()
    }

    /// Calls somebody else while the call is held.
    ///
    /// - Parameters:
    ///   - number: Who is called.
    ///   - id: The dialog.
    ///   - address: The extension of the agent who asks.
    /// - Returns: The mark that the dialog's event will carry.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 404, 500, 503),
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``, ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "Dialog: Make a Consult Call Request".
    @discardableResult
    public func consult(
        _ number: String,
        from id: ObjectID<Dialog>,
        at address: String
    ) async throws(FinesseError) -> Acceptance {
        let request = DialogRequests.act(.consultCall, .consultCall, on: id, at: address, to: number)
        let answer = try await send(request)
        return try answer.accepted()
    }

    /// Hands a call over without talking first.
    ///
    /// - Parameters:
    ///   - id: The dialog.
    ///   - number: Who gets it.
    ///   - address: The extension of the agent who asks.
    /// - Returns: The mark that the dialog's event will carry.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 404, 500, 503),
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``, ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "Dialog: Initiate a Single Step Transfer".
    @discardableResult
    public func transferInSingleStep(
        _ id: ObjectID<Dialog>,
        to number: String,
        at address: String
    ) async throws(FinesseError) -> Acceptance {
        let request = DialogRequests.act(.singleStepTransfer, .singleStepTransfer, on: id, at: address, to: number)
        let answer = try await send(request)
        return try answer.accepted()
    }
}
