/// The requests on reason codes, built and not sent.
///
/// Source: Finesse REST guide, "ReasonCode APIs".
enum ReasonCodeRequests {
    static func show(_ id: ObjectID<ReasonCode>) -> FinesseRequest {
        FinesseRequest(.reasonCode, id.rawValue)
    }

    static func find(numbered code: Int, in category: ReasonCodeCategory) -> FinesseRequest {
        FinesseRequest(.reasonCodeByCode, query: [("category", category.rawValue), ("code", String(code))])
    }

    static func list(category: ReasonCodeCategory) -> FinesseRequest {
        FinesseRequest(.reasonCodes, query: [("category", category.rawValue)])
    }

    static func create(_ change: ReasonCodeChange) -> FinesseRequest {
        FinesseRequest(.createReasonCode, body: .element(change.element))
    }

    static func update(_ id: ObjectID<ReasonCode>, to change: ReasonCodeChange) -> FinesseRequest {
        FinesseRequest(.updateReasonCode, id.rawValue, body: .element(change.element))
    }

    static func delete(_ id: ObjectID<ReasonCode>) -> FinesseRequest {
        FinesseRequest(.deleteReasonCode, id.rawValue)
    }
}
