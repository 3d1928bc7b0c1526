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
    ///   - name: The id or name by which the user was asked for; the `uri` repeats it, as in Client Integration.
    /// - Returns: The element.
    func text(_ user: SandboxUser, _ agent: AgentRecord, askedFor name: String) -> String {
        let loginId = directory.loginId(of: user)
        let dialogsId = user.dialogsId ?? loginId
        var children = [
            FinesseXML("dialogs", "/finesse/api/User/\(TextEncodings.percentEncode(dialogsId))/Dialogs"),
            FinesseXML("extension", agent.phone),
            FinesseXML("firstName", user.firstName),
            FinesseXML("lastName", user.lastName),
            FinesseXML("loginId", loginId),
            FinesseXML("loginName", user.loginName),
            FinesseXML("mediaType", "1"),
            FinesseXML("pendingState", ""),
            FinesseXML("reasonCodeId", String(agent.reasonCodeId)),
            FinesseXML("roles", children: user.roles.map { FinesseXML("role", $0) }),
            FinesseXML("settings", children: [FinesseXML("wrapUpOnIncoming", "OPTIONAL")]),
            FinesseXML("state", agent.state),
            FinesseXML("stateChangeTime", agent.changedAt?.timestamp ?? ""),
            FinesseXML("teamId", user.teamId),
            FinesseXML("teamName", directory.teamName(of: user)),
        ]
        if user.isSupervisor, let team = directory.team(of: user) {
            children.append(FinesseXML("teams", children: [Self.element(team)]))
        }
        children += [
            FinesseXML("uri", "/finesse/api/User/\(TextEncodings.percentEncode(name))"),
            FinesseXML("wrapUpTimer", "30"),
        ]
        return FinesseXML("User", children: children).text()
    }

    /// Reads the body of a `PUT`.
    ///
    /// - Returns: What it asks for, or the error that answers it.
    static func read(_ body: [UInt8]) -> Result<AgentStateRequest, ApiErrorAnswer> {
        let root: XMLElement
        do {
            root = try XMLTree.parse(body, limits: XMLLimits(length: 64 << 10, depth: 32, nodes: 2000))
        } catch {
            return .failure(ApiErrorAnswer(error: .badRequest("The body is not well-formed XML")))
        }
        guard root.name.local == "User" else {
            return .failure(ApiErrorAnswer(error: .badRequest("The body must be a User element")))
        }
        let reason = root.child(named: "reasonCodeId")?.text.trimmed
        if let reason, !reason.isEmpty, Int(reason) == nil {
            return .failure(ApiErrorAnswer(error: .invalidInput("reasonCodeId must be a number", "reasonCodeId")))
        }
        return .success(
            AgentStateRequest(
                state: root.child(named: "state")?.text.trimmed,
                phone: root.child(named: "extension")?.text.trimmed,
                reasonCodeId: reason.flatMap { Int($0) }
            )
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

/// An ``ApiError`` as the failure of a result.
struct ApiErrorAnswer: Error, Hashable, Sendable {
    var error: ApiError
}
