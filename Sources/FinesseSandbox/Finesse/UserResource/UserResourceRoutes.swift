extension RESTService {
    /// What a user chooses from; the lists are deprecated from 12.5 on and served all the same.
    ///
    /// Source: Finesse REST guide, "User—Get Reason Code", "Get Wrap-Up Reason", "Get Default Media Properties Layout" and
    /// the lists; the addresses of the last three are inferred from those of TeamResource.
    static let userResourceRoutes: [RESTRoute] =
        [
            own("U12", "ReasonCode/{object}") { call, user throws(ApiError) in
                let id = try call.objectNumber()
                guard let code = await call.world.reasonCodes[id] else {
                    throw .objectNotFound("ReasonCode", String(id))
                }
                let codes = await call.world.reasonCodes(category: code.category, teamId: user.teamId)
                guard codes.contains(code) else {
                    throw .finesseApi("The reason code is not of the user's team", String(id))
                }
                return .document(ReasonCodeRules.document(code, uri: call.objectURI("ReasonCode", id)))
            },
            own("U13", "ReasonCodes") { call, user throws(ApiError) in
                let category = try ReasonCodeRules.category(call.query["category"])
                return .document(await call.world.reasonCodesDocument(teamId: user.teamId, category: category))
            },
            own("U14", "WrapUpReason/{object}") { call, user throws(ApiError) in
                let id = try call.objectNumber()
                guard let reason = await call.world.wrapUpReasons[id] else {
                    throw .objectNotFound("WrapUpReason", String(id))
                }
                guard await call.world.wrapUpReasons(teamId: user.teamId).contains(reason) else {
                    throw .finesseApi("The wrap-up reason is not of the user's team", String(id))
                }
                return .document(WrapUpReasonRules.document(reason, uri: call.objectURI("WrapUpReason", id)))
            },
            own("U15", "WrapUpReasons") { call, user throws(ApiError) in
                .document(await call.world.wrapUpReasonsDocument(teamId: user.teamId))
            },
            own("U16", "MediaPropertiesLayout") { call, _ throws(ApiError) in
                .document(MediaLayoutRules.document(try await call.world.defaultMediaLayout()))
            },
            own("U17", "MediaPropertiesLayouts") { call, user throws(ApiError) in
                .document(await call.world.mediaLayoutsDocument(teamId: user.teamId))
            },
            own("U18", "PhoneBooks") { call, user throws(ApiError) in
                .answer(try await call.world.phoneBookAnswer(teamId: user.teamId, range: try call.contactRange()))
            },
            own("U19", "Workflows") { call, user throws(ApiError) in
                .document(await call.world.workflowsDocument(teamId: user.teamId))
            },
        ]

    private static func own(
        _ api: String,
        _ name: String,
        _ work: @escaping @Sendable (RESTCall, SandboxUser) async throws(ApiError) -> RESTReply
    ) -> RESTRoute {
        .serving(api, "GET", "User/{id}/\(name)", who: .user, isConfiguration: false) { call throws(ApiError) in
            try await work(call, try call.ownUser())
        }
    }
}

extension RESTCall {
    fileprivate func objectNumber() throws(ApiError) -> Int {
        let text = path["object"] ?? ""
        guard let number = Int(text) else { throw .badRequest("The id must be a number", text) }
        return number
    }

    fileprivate func objectURI(_ object: String, _ id: Int) -> String {
        "/finesse/api/User/\(TextEncodings.percentEncode(path["id"] ?? ""))/\(object)/\(id)"
    }
}
