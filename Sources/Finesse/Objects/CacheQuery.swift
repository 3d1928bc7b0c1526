/// Asks a server to read anew what it would answer from its cache.
///
/// Source: Finesse REST guide, "REST APIs": ChatConfig, ECCVariableConfig, MediaDomain and TeamResource are cached from
/// release 12.5 on, and `bypassServerCache` passes the cache by.
enum CacheQuery {
    static func items(bypassing: Bool) -> [(name: String, value: String)] {
        bypassing ? [("bypassServerCache", "true")] : []
    }
}
