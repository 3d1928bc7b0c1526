/// The rules of reason codes.
///
/// Source: Finesse REST guide, "ReasonCode" and its parameters and errors; administration guide 12.5, "Manage Reasons".
enum ReasonCodeRules {
    static let categories = ["NOT_READY", "LOGOUT"]
    /// How many of a category every team may have, and how many more there may be for some teams.
    static let most = 100

    /// The record that a request to create one asks for.
    static func created(
        _ body: ObjectBody,
        in catalogue: Catalogue<ReasonCodeRecord>,
        deployment: SandboxDeployment
    ) throws(ApiError) -> ReasonCodeRecord {
        for name in ["category", "code", "label", "forAll"] { _ = try body.needed(name) }
        let new = ReasonCodeRecord(id: catalogue.nextId, category: try body.needed("category"), code: 0, label: "")
        let record = try filled(new, body)
        if let fault = fault(of: record, among: catalogue.records, deployment: deployment) { throw fault }
        return record
    }

    /// The record as a request to change it wants it.
    static func changed(
        _ record: ReasonCodeRecord,
        by body: ObjectBody,
        in catalogue: Catalogue<ReasonCodeRecord>,
        deployment: SandboxDeployment
    ) throws(ApiError) -> ReasonCodeRecord {
        try body.needs(oneOf: ["code", "label", "forAll"])
        let changed = try filled(record, body)
        let others = catalogue.records.filter { $0.id != record.id }
        if let fault = fault(of: changed, among: others, deployment: deployment) { throw fault }
        return changed
    }

    private static func filled(_ record: ReasonCodeRecord, _ body: ObjectBody) throws(ApiError) -> ReasonCodeRecord {
        var record = record
        if let code = try body.number("code") { record.code = code }
        if let label = body.text("label") { record.label = label }
        if let forAll = try body.flag("forAll") { record.forAll = forAll }
        return record
    }

    /// What is wrong with a record beside others.
    static func fault(
        of record: ReasonCodeRecord,
        among others: [ReasonCodeRecord],
        deployment: SandboxDeployment
    ) -> ApiError? {
        guard categories.contains(record.category) else {
            return .badRequest("category must be NOT_READY or LOGOUT", "category")
        }
        let highest = deployment == .uccx ? 999 : 65_535
        guard (1...highest).contains(record.code) else {
            return .finesseApi("code must be 1 to \(highest)", "code")
        }
        guard !record.label.isEmpty else { return .parameterMissing("label") }
        guard record.label.utf16.count <= 40 else {
            return .finesseApi("label may have up to 40 characters", "label")
        }
        let same = others.filter { $0.category == record.category }
        if same.contains(where: { $0.code == record.code }) {
            return .finesseApi("Another reason code of the category has the code \(record.code)", "code")
        }
        if same.contains(where: { $0.label.lowercased() == record.label.lowercased() }) {
            return .finesseApi("Another reason code of the category has the label", "label")
        }
        if same.count(where: { $0.forAll == record.forAll }) >= most {
            return .maximumExceeded("There are \(most) reason codes of this kind", record.category)
        }
        return nil
    }

    /// Reads the category of a query.
    static func category(_ text: String?, orAll: Bool = false) throws(ApiError) -> String {
        guard let text, !text.isEmpty else { throw .badRequest("category is missing", "category") }
        guard categories.contains(text) || (orAll && text == "ALL") else {
            throw .badRequest("category must be NOT_READY or LOGOUT", "category")
        }
        return text
    }

    /// The element of a reason code.
    ///
    /// - Parameters:
    ///   - record: The reason code.
    ///   - uri: Its address, where that is another one than the object's own.
    ///   - hasId: Whether the number is in it too, as within `User`.
    /// - Returns: The element.
    static func document(_ record: ReasonCodeRecord, uri: String? = nil, hasId: Bool = false) -> FinesseXML {
        FinesseXML(
            "ReasonCode",
            children: [
                FinesseXML("uri", uri ?? "/finesse/api/ReasonCode/\(record.id)"),
                FinesseXML("category", record.category), FinesseXML("code", String(record.code)),
                FinesseXML("label", record.label), FinesseXML("forAll", String(record.forAll)),
                FinesseXML("systemCode", String(record.systemCode)),
            ] + (hasId ? [FinesseXML("id", String(record.id))] : [])
        )
    }

    /// The element of several reason codes.
    static func document(_ records: [ReasonCodeRecord], category: String) -> FinesseXML {
        FinesseXML(
            "ReasonCodes",
            attributes: [("category", category)],
            children: records.map { document($0) }
        )
    }
}
