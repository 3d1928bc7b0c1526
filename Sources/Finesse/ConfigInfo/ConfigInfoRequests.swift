/// The requests on how much is configured, built and not sent.
///
/// Source: Finesse REST guide, "ConfigInfo APIs".
enum ConfigInfoRequests {
    static func show() -> FinesseRequest {
        FinesseRequest(.configInfo)
    }
}
