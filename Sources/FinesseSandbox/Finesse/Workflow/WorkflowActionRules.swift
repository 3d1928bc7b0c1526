internal import XMLTree

/// The rules of workflow actions.
///
/// Source: Finesse REST guide, "WorkflowAction API Parameters"; administration guide 12.0, "Manage Workflows".
enum WorkflowActionRules {
    static let most = 100
    private static let types = ["BROWSER_POP", "HTTP_REQUEST"]
    private static let handlers = ["FINESSE_DESKTOP", "OTHER"]
    private static let parameters = [
        "BROWSER_POP": ["windowName", "path"],
        "HTTP_REQUEST": ["method", "location", "contentType", "path", "body"],
    ]

    /// The record that a request to create one asks for.
    static func created(
        _ body: ObjectBody,
        in catalogue: Catalogue<SandboxWorkflowAction>
    ) throws(ApiError) -> SandboxWorkflowAction {
        for name in ["name", "type", "handledBy"] { _ = try body.needed(name) }
        guard body.child("params") != nil else { throw .parameterMissing("params") }
        guard catalogue.records.count < most else {
            throw .maximumExceeded("There are \(most) workflow actions", "WorkflowAction")
        }
        return try filled(SandboxWorkflowAction(id: catalogue.nextId, name: ""), body, in: catalogue)
    }

    /// The record as a request to change it wants it.
    static func changed(
        _ record: SandboxWorkflowAction,
        by body: ObjectBody,
        in catalogue: Catalogue<SandboxWorkflowAction>
    ) throws(ApiError) -> SandboxWorkflowAction {
        try body.needs(oneOf: ["name", "type", "handledBy", "params", "actionVariables"])
        return try filled(record, body, in: catalogue)
    }

    private static func filled(
        _ record: SandboxWorkflowAction,
        _ body: ObjectBody,
        in catalogue: Catalogue<SandboxWorkflowAction>
    ) throws(ApiError) -> SandboxWorkflowAction {
        var record = record
        if let name = body.text("name") { record.name = name }
        if let type = body.text("type") { record.type = type }
        if let handler = body.text("handledBy") { record.handledBy = handler }
        if let params = body.child("params") {
            record.params = []
            for element in ObjectBody(params).children("Param") {
                let param = ObjectBody(element)
                record.params.append(.init(try param.needed("name"), param.text("value") ?? ""))
            }
        }
        if let variables = body.child("actionVariables") {
            record.variables = []
            for element in ObjectBody(variables).children("ActionVariable") {
                let variable = ObjectBody(element)
                record.variables.append(
                    .init(
                        try variable.needed("name"),
                        type: variable.text("type") ?? "SYSTEM",
                        node: variable.text("node") ?? "",
                        testValue: variable.text("testValue") ?? ""
                    )
                )
            }
        }
        if let fault = fault(of: record, among: catalogue.records.filter { $0.id != record.id }) { throw fault }
        return record
    }

    /// What is wrong with a record beside others.
    static func fault(of record: SandboxWorkflowAction, among others: [SandboxWorkflowAction]) -> ApiError? {
        guard !record.name.isEmpty else { return .parameterMissing("name") }
        if let fault = TextRules.fault(record.name, of: "name", upTo: 64) { return fault }
        if others.contains(where: { $0.name.lowercased() == record.name.lowercased() }) {
            return .finesseApi("Another workflow action has the name", "name")
        }
        guard let names = parameters[record.type] else {
            return .invalidInput("type must be \(types.joined(separator: " or "))", "type")
        }
        guard handlers.contains(record.handledBy) else {
            return .invalidInput("handledBy must be \(handlers.joined(separator: " or "))", "handledBy")
        }
        if let unknown = record.params.first(where: { !names.contains($0.name) }) {
            return .invalidInput("\(record.type) has no parameter \(unknown.name)", "params")
        }
        guard let path = record.params.first(where: { $0.name == "path" }), !path.value.isEmpty else {
            return .parameterMissing("path")
        }
        if let method = record.params.first(where: { $0.name == "method" }), !["POST", "PUT"].contains(method.value) {
            return .invalidInput("method must be POST or PUT", "method")
        }
        if let place = record.params.first(where: { $0.name == "location" }),
            !["FINESSE", "OTHER"].contains(place.value)
        {
            return .invalidInput("location must be FINESSE or OTHER", "location")
        }
        guard record.variables.count <= 5 else {
            return .maximumExceeded("An action may have up to five variables", "actionVariables")
        }
        return record.variables.lazy.compactMap(fault).first
    }

    private static func fault(_ variable: SandboxWorkflowAction.Variable) -> ApiError? {
        guard ["SYSTEM", "CUSTOM"].contains(variable.type) else {
            return .invalidInput("The type of a variable must be SYSTEM or CUSTOM", "type")
        }
        if variable.type == "CUSTOM", variable.node.isEmpty { return .parameterMissing("node") }
        return TextRules.first(
            TextRules.fault(variable.name, of: "name", upTo: 32),
            TextRules.fault(variable.node, of: "node", upTo: 500),
            TextRules.fault(variable.testValue, of: "testValue", upTo: 128)
        )
    }

    /// The element of an action; only name, type and address where it stands in a workflow.
    static func document(_ record: SandboxWorkflowAction, isSummary: Bool = false) -> FinesseXML {
        let head = [
            FinesseXML("uri", "/finesse/api/WorkflowAction/\(record.id)"), FinesseXML("name", record.name),
            FinesseXML("type", record.type),
        ]
        guard !isSummary else { return FinesseXML("WorkflowAction", children: head) }
        let params = record.params.map { param in
            FinesseXML("Param", children: [FinesseXML("name", param.name), FinesseXML("value", param.value)])
        }
        let variables = record.variables.map { variable in
            FinesseXML(
                "ActionVariable",
                children: [
                    FinesseXML("name", variable.name), FinesseXML("type", variable.type),
                    FinesseXML("node", variable.node), FinesseXML("testValue", variable.testValue),
                ]
            )
        }
        return FinesseXML(
            "WorkflowAction",
            children: head + [
                FinesseXML("handledBy", record.handledBy), FinesseXML("params", children: params),
                FinesseXML("actionVariables", children: variables),
            ]
        )
    }
}
