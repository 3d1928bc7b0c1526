/// The requests on workflows, built and not sent.
///
/// Source: Finesse REST guide, "Workflow APIs".
enum WorkflowRequests {
    static func show(_ id: ObjectID<Workflow>) -> FinesseRequest {
        FinesseRequest(.workflow, id.rawValue)
    }

    static func list() -> FinesseRequest {
        FinesseRequest(.workflows)
    }

    static func create(_ change: WorkflowChange) -> FinesseRequest {
        FinesseRequest(.createWorkflow, body: .element(change.element))
    }

    static func update(_ id: ObjectID<Workflow>, to change: WorkflowChange) -> FinesseRequest {
        FinesseRequest(.updateWorkflow, id.rawValue, body: .element(change.element))
    }

    static func delete(_ id: ObjectID<Workflow>) -> FinesseRequest {
        FinesseRequest(.deleteWorkflow, id.rawValue)
    }
}
