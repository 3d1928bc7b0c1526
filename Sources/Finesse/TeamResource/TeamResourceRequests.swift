/// The requests on what is configured for one team, built and not sent.
///
/// Source: Finesse REST guide, "TeamResource APIs".
enum TeamResourceRequests {
    static func reasonCodes(
        _ team: ObjectID<Team>,
        category: ReasonCodeCategory,
        bypassingCache: Bool
    ) -> FinesseRequest {
        FinesseRequest(
            .teamResourceReasonCodes,
            team.rawValue,
            query: [("category", category.rawValue)] + CacheQuery.items(bypassing: bypassingCache)
        )
    }

    static func wrapUpReasons(_ team: ObjectID<Team>, bypassingCache: Bool) -> FinesseRequest {
        FinesseRequest(.teamResourceWrapUpReasons, team.rawValue, query: CacheQuery.items(bypassing: bypassingCache))
    }

    static func layouts(_ team: ObjectID<Team>, bypassingCache: Bool) -> FinesseRequest {
        FinesseRequest(
            .teamResourceMediaPropertiesLayouts,
            team.rawValue,
            query: CacheQuery.items(bypassing: bypassingCache)
        )
    }

    static func workflows(_ team: ObjectID<Team>, bypassingCache: Bool) -> FinesseRequest {
        FinesseRequest(.teamResourceWorkflows, team.rawValue, query: CacheQuery.items(bypassing: bypassingCache))
    }
}
