internal import XMLTree

/// The rules of workflows.
///
/// What stands in `TriggerSet` and `ConditionSet` is kept as it was sent: no document shows all of it.
///
/// Source: Finesse REST guide, "Workflow API Parameters"; administration guide 12.0, "Manage Workflows".
enum WorkflowRules {
    static let most = 100
    /// How many a team may have.
    static let mostOfTeam = 20

    /// The record that a request to create one asks for.
    static func created(
        _ body: ObjectBody,
        in catalogue: Catalogue<SandboxWorkflow>,
        actions: Catalogue<SandboxWorkflowAction>
    ) throws(ApiError) -> SandboxWorkflow {
        _ = try body.needed("name")
        for name in ["TriggerSet", "ConditionSet", "workflowActions"] where body.child(name) == nil {
            throw .parameterMissing(name)
        }
        guard catalogue.records.count < most else {
            throw .maximumExceeded("There are \(most) workflows", "Workflow")
        }
        return try filled(SandboxWorkflow(id: catalogue.nextId, name: ""), body, in: catalogue, actions)
    }

    /// The record as a request to change it wants it.
    static func changed(
        _ record: SandboxWorkflow,
        by body: ObjectBody,
        in catalogue: Catalogue<SandboxWorkflow>,
        actions: Catalogue<SandboxWorkflowAction>
    ) throws(ApiError) -> SandboxWorkflow {
        try body.needs(oneOf: ["name", "description", "media", "TriggerSet", "ConditionSet", "workflowActions"])
        return try filled(record, body, in: catalogue, actions)
    }

    private static func filled(
        _ record: SandboxWorkflow,
        _ body: ObjectBody,
        in catalogue: Catalogue<SandboxWorkflow>,
        _ actions: Catalogue<SandboxWorkflowAction>
    ) throws(ApiError) -> SandboxWorkflow {
        var record = record
        if let name = body.text("name") { record.name = name }
        if let description = body.text("description") { record.description = description }
        if let media = body.text("media") { record.media = media.isEmpty ? nil : media }
        if let triggers = body.child("TriggerSet") { record.triggerSet = FinesseXML(triggers).text() }
        if let conditions = body.child("ConditionSet") { record.conditionSet = FinesseXML(conditions).text() }
        if let list = body.child("workflowActions") {
            record.actions = []
            for element in ObjectBody(list).children("WorkflowAction") {
                let uri = try ObjectBody(element).needed("uri")
                record.actions.append(try ObjectReference.id(uri, of: "WorkflowAction"))
            }
        }
        let others = catalogue.records.filter { $0.id != record.id }
        if let fault = fault(of: record, among: others, actions: actions.records) { throw fault }
        return record
    }

    /// What is wrong with a record beside others.
    static func fault(
        of record: SandboxWorkflow,
        among others: [SandboxWorkflow],
        actions: [SandboxWorkflowAction]
    ) -> ApiError? {
        guard !record.name.isEmpty else { return .parameterMissing("name") }
        if let fault = TextRules.first(
            TextRules.fault(record.name, of: "name", upTo: 40),
            TextRules.fault(record.description, of: "description", upTo: 128)
        ) {
            return fault
        }
        if others.contains(where: { $0.name.lowercased() == record.name.lowercased() }) {
            return .finesseApi("Another workflow has the name", "name")
        }
        guard element(record.triggerSet) != nil else {
            return .invalidInput("TriggerSet must be an element", "TriggerSet")
        }
        guard let conditions = element(record.conditionSet) else {
            return .invalidInput("ConditionSet must be an element", "ConditionSet")
        }
        guard count("Condition", in: conditions) <= 5 else {
            return .maximumExceeded("A workflow may have up to five conditions", "ConditionSet")
        }
        guard record.actions.count <= 5 else {
            return .maximumExceeded("A workflow may have up to five actions", "workflowActions")
        }
        if let stale = record.actions.first(where: { id in !actions.contains { $0.id == id } }) {
            return .finesseApi("There is no workflow action \(stale)", "/finesse/api/WorkflowAction/\(stale)")
        }
        return nil
    }

    private static func element(_ text: String) -> XMLElement? {
        // Why it is none helps nobody: what is sent was read already, and of YAML the key is named.
        try? XMLTree.parse(Array(text.utf8), limits: XMLLimits(length: 64 << 10, depth: 32, nodes: 2000))
    }

    private static func count(_ name: String, in element: XMLElement) -> Int {
        element.elements.reduce(0) { $0 + ($1.name.local == name ? 1 : 0) + count(name, in: $1) }
    }

    /// The element of a workflow.
    ///
    /// - Parameters:
    ///   - record: The workflow.
    ///   - actions: Every action.
    ///   - isWhole: Whether its actions are there as a whole, as agents need them.
    /// - Returns: The element.
    static func document(
        _ record: SandboxWorkflow,
        actions: Catalogue<SandboxWorkflowAction>,
        isWhole: Bool = false
    ) -> FinesseXML {
        let sets = [record.triggerSet, record.conditionSet].compactMap { element($0).map { FinesseXML($0) } }
        let summaries = record.actions.compactMap { actions[$0] }
            .map { WorkflowActionRules.document($0, isSummary: !isWhole) }
        return FinesseXML(
            "Workflow",
            children: [
                FinesseXML("uri", "/finesse/api/Workflow/\(record.id)"), FinesseXML("name", record.name),
                FinesseXML("description", record.description),
            ] + (record.media.map { [FinesseXML("media", $0)] } ?? []) + sets + [
                FinesseXML("workflowActions", children: summaries)
            ]
        )
    }
}

extension SandboxWorld {
    /// The workflows that an administrator configured.
    var workflows: Catalogue<SandboxWorkflow> { state.workflows.catalogue(over: configuration.workflows) }

    /// The workflow actions that an administrator configured.
    var workflowActions: Catalogue<SandboxWorkflowAction> {
        state.workflowActions.catalogue(over: configuration.workflowActions)
    }

    /// The workflows of a team, in order.
    func workflows(teamId: String) -> [SandboxWorkflow] {
        let workflows = workflows
        return assigned(.workflows, to: teamId).compactMap { workflows[$0] }
    }
}
