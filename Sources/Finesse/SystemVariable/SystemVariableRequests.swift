/// The requests on the variables of the system, built and not sent.
///
/// Source: Finesse REST guide, "SystemVariable APIs".
enum SystemVariableRequests {
    static func list() -> FinesseRequest {
        FinesseRequest(.systemVariables)
    }
}
