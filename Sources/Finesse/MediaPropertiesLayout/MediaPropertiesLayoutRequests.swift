/// The requests on layouts of call variables, built and not sent.
///
/// Source: Finesse REST guide, "MediaPropertiesLayout APIs".
enum MediaPropertiesLayoutRequests {
    static func showDefault() -> FinesseRequest {
        FinesseRequest(.defaultMediaPropertiesLayout)
    }

    static func updateDefault(to change: MediaPropertiesLayoutChange) -> FinesseRequest {
        FinesseRequest(.setDefaultMediaPropertiesLayout, body: .element(change.element))
    }

    static func show(_ id: ObjectID<MediaPropertiesLayout>) -> FinesseRequest {
        FinesseRequest(.mediaPropertiesLayout, id.rawValue)
    }

    static func list() -> FinesseRequest {
        FinesseRequest(.mediaPropertiesLayouts)
    }

    static func create(_ change: MediaPropertiesLayoutChange) -> FinesseRequest {
        FinesseRequest(.createMediaPropertiesLayout, body: .element(change.element))
    }

    static func update(
        _ id: ObjectID<MediaPropertiesLayout>,
        to change: MediaPropertiesLayoutChange
    ) -> FinesseRequest {
        FinesseRequest(.updateMediaPropertiesLayout, id.rawValue, body: .element(change.element))
    }

    static func delete(_ id: ObjectID<MediaPropertiesLayout>) -> FinesseRequest {
        FinesseRequest(.deleteMediaPropertiesLayout, id.rawValue)
    }
}
