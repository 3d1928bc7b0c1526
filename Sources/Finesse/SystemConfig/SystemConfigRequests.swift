/// The requests on the links to the CTI servers, built and not sent.
///
/// Source: Finesse REST guide, "SystemConfig APIs".
enum SystemConfigRequests {
    static func show() -> FinesseRequest {
        FinesseRequest(.systemConfig)
    }

    static func update(to change: SystemConfigChange) -> FinesseRequest {
        FinesseRequest(.setSystemConfig, body: .element(change.element))
    }
}
