/// The requests on the desktop chat, built and not sent.
///
/// Source: Finesse REST guide, "ChatConfig APIs".
enum ChatConfigRequests {
    static func show(bypassingCache: Bool) -> FinesseRequest {
        FinesseRequest(.chatConfig, query: CacheQuery.items(bypassing: bypassingCache))
    }

    static func update(to change: ChatConfigChange) -> FinesseRequest {
        FinesseRequest(.setChatConfig, body: .element(change.element))
    }
}
