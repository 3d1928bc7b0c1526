import FinesseTypes
import XMLTree

/// The requests on a User, built and not sent.
///
/// Source: Finesse REST guide, "User APIs".
enum UserRequests {
    static func show(_ id: LoginID) -> FinesseRequest {
        FinesseRequest(operation: .user(id), method: "GET", path: ["User", id.rawValue])
    }

    static func find(_ name: LoginName) -> FinesseRequest {
        FinesseRequest(operation: .userByName(name), method: "GET", path: ["User", name.rawValue])
    }

    static func list() -> FinesseRequest { FinesseRequest(.users) }

    static func signIn(_ id: LoginID, phoneExtension: String, activeDeviceID: String?) -> FinesseRequest {
        let device = activeDeviceID.map { [("activeDeviceId", $0)] } ?? []
        return change(id, .signIn(id), [("state", AgentState.login.rawValue), ("extension", phoneExtension)] + device)
    }

    static func signIn(_ id: LoginID, phoneExtension: String, as mobileAgent: MobileAgent) -> FinesseRequest {
        var body = ElementBuilder("User")
        body.add("state", AgentState.login.rawValue)
        body.add("extension", phoneExtension)
        body.add(mobileAgent.element)
        return FinesseRequest(.signInAsMobileAgent, id.rawValue, body: .element(body.element))
    }

    static func changeState(_ id: LoginID, to state: AgentState, reasonCodeID: Int?) -> FinesseRequest {
        change(id, .changeState(id, state), [("state", state.rawValue)] + reason(reasonCodeID))
    }

    static func signOut(_ id: LoginID, reasonCodeID: Int?) -> FinesseRequest {
        change(id, .signOut(id), [("state", AgentState.logout.rawValue)] + reason(reasonCodeID))
    }

    private static func reason(_ id: Int?) -> [(String, String)] { id.map { [("reasonCodeId", "\($0)")] } ?? [] }

    private static func change(
        _ id: LoginID,
        _ operation: FinesseOperation,
        _ children: [(String, String)]
    ) -> FinesseRequest {
        FinesseRequest(
            operation: operation,
            method: "PUT",
            path: ["User", id.rawValue],
            body: XMLElement("User", elements: children.map { XMLElement($0.0, text: $0.1) })
        )
    }
}

enum UserAnswers {
    static func user(_ answer: FinesseAnswer) throws(FinesseError) -> User {
        let root = try answer.document(named: "User")
        guard let user = User(element: root) else {
            throw .unreadableAnswer(.missing(element: "loginId"), answer.call)
        }
        return user
    }

    static func users(_ answer: FinesseAnswer) throws(FinesseError) -> [User] {
        try answer.document(named: "Users").all("User").compactMap(User.init(element:))
    }
}
