/// The rules of wrap-up reasons.
///
/// Source: Finesse REST guide, "WrapUpReason" and "TeamResource API Parameters" (39 bytes); how many there may be is
/// inferred from those of reason codes.
enum WrapUpReasonRules {
    /// How many every team may have.
    static let mostGlobal = 100
    /// How many there may be for some teams.
    static let mostTeam = 1500

    /// The record that a request to create one asks for.
    static func created(
        _ body: ObjectBody,
        in catalogue: Catalogue<SandboxWrapUpReason>
    ) throws(ApiError) -> SandboxWrapUpReason {
        for name in ["label", "forAll"] { _ = try body.needed(name) }
        return try filled(SandboxWrapUpReason(id: catalogue.nextId, label: ""), body, in: catalogue)
    }

    /// The record as a request to change it wants it.
    static func changed(
        _ record: SandboxWrapUpReason,
        by body: ObjectBody,
        in catalogue: Catalogue<SandboxWrapUpReason>
    ) throws(ApiError) -> SandboxWrapUpReason {
        try body.needs(oneOf: ["label", "forAll"])
        return try filled(record, body, in: catalogue)
    }

    private static func filled(
        _ record: SandboxWrapUpReason,
        _ body: ObjectBody,
        in catalogue: Catalogue<SandboxWrapUpReason>
    ) throws(ApiError) -> SandboxWrapUpReason {
        var record = record
        if let label = body.text("label") { record.label = label }
        if let forAll = try body.flag("forAll") { record.forAll = forAll }
        if let fault = fault(of: record, among: catalogue.records.filter { $0.id != record.id }) { throw fault }
        return record
    }

    /// What is wrong with a record beside others.
    static func fault(of record: SandboxWrapUpReason, among others: [SandboxWrapUpReason]) -> ApiError? {
        guard !record.label.isEmpty else { return .parameterMissing("label") }
        guard record.label.utf8.count <= 39 else {
            return .finesseApi("label may have up to 39 bytes", "label")
        }
        if others.contains(where: { $0.label.lowercased() == record.label.lowercased() }) {
            return .finesseApi("Another wrap-up reason has the label", "label")
        }
        let most = record.forAll ? mostGlobal : mostTeam
        guard others.count(where: { $0.forAll == record.forAll }) < most else {
            return .maximumExceeded("There are \(most) wrap-up reasons of this kind", "forAll")
        }
        return nil
    }

    /// The element of a wrap-up reason.
    ///
    /// - Parameters:
    ///   - record: The wrap-up reason.
    ///   - uri: Its address, where that is another one than the object's own.
    /// - Returns: The element.
    static func document(_ record: SandboxWrapUpReason, uri: String? = nil) -> FinesseXML {
        FinesseXML(
            "WrapUpReason",
            children: [
                FinesseXML("uri", uri ?? "/finesse/api/WrapUpReason/\(record.id)"),
                FinesseXML("label", record.label), FinesseXML("forAll", String(record.forAll)),
            ]
        )
    }
}

extension SandboxWorld {
    /// The wrap-up reasons that an administrator configured.
    var wrapUpReasons: Catalogue<SandboxWrapUpReason> {
        state.wrapUpReasons.catalogue(over: configuration.wrapUpReasons)
    }

    /// The wrap-up reasons that a team's agents may choose, by number: those of every team, and its own.
    func wrapUpReasons(teamId: String) -> [SandboxWrapUpReason] {
        let own = Set(assigned(.wrapUpReasons, to: teamId))
        return wrapUpReasons.records.filter { $0.forAll || own.contains($0.id) }
    }
}
