extension SandboxWorld {
    /// How a notification says that something happened.
    enum EventMethod: String, Sendable {
        case post = "POST"
        case put = "PUT"
        case delete = "DELETE"
    }

    /// Tells that an agent changed: the agent's own node, and that of the team.
    ///
    /// Source: Finesse REST guide, "User Notification", "Team Notification".
    func publish(_ record: AgentRecord, of user: SandboxUser, requestId: String) {
        let id = directory.loginId(of: user)
        let uri = "/finesse/api/User/\(TextEncodings.percentEncode(id))"
        let document = UserDocument(directory: directory)
        let reason = reasonCode(id: record.reasonCodeId)
        publish(
            NotificationRecord(
                node: uri,
                source: uri,
                method: EventMethod.put.rawValue,
                requestId: requestId,
                data: document.element(user, record, reason: reason, askedFor: id, name: "user").text()
            )
        )
        publish(
            NotificationRecord(
                node: "/finesse/api/Team/\(user.teamId)/Users",
                source: uri,
                method: EventMethod.put.rawValue,
                data: document.summary(user, record, reason: reason, name: "user").text()
            )
        )
    }

    /// Tells an agent about a call: it came to the list, left it, or changed.
    ///
    /// Source: Finesse REST guide, "Dialog Notifications".
    func publish(_ dialog: DialogRecord, at loginId: String, _ method: EventMethod, _ requestId: String = "") {
        let node = dialogsNode(of: loginId)
        let isMember = method == .put
        let data =
            isMember ? element(dialog, "dialog") : FinesseXML("dialogs", children: [element(dialog)])
        publish(
            NotificationRecord(
                node: node,
                source: isMember ? "/finesse/api/Dialog/\(dialog.id)" : node,
                method: method.rawValue,
                requestId: requestId,
                data: data.text()
            )
        )
    }

    /// Tells an agent why something that was accepted did not happen.
    ///
    /// - Parameters:
    ///   - fault: Why.
    ///   - source: The object.
    ///   - loginId: The agent.
    ///   - requestId: The request.
    ///   - suffix: What follows the user in the node's name.
    func publish(
        _ fault: CentreFault,
        about source: String,
        at loginId: String,
        _ requestId: String,
        suffix: String = ""
    ) {
        let node = suffix.isEmpty ? userNode(of: loginId) : dialogsNode(of: loginId)
        publish(
            NotificationRecord(
                node: node,
                source: source,
                method: EventMethod.put.rawValue,
                requestId: requestId,
                data: fault.document.text()
            )
        )
    }

    private func userNode(of loginId: String) -> String {
        let id = directory.user(named: loginId).map { directory.loginId(of: $0) } ?? loginId
        return "/finesse/api/User/\(TextEncodings.percentEncode(id))"
    }

    private func dialogsNode(of loginId: String) -> String { userNode(of: loginId) + "/Dialogs" }
}
