import FinesseTypes

/// The requests on what is configured for one user, built and not sent.
///
/// Source: Finesse REST guide, "User APIs".
enum UserListRequests {
    static func reasonCode(_ id: ObjectID<ReasonCode>, ofUser user: LoginID) -> FinesseRequest {
        FinesseRequest(.userReasonCode, user.rawValue, id.rawValue)
    }

    static func reasonCodes(ofUser user: LoginID, category: ReasonCodeCategory) -> FinesseRequest {
        FinesseRequest(.userReasonCodes, user.rawValue, query: [("category", category.rawValue)])
    }

    static func wrapUpReason(_ id: ObjectID<WrapUpReason>, ofUser user: LoginID) -> FinesseRequest {
        FinesseRequest(.userWrapUpReason, user.rawValue, id.rawValue)
    }

    static func wrapUpReasons(ofUser user: LoginID) -> FinesseRequest {
        FinesseRequest(.userWrapUpReasons, user.rawValue)
    }

    static func layout(ofUser user: LoginID) -> FinesseRequest {
        FinesseRequest(.userMediaPropertiesLayout, user.rawValue)
    }

    static func layouts(ofUser user: LoginID) -> FinesseRequest {
        FinesseRequest(.userMediaPropertiesLayouts, user.rawValue)
    }

    static func workflows(ofUser user: LoginID) -> FinesseRequest {
        FinesseRequest(.userWorkflows, user.rawValue)
    }
}
