extension RESTService {
    /// Source: Finesse REST guide, "WrapUpReason APIs".
    static let wrapUpReasonRoutes: [RESTRoute] =
        CatalogueResource(
            name: "WrapUpReason",
            apis: ["C7", "C8", "C9", "C10", "C11"],
            table: \.wrapUpReasons,
            catalogue: { $0.wrapUpReasons },
            created: { body, world throws(ApiError) in try WrapUpReasonRules.created(body, in: world.wrapUpReasons) },
            changed: { record, body, world throws(ApiError) in
                try WrapUpReasonRules.changed(record, by: body, in: world.wrapUpReasons)
            },
            document: { record, _ in WrapUpReasonRules.document(record) }
        ).routes()
}
