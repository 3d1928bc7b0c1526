extension RESTService {
    private static let name = "MediaPropertiesLayout"

    /// Source: Finesse REST guide, "MediaPropertiesLayout APIs" and their errors.
    static let mediaLayoutRoutes: [RESTRoute] =
        CatalogueResource(
            name: name,
            apis: ["C30", "C29", "C31", "C32", "C33"],
            table: \.mediaLayouts,
            catalogue: { $0.mediaLayouts },
            created: { body, world throws(ApiError) in try MediaLayoutRules.created(body, in: world.mediaLayouts) },
            changed: { record, body, world throws(ApiError) in
                try MediaLayoutRules.changed(record, by: body, in: world.mediaLayouts)
            },
            obstacle: { record, _ in
                record.isDefault ? .forbidden("The default layout cannot be deleted", String(record.id)) : nil
            },
            document: { record, _ in MediaLayoutRules.document(record) }
        ).routes() + [
            .serving("C27", "GET", "MediaPropertiesLayout/default") { call throws(ApiError) in
                .document(MediaLayoutRules.document(try await call.world.defaultMediaLayout()))
            },
            .serving("C28", "PUT", "MediaPropertiesLayout/default") { call throws(ApiError) in
                try await call.world.changeDefaultMediaLayout(by: try call.object(named: name))
                return .done
            },
        ]
}

extension SandboxWorld {
    /// The default layout.
    func defaultMediaLayout() throws(ApiError) -> SandboxMediaLayout {
        guard let layout = mediaLayouts[SandboxMediaLayout.defaultId] else {
            throw .objectNotFound("MediaPropertiesLayout", "default")
        }
        return layout
    }

    fileprivate func changeDefaultMediaLayout(by body: ObjectBody) throws(ApiError) {
        let changed = try MediaLayoutRules.changed(try defaultMediaLayout(), by: body, in: mediaLayouts)
        state.mediaLayouts.keep(changed, now: clock.now)
    }
}
