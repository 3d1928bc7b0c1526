extension RESTService {
    /// Source: Finesse REST guide, "Workflow APIs" and "WorkflowAction APIs".
    static let workflowRoutes: [RESTRoute] =
        CatalogueResource(
            name: "Workflow",
            apis: ["C47", "C48", "C49", "C50", "C51"],
            table: \.workflows,
            catalogue: { $0.workflows },
            created: { body, world throws(ApiError) in
                try WorkflowRules.created(body, in: world.workflows, actions: world.workflowActions)
            },
            changed: { record, body, world throws(ApiError) in
                try WorkflowRules.changed(record, by: body, in: world.workflows, actions: world.workflowActions)
            },
            document: { record, world in WorkflowRules.document(record, actions: world.workflowActions) }
        ).routes()
        + CatalogueResource(
            name: "WorkflowAction",
            apis: ["C52", "C53", "C54", "C55", "C56"],
            table: \.workflowActions,
            catalogue: { $0.workflowActions },
            created: { body, world throws(ApiError) in
                try WorkflowActionRules.created(body, in: world.workflowActions)
            },
            changed: { record, body, world throws(ApiError) in
                try WorkflowActionRules.changed(record, by: body, in: world.workflowActions)
            },
            obstacle: { record, world in
                world.workflows.records.contains { $0.actions.contains(record.id) }
                    ? .finesseApi("A workflow has this action", String(record.id)) : nil
            },
            document: { record, _ in WorkflowActionRules.document(record) }
        ).routes()
}
