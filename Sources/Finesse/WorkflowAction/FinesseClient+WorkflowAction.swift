extension FinesseClient {
    /// Reads an action of workflows.
    ///
    /// - Parameter id: The id of the action of workflows.
    /// - Returns: The action of workflows as the server has it now.
    /// - Throws: ``FinesseError/refused(_:)`` (401, 403, 404, 500), ``FinesseError/unreadableAnswer(_:_:)``,
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``,
    ///   ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "WorkflowAction: Get".
    public func workflowAction(_ id: ObjectID<WorkflowAction>) async throws(FinesseError) -> WorkflowAction {
        let request = WorkflowActionRequests.show(id)
        let answer = try await send(request)
        return try answer.object(WorkflowAction.self)
    }

    /// Reads all actions of workflows.
    ///
    /// - Returns: The actions of workflows, in the server's order.
    /// - Throws: ``FinesseError/refused(_:)`` (401, 403, 500), ``FinesseError/unreadableAnswer(_:_:)``,
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``,
    ///   ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "WorkflowAction: Get List".
    public func workflowActions() async throws(FinesseError) -> FinesseList<WorkflowAction> {
        let request = WorkflowActionRequests.list()
        let answer = try await send(request)
        return try answer.list(of: WorkflowAction.self, named: "WorkflowActions")
    }

    /// Creates an action of workflows.
    ///
    /// - Parameter change: What the action of workflows shall be.
    /// - Returns: Where it was created.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 403, 500), ``FinesseError/transport(_:_:)``,
    ///   ``FinesseError/noAccessToken(_:_:)``, ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "WorkflowAction: Create".
    @discardableResult
    public func createWorkflowAction(_ change: WorkflowActionChange) async throws(FinesseError) -> Creation {
        let request = WorkflowActionRequests.create(change)
        let answer = try await send(request)
        return try answer.created()
    }

    /// Changes an action of workflows: what is not given stays as it is.
    ///
    /// - Parameters:
    ///   - id: The id of the action of workflows.
    ///   - change: What the action of workflows shall be.
    /// - Returns: The mark that the request carried.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 403, 404, 500), ``FinesseError/transport(_:_:)``,
    ///   ``FinesseError/noAccessToken(_:_:)``, ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "WorkflowAction: Update".
    @discardableResult
    public func updateWorkflowAction(
        _ id: ObjectID<WorkflowAction>,
        to change: WorkflowActionChange
    ) async throws(FinesseError) -> Acceptance {
        let request = WorkflowActionRequests.update(id, to: change)
        let answer = try await send(request)
        return try answer.done()
    }

    /// Deletes an action of workflows.
    ///
    /// - Parameter id: The id of the action of workflows.
    /// - Returns: The mark that the request carried.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 403, 404, 500), ``FinesseError/transport(_:_:)``,
    ///   ``FinesseError/noAccessToken(_:_:)``, ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "WorkflowAction: Delete".
    @discardableResult
    public func deleteWorkflowAction(_ id: ObjectID<WorkflowAction>) async throws(FinesseError) -> Acceptance {
        let request = WorkflowActionRequests.delete(id)
        let answer = try await send(request)
        return try answer.done()
    }
}
