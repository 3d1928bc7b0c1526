internal import XMLTree

/// The rules of media properties layouts.
///
/// Source: Finesse REST guide, "MediaPropertiesLayout", its parameters and errors; how many there may be is inferred from
/// the administration guide 12.5.
enum MediaLayoutRules {
    static let most = 200
    private static let fields = ["name", "description", "header", "column"]

    /// The record that a request to create one asks for.
    static func created(
        _ body: ObjectBody,
        in catalogue: Catalogue<SandboxMediaLayout>
    ) throws(ApiError) -> SandboxMediaLayout {
        _ = try body.needed("name")
        guard body.child("header") != nil else { throw .parameterMissing("header") }
        guard catalogue.records.count < most else {
            throw .maximumExceeded("There are \(most) layouts", "MediaPropertiesLayout")
        }
        return try filled(SandboxMediaLayout(id: catalogue.nextId, name: ""), body, in: catalogue)
    }

    /// The record as a request to change it wants it.
    static func changed(
        _ record: SandboxMediaLayout,
        by body: ObjectBody,
        in catalogue: Catalogue<SandboxMediaLayout>
    ) throws(ApiError) -> SandboxMediaLayout {
        try body.needs(oneOf: fields)
        return try filled(record, body, in: catalogue)
    }

    private static func filled(
        _ record: SandboxMediaLayout,
        _ body: ObjectBody,
        in catalogue: Catalogue<SandboxMediaLayout>
    ) throws(ApiError) -> SandboxMediaLayout {
        var record = record
        if let name = body.text("name") { record.name = name }
        if let description = body.text("description") { record.description = description }
        if let header = body.child("header") {
            let entries = try entries(of: header)
            guard entries.count == 1 else { throw .invalidInput("header must have one entry", "header") }
            record.header = entries[0]
        }
        let columns = body.children("column")
        guard columns.count <= 2 else { throw .invalidInput("There may be two columns", "column") }
        if !columns.isEmpty {
            record.left = try entries(of: columns[0])
            record.right = columns.count > 1 ? try entries(of: columns[1]) : []
        }
        if let fault = fault(of: record, among: catalogue.records.filter { $0.id != record.id }) { throw fault }
        return record
    }

    private static func entries(of element: XMLElement) throws(ApiError) -> [SandboxMediaLayout.Entry] {
        var entries: [SandboxMediaLayout.Entry] = []
        for element in ObjectBody(element).children("entry") {
            let body = ObjectBody(element)
            entries.append(
                SandboxMediaLayout.Entry(
                    body.text("displayName") ?? "",
                    try body.needed("mediaProperty"),
                    showInPopOver: try body.flag("showInPopOver") ?? false,
                    uiEditable: try body.flag("uiEditable") ?? false
                )
            )
        }
        return entries
    }

    /// What is wrong with a record beside others.
    static func fault(of record: SandboxMediaLayout, among others: [SandboxMediaLayout]) -> ApiError? {
        guard !record.name.isEmpty else { return .parameterMissing("name") }
        if let fault = TextRules.first(
            TextRules.fault(record.name, of: "name", upTo: 40),
            TextRules.fault(record.description, of: "description", upTo: 128)
        ) {
            return fault
        }
        if others.contains(where: { $0.name.lowercased() == record.name.lowercased() }) {
            return .finesseApi("Another layout has the name", "name")
        }
        guard record.left.count <= 10, record.right.count <= 10 else {
            return .invalidInput("A column may have up to ten entries", "column")
        }
        let entries = [record.header] + record.left + record.right
        for entry in entries {
            if let fault = TextRules.fault(entry.displayName, of: "displayName", upTo: 50) { return fault }
            guard isMediaProperty(entry.mediaProperty) else {
                return .invalidInput("There is no call variable \(entry.mediaProperty)", "mediaProperty")
            }
        }
        guard entries.count(where: \.showInPopOver) <= 5 else {
            return .invalidInput("Up to five entries may be shown in the popover", "showInPopOver")
        }
        return nil
    }

    /// Whether a name is one of a call variable.
    static func isMediaProperty(_ name: String) -> Bool {
        if name.hasPrefix("callVariable"), let number = Int(name.dropFirst("callVariable".count)) {
            return (1...10).contains(number)
        }
        return name.hasPrefix("user.") || known.contains(name)
    }

    private static let known: Set<String> = [
        "BACampaign", "BAAccountNumber", "BAResponse", "BAStatus", "BADialedListID", "BATimeZone", "BABuddyName",
        "BACustomerNumber", "wrapUpReason", "queueNumber", "queueName", "dialedNumber", "DNIS", "callType",
        "callKeyCallId", "callKeySequenceNum", "callKeyPrefix",
    ]

    /// The element of a layout.
    ///
    /// - Parameters:
    ///   - record: The layout.
    ///   - uri: Its address, where that is another one than the object's own.
    /// - Returns: The element.
    static func document(_ record: SandboxMediaLayout, uri: String? = nil) -> FinesseXML {
        FinesseXML(
            "MediaPropertiesLayout",
            children: [
                FinesseXML("uri", uri ?? "/finesse/api/MediaPropertiesLayout/\(record.id)"),
                FinesseXML("name", record.name), FinesseXML("description", record.description),
                FinesseXML("type", record.isDefault ? "DEFAULT" : "CUSTOM"),
                FinesseXML("header", children: [document(record.header)]),
                FinesseXML("column", children: record.left.map(document)),
                FinesseXML("column", children: record.right.map(document)),
            ]
        )
    }

    private static func document(_ entry: SandboxMediaLayout.Entry) -> FinesseXML {
        FinesseXML(
            "entry",
            children: [
                FinesseXML("displayName", entry.displayName), FinesseXML("mediaProperty", entry.mediaProperty),
                FinesseXML("showInPopOver", String(entry.showInPopOver)),
                FinesseXML("uiEditable", String(entry.uiEditable)),
            ]
        )
    }
}

extension SandboxWorld {
    /// The layouts that an administrator configured; the default one is always there.
    var mediaLayouts: Catalogue<SandboxMediaLayout> {
        let configured = configuration.mediaLayouts
        let hasDefault = configured.contains(where: \.isDefault)
        return state.mediaLayouts.catalogue(
            over: hasDefault ? configured : SandboxMediaLayout.builtIn.filter(\.isDefault) + configured
        )
    }

    /// The layouts of a team: the default one, then its own.
    func mediaLayouts(teamId: String) -> [SandboxMediaLayout] {
        let layouts = mediaLayouts
        let own = assigned(.mediaLayouts, to: teamId).compactMap { layouts[$0] }.filter { !$0.isDefault }
        return layouts.records.filter(\.isDefault) + own
    }
}
