internal import XMLTree

/// Writes and reads the `User` element.
///
/// Source: Client Integration's step 5; Finesse REST developer guide, "User".
struct UserDocument: Sendable {
    var directory: UserDirectory

    /// The element for a user.
    ///
    /// - Parameters:
    ///   - user: The user.
    ///   - agent: What is known about the work.
    ///   - reason: The reason code, where there is one.
    ///   - asked: The id or name by which the user was asked for; the `uri` repeats it, as in Client Integration.
    ///   - name: The element's name.
    /// - Returns: The element.
    func element(
        _ user: SandboxUser,
        _ agent: AgentRecord,
        reason: ReasonCodeRecord?,
        askedFor asked: String,
        name: String = "User"
    ) -> FinesseXML {
        let loginId = directory.loginId(of: user)
        var children = [
            FinesseXML("dialogs", dialogs(of: user)), FinesseXML("extension", agent.phone),
            FinesseXML("firstName", user.firstName), FinesseXML("lastName", user.lastName),
            FinesseXML("loginId", loginId), FinesseXML("loginName", user.loginName), FinesseXML("mediaType", "1"),
        ]
        if let mobile = agent.mobile {
            children.append(
                FinesseXML(
                    "mobileAgent",
                    children: [
                        FinesseXML("mode", mobile.mode.rawValue), FinesseXML("dialNumber", mobile.dialNumber),
                    ]
                )
            )
        }
        children += [
            FinesseXML("pendingState", agent.shownPendingState), FinesseXML("reasonCodeId", String(agent.reasonCodeId)),
        ]
        if let reason { children.append(ReasonCodeRules.document(reason, hasId: true)) }
        children += [
            FinesseXML("roles", children: user.roles.map { FinesseXML("role", $0) }),
            FinesseXML(
                "settings",
                children: [
                    FinesseXML("wrapUpOnIncoming", user.wrapUpOnIncoming.rawValue),
                    FinesseXML("wrapUpOnOutgoing", user.wrapUpOnOutgoing.rawValue),
                ]
            ),
            FinesseXML("state", agent.state.rawValue),
            FinesseXML("stateChangeTime", agent.changedAt?.timestamp ?? ""), FinesseXML("teamId", user.teamId),
            FinesseXML("teamName", directory.teamName(of: user)),
        ]
        if user.isSupervisor, let team = directory.team(of: user) {
            children.append(FinesseXML("teams", children: [Self.element(team)]))
        }
        children += [
            FinesseXML("uri", "/finesse/api/User/\(TextEncodings.percentEncode(asked))"),
            FinesseXML("wrapUpTimer", String(user.wrapUpTimer)),
        ]
        if let device = agent.deviceId { children.append(FinesseXML("activeDeviceId", device)) }
        return FinesseXML(name, children: children)
    }

    /// The part of a user that teams show.
    ///
    /// Source: Finesse REST developer guide, "Team"; the reason's name is written with a small letter there.
    func summary(
        _ user: SandboxUser,
        _ agent: AgentRecord,
        reason: ReasonCodeRecord?,
        mediaState: String? = nil,
        name: String = "User"
    ) -> FinesseXML {
        let loginId = directory.loginId(of: user)
        var children = [
            FinesseXML("dialogs", dialogs(of: user)), FinesseXML("extension", agent.phone),
            FinesseXML("firstName", user.firstName), FinesseXML("lastName", user.lastName),
            FinesseXML("loginId", loginId), FinesseXML("mediaType", "1"),
            FinesseXML("pendingState", agent.shownPendingState),
        ]
        if let reason { children.append(ReasonCodeRules.document(reason, hasId: true).renamed("reasonCode")) }
        children += [
            FinesseXML("state", agent.state.rawValue),
            FinesseXML("stateChangeTime", agent.changedAt?.timestamp ?? ""),
            FinesseXML("uri", "/finesse/api/User/\(TextEncodings.percentEncode(loginId))"),
        ]
        if let mediaState { children.append(FinesseXML("mediaState", mediaState)) }
        return FinesseXML(name, children: children)
    }

    private func dialogs(of user: SandboxUser) -> String {
        let id = user.dialogsId ?? directory.loginId(of: user)
        return "/finesse/api/User/\(TextEncodings.percentEncode(id))/Dialogs"
    }

    /// Reads the body of a `PUT`.
    static func read(_ root: XMLElement) throws(ApiError) -> AgentStateRequest {
        let reason = root.child(named: "reasonCodeId")?.text.trimmed
        if let reason, !reason.isEmpty, Int(reason) == nil {
            throw .invalidInput("reasonCodeId must be a number", "reasonCodeId")
        }
        let mobile = root.child(named: "mobileAgent").map { element in
            (
                mode: element.child(named: "mode")?.text.trimmed ?? "",
                dialNumber: element.child(named: "dialNumber")?.text.trimmed ?? ""
            )
        }
        return AgentStateRequest(
            state: root.child(named: "state")?.text.trimmed,
            phone: root.child(named: "extension")?.text.trimmed,
            reasonCodeId: reason.flatMap { Int($0) },
            deviceId: root.child(named: "activeDeviceId")?.text.trimmed,
            mobile: mobile
        )
    }

    private static func element(_ team: SandboxTeam) -> FinesseXML {
        FinesseXML(
            "Team",
            children: [
                FinesseXML("id", team.id), FinesseXML("name", team.name),
                FinesseXML("uri", "/finesse/api/Team/\(TextEncodings.percentEncode(team.id))"),
            ]
        )
    }
}

extension AgentRecord {
    /// The pending state as it is shown: what work after a call leads to is no pending state.
    var shownPendingState: String { resume == nil ? "" : pendingState?.rawValue ?? "" }
}
