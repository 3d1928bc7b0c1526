/// What an administrator set of one object of the system's settings: its elements by name.
struct SettingsRecord: Codable, Hashable, Sendable {
    var fields: [String: String]
}

/// An object of the system's settings: which elements it has and what may stand in them.
///
/// Source: Finesse REST guide, "SystemConfig", "ClusterConfig", "EnterpriseDatabaseConfig", "ChatConfig".
struct SettingsForm: Sendable {
    /// What may stand in an element.
    enum Kind: Sendable {
        case text
        case port
        case flag
        /// A text that is taken and never shown.
        case secret
    }

    /// One element.
    struct Field: Sendable {
        var name: String
        var kind = Kind.text
        /// Whether it may be empty.
        var isOptional = false
    }

    /// The object's name.
    var object: String
    /// The element between the object and its fields, where there is one.
    var container: String?
    var fields: [Field]
    /// What stands in them before anybody has set anything.
    var defaults: [String: String]

    /// What a request makes of the present values.
    func changed(_ present: [String: String], by body: ObjectBody) throws(ApiError) -> [String: String] {
        var body = body
        if let container {
            guard let inner = body.child(container) else { throw .parameterMissing(container) }
            body = ObjectBody(inner)
        }
        let given = fields.filter { body.child($0.name) != nil }
        guard !given.isEmpty else { throw .parameterMissing(fields.first?.name ?? object) }
        var changed = present
        for field in given {
            let text = body.text(field.name) ?? ""
            if text.isEmpty, !field.isOptional { throw .parameterMissing(field.name) }
            if !text.isEmpty, let fault = fault(of: text, field) { throw fault }
            changed[field.name] = text
        }
        if !(changed["backupPort"] ?? "").isEmpty, (changed["backupHost"] ?? "").isEmpty {
            throw .parameterMissing("backupHost")
        }
        return changed
    }

    private func fault(of text: String, _ field: Field) -> ApiError? {
        switch field.kind {
        case .text, .secret:
            TextRules.fault(text, of: field.name, upTo: 255)
        case .port:
            (1...65_535).contains(Int(text) ?? 0) ? nil : .invalidInput("\(field.name) must be 1 to 65535", field.name)
        case .flag:
            ["true", "false"].contains(text) ? nil : .invalidInput("\(field.name) must be true or false", field.name)
        }
    }

    /// The object's element.
    func document(_ values: [String: String]) -> FinesseXML {
        let elements = fields.map { field in
            if case .secret = field.kind { return FinesseXML(field.name, "") }
            return FinesseXML(field.name, values[field.name] ?? "")
        }
        let uri = FinesseXML("uri", "/finesse/api/\(object)")
        let inner = container.map { [FinesseXML($0, children: elements)] } ?? elements
        return FinesseXML(object, children: [uri] + inner)
    }
}

extension SettingsForm {
    /// Which node is the secondary one.
    static let cluster = SettingsForm(
        object: "ClusterConfig",
        container: "secondaryNode",
        fields: [Field(name: "host")],
        defaults: [:]
    )

    /// The database of the administration server.
    static let database = SettingsForm(
        object: "EnterpriseDatabaseConfig",
        fields: [
            Field(name: "host"), Field(name: "backupHost", isOptional: true), Field(name: "port", kind: .port),
            Field(name: "backupPort", kind: .port, isOptional: true), Field(name: "databaseName"),
            Field(name: "domain", isOptional: true), Field(name: "username"), Field(name: "password", kind: .secret),
        ],
        defaults: [
            "host": "aw.xyz.com", "port": "1433", "databaseName": "xyz_awdb", "domain": "xyz.com",
            "username": "finesse",
        ]
    )

    /// The link to the contact centre.
    static let system = SettingsForm(
        object: "SystemConfig",
        container: "cti",
        fields: [
            Field(name: "host"), Field(name: "port", kind: .port), Field(name: "backupHost", isOptional: true),
            Field(name: "backupPort", kind: .port, isOptional: true), Field(name: "peripheralId"),
            Field(name: "secure", kind: .flag, isOptional: true),
        ],
        defaults: [
            "host": "pg1a.xyz.com", "port": "42027", "backupHost": "pg1b.xyz.com", "backupPort": "43027",
            "peripheralId": "5000", "secure": "false",
        ]
    )

    /// The chat servers.
    static let chat = SettingsForm(
        object: "ChatConfig",
        fields: [Field(name: "primaryNode"), Field(name: "secondaryNode", isOptional: true)],
        defaults: ["primaryNode": "https://chat1.xyz.com:5280/http-bind/"]
    )
}

extension SandboxWorld {
    /// The values of an object of the system's settings.
    func settings(_ form: SettingsForm) -> [String: String] {
        state.systemSettings.value(form.object, now: clock.now)?.fields ?? form.defaults
    }

    /// Changes an object of the system's settings.
    func changeSettings(_ form: SettingsForm, by body: ObjectBody) throws(ApiError) {
        let changed = try form.changed(settings(form), by: body)
        state.systemSettings.set(form.object, SettingsRecord(fields: changed), now: clock.now)
    }
}
