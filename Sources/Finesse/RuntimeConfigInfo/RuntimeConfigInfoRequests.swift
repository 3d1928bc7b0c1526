/// The requests on the configuration at run time, built and not sent.
///
/// Source: Finesse REST guide, "RuntimeConfigInfo APIs".
enum RuntimeConfigInfoRequests {
    static func show() -> FinesseRequest {
        FinesseRequest(.runtimeConfigInfo)
    }
}
