/// The requests on the database that users are read from, built and not sent.
///
/// Source: Finesse REST guide, "EnterpriseDatabaseConfig APIs".
enum EnterpriseDatabaseConfigRequests {
    static func show() -> FinesseRequest {
        FinesseRequest(.enterpriseDatabaseConfig)
    }

    static func update(to change: EnterpriseDatabaseConfigChange) -> FinesseRequest {
        FinesseRequest(.setEnterpriseDatabaseConfig, body: .element(change.element))
    }
}
