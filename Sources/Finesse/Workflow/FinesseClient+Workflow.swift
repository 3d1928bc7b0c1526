extension FinesseClient {
    /// Reads a workflow.
    ///
    /// - Parameter id: The id of the workflow.
    /// - Returns: The workflow as the server has it now.
    /// - Throws: ``FinesseError/refused(_:)`` (401, 403, 404, 500), ``FinesseError/unreadableAnswer(_:_:)``,
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``,
    ///   ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "Workflow: Get".
    public func workflow(_ id: ObjectID<Workflow>) async throws(FinesseError) -> Workflow {
        let request = WorkflowRequests.show(id)
        let answer = try await send(request)
        return try answer.object(Workflow.self)
    }

    /// Reads all workflows.
    ///
    /// - Returns: The workflows, in the server's order.
    /// - Throws: ``FinesseError/refused(_:)`` (401, 403, 500), ``FinesseError/unreadableAnswer(_:_:)``,
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``,
    ///   ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "Workflow: Get List".
    public func workflows() async throws(FinesseError) -> FinesseList<Workflow> {
        let request = WorkflowRequests.list()
        let answer = try await send(request)
        return try answer.list(of: Workflow.self, named: "Workflows")
    }

    /// Creates a workflow.
    ///
    /// - Parameter change: What the workflow shall be.
    /// - Returns: Where it was created.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 403, 500), ``FinesseError/transport(_:_:)``,
    ///   ``FinesseError/noAccessToken(_:_:)``, ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "Workflow: Create".
    @discardableResult
    public func createWorkflow(_ change: WorkflowChange) async throws(FinesseError) -> Creation {
        let request = WorkflowRequests.create(change)
        let answer = try await send(request)
        return try answer.created()
    }

    /// Changes a workflow: what is not given stays as it is.
    ///
    /// - Parameters:
    ///   - id: The id of the workflow.
    ///   - change: What the workflow shall be.
    /// - Returns: The mark that the request carried.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 403, 404, 500), ``FinesseError/transport(_:_:)``,
    ///   ``FinesseError/noAccessToken(_:_:)``, ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "Workflow: Update".
    @discardableResult
    public func updateWorkflow(
        _ id: ObjectID<Workflow>,
        to change: WorkflowChange
    ) async throws(FinesseError) -> Acceptance {
        let request = WorkflowRequests.update(id, to: change)
        let answer = try await send(request)
        return try answer.done()
    }

    /// Deletes a workflow.
    ///
    /// - Parameter id: The id of the workflow.
    /// - Returns: The mark that the request carried.
    /// - Throws: ``FinesseError/refused(_:)`` (400, 401, 403, 404, 500), ``FinesseError/transport(_:_:)``,
    ///   ``FinesseError/noAccessToken(_:_:)``, ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "Workflow: Delete".
    @discardableResult
    public func deleteWorkflow(_ id: ObjectID<Workflow>) async throws(FinesseError) -> Acceptance {
        let request = WorkflowRequests.delete(id)
        let answer = try await send(request)
        return try answer.done()
    }
}
