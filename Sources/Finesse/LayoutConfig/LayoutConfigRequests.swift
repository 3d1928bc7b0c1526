/// The requests on the default layout of the desktop, built and not sent.
///
/// Source: Finesse REST guide, "LayoutConfig APIs".
enum LayoutConfigRequests {
    static func show() -> FinesseRequest {
        FinesseRequest(.layoutConfig)
    }

    static func update(to change: LayoutConfigChange) -> FinesseRequest {
        FinesseRequest(.setLayoutConfig, body: .element(change.element))
    }
}
