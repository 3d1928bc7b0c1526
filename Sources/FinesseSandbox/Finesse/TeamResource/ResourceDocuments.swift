// What agents read of what an administrator configured, for a team.

extension SandboxWorld {
    /// The reason codes of a team.
    func reasonCodesDocument(teamId: String, category: String) -> FinesseXML {
        let categories = category == "ALL" ? ReasonCodeRules.categories : [category]
        let codes = categories.flatMap { reasonCodes(category: $0, teamId: teamId) }
        return ReasonCodeRules.document(codes, category: category)
    }

    /// The wrap-up reasons of a team.
    func wrapUpReasonsDocument(teamId: String) -> FinesseXML {
        FinesseXML("WrapUpReasons", children: wrapUpReasons(teamId: teamId).map { WrapUpReasonRules.document($0) })
    }

    /// The layouts of a team.
    func mediaLayoutsDocument(teamId: String) -> FinesseXML {
        FinesseXML(
            "MediaPropertiesLayouts",
            children: mediaLayouts(teamId: teamId).map { MediaLayoutRules.document($0) }
        )
    }

    /// The workflows of a team, with everything that their actions need.
    func workflowsDocument(teamId: String) -> FinesseXML {
        let actions = workflowActions
        return FinesseXML(
            "Workflows",
            children: workflows(teamId: teamId).map { WorkflowRules.document($0, actions: actions, isWhole: true) }
        )
    }
}

extension RESTCall {
    /// The contacts that `Range` asks for; it may be left out from 12.6(2) on.
    func contactRange() throws(ApiError) -> ContactRange {
        try ContactRange(
            request.header("range"),
            isNeeded: !world.configuration.knows(.release1262),
            most: ContactRange.most(world.configuration)
        )
    }
}
