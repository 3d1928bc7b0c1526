extension RESTService {
    /// Source: Finesse REST guide, "ReasonCode APIs"; the second and the fourth address are inferred from the first.
    static let reasonCodeRoutes: [RESTRoute] =
        CatalogueResource(
            name: "ReasonCode",
            apis: ["C1", "C3", "C4", "C5", "C6"],
            table: \.reasonCodes,
            catalogue: { $0.reasonCodes },
            created: { body, world throws(ApiError) in
                try ReasonCodeRules.created(body, in: world.reasonCodes, deployment: world.configuration.deployment)
            },
            changed: { record, body, world throws(ApiError) in
                try ReasonCodeRules.changed(
                    record,
                    by: body,
                    in: world.reasonCodes,
                    deployment: world.configuration.deployment
                )
            },
            document: { record, _ in ReasonCodeRules.document(record) }
        ).routes(without: ["C1", "C3"]) + [
            // Agents may read one as well.
            .serving("C1", "GET", "ReasonCode/{id}", who: .user) { call throws(ApiError) in
                let id = try call.number("id", of: "ReasonCode")
                guard let record = await call.world.reasonCodes[id] else {
                    throw .objectNotFound("ReasonCode", String(id))
                }
                return .document(ReasonCodeRules.document(record))
            },
            .serving("C2", "GET", "ReasonCode") { call throws(ApiError) in
                let category = try ReasonCodeRules.category(call.query["category"])
                guard let code = call.query["code"].flatMap({ Int($0) }) else {
                    throw .badRequest("code must be a whole number", "code")
                }
                let records = await call.world.reasonCodes.records
                guard let record = records.first(where: { $0.category == category && $0.code == code }) else {
                    throw .objectNotFound("ReasonCode", String(code))
                }
                return .document(ReasonCodeRules.document(record))
            },
            .serving("C3", "GET", "ReasonCodes") { call throws(ApiError) in
                let category = try ReasonCodeRules.category(call.query["category"])
                let records = await call.world.reasonCodes.records.filter { $0.category == category }
                return .document(ReasonCodeRules.document(records, category: category))
            },
        ]
}
