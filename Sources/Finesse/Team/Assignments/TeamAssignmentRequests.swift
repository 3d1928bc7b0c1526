import XMLTree

/// The requests on what teams are assigned, built and not sent.
///
/// Source: Finesse REST guide, "Team APIs".
enum TeamAssignmentRequests {
    static func list() -> FinesseRequest {
        FinesseRequest(.teams)
    }

    static func reasonCodes(assignedTo team: ObjectID<Team>, category: ReasonCodeCategory) -> FinesseRequest {
        FinesseRequest(.teamReasonCodes, team.rawValue, query: [("category", category.rawValue)])
    }

    static func assign(
        reasonCodes ids: [ObjectID<ReasonCode>],
        toTeam team: ObjectID<Team>,
        category: ReasonCodeCategory
    ) -> FinesseRequest {
        FinesseRequest(
            .assignReasonCodes,
            team.rawValue,
            query: [("category", category.rawValue)],
            body: .element(list("ReasonCodes", ids))
        )
    }

    static func wrapUpReasons(assignedTo team: ObjectID<Team>) -> FinesseRequest {
        FinesseRequest(.teamWrapUpReasons, team.rawValue)
    }

    static func assign(wrapUpReasons ids: [ObjectID<WrapUpReason>], toTeam team: ObjectID<Team>) -> FinesseRequest {
        FinesseRequest(.assignWrapUpReasons, team.rawValue, body: .element(list("WrapUpReasons", ids)))
    }

    static func phoneBooks(assignedTo team: ObjectID<Team>) -> FinesseRequest {
        FinesseRequest(.teamPhoneBooks, team.rawValue)
    }

    static func assign(phoneBooks ids: [ObjectID<PhoneBook>], toTeam team: ObjectID<Team>) -> FinesseRequest {
        FinesseRequest(.assignPhoneBooks, team.rawValue, body: .element(list("PhoneBooks", ids)))
    }

    static func layout(assignedTo team: ObjectID<Team>) -> FinesseRequest {
        FinesseRequest(.teamLayoutConfig, team.rawValue)
    }

    static func assign(layout: TeamLayoutConfigChange, toTeam team: ObjectID<Team>) -> FinesseRequest {
        FinesseRequest(.assignLayoutConfig, team.rawValue, body: .element(layout.element))
    }

    static func workflows(assignedTo team: ObjectID<Team>) -> FinesseRequest {
        FinesseRequest(.teamWorkflows, team.rawValue)
    }

    static func assign(workflows ids: [ObjectID<Workflow>], toTeam team: ObjectID<Team>) -> FinesseRequest {
        FinesseRequest(.assignWorkflows, team.rawValue, body: .element(list("Workflows", ids)))
    }

    static func mediaPropertiesLayouts(assignedTo team: ObjectID<Team>) -> FinesseRequest {
        FinesseRequest(.teamMediaPropertiesLayouts, team.rawValue)
    }

    static func assign(
        mediaPropertiesLayouts ids: [ObjectID<MediaPropertiesLayout>],
        toTeam team: ObjectID<Team>
    ) -> FinesseRequest {
        FinesseRequest(
            .assignMediaPropertiesLayouts,
            team.rawValue,
            body: .element(list("MediaPropertiesLayouts", ids))
        )
    }

    /// A list of objects, each with its path alone.
    private static func list<Object: FinesseObject>(_ name: String, _ ids: [ObjectID<Object>]) -> XMLElement {
        XMLElement(name, elements: ids.map { ObjectReference(to: $0).element })
    }
}
