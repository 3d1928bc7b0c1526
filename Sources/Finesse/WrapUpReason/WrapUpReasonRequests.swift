/// The requests on wrap-up reasons, built and not sent.
///
/// Source: Finesse REST guide, "WrapUpReason APIs".
enum WrapUpReasonRequests {
    static func show(_ id: ObjectID<WrapUpReason>) -> FinesseRequest {
        FinesseRequest(.wrapUpReason, id.rawValue)
    }

    static func list() -> FinesseRequest {
        FinesseRequest(.wrapUpReasons)
    }

    static func create(_ change: WrapUpReasonChange) -> FinesseRequest {
        FinesseRequest(.createWrapUpReason, body: .element(change.element))
    }

    static func update(_ id: ObjectID<WrapUpReason>, to change: WrapUpReasonChange) -> FinesseRequest {
        FinesseRequest(.updateWrapUpReason, id.rawValue, body: .element(change.element))
    }

    static func delete(_ id: ObjectID<WrapUpReason>) -> FinesseRequest {
        FinesseRequest(.deleteWrapUpReason, id.rawValue)
    }
}
