/// The requests on expanded call variables, built and not sent.
///
/// Source: Finesse REST guide, "ECCVariableConfig APIs".
enum ECCVariableConfigRequests {
    static func show(bypassingCache: Bool) -> FinesseRequest {
        FinesseRequest(.eccVariableConfig, query: CacheQuery.items(bypassing: bypassingCache))
    }
}
