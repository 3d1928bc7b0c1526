/// The requests on what workflows do, built and not sent.
///
/// Source: Finesse REST guide, "WorkflowAction APIs".
enum WorkflowActionRequests {
    static func show(_ id: ObjectID<WorkflowAction>) -> FinesseRequest {
        FinesseRequest(.workflowAction, id.rawValue)
    }

    static func list() -> FinesseRequest {
        FinesseRequest(.workflowActions)
    }

    static func create(_ change: WorkflowActionChange) -> FinesseRequest {
        FinesseRequest(.createWorkflowAction, body: .element(change.element))
    }

    static func update(_ id: ObjectID<WorkflowAction>, to change: WorkflowActionChange) -> FinesseRequest {
        FinesseRequest(.updateWorkflowAction, id.rawValue, body: .element(change.element))
    }

    static func delete(_ id: ObjectID<WorkflowAction>) -> FinesseRequest {
        FinesseRequest(.deleteWorkflowAction, id.rawValue)
    }
}
