public import FinesseTypes
public import XMLTree

/// An agent or supervisor as Finesse shows them.
///
/// A view on the element as it came: what is not named here is still in ``element``.
///
/// Source: Finesse REST guide, "User".
public struct User: Hashable, Sendable {
    /// The element as it came.
    public let element: XMLElement
    /// The one identifier that later calls take (wire name `loginId`).
    public let loginID: LoginID

    /// Takes the element as it came; nil when it has no `loginId`, since one is never made from a URI.
    ///
    /// - Parameter element: A `User` element.
    public init?(element: XMLElement) {
        guard let loginID = element.text(of: "loginId") else { return nil }
        self.element = element
        self.loginID = LoginID(loginID)
    }

    /// The name the agent signs in with (wire name `loginName`).
    public var loginName: LoginName? { element.text(of: "loginName").map { LoginName($0) } }
    /// The present state; `AgentState/unknown` when the server gave none (wire name `state`).
    public var state: AgentState { element.text(of: "state").map(AgentState.init(rawValue:)) ?? .unknown }
    /// The state that follows the present call (wire name `pendingState`).
    public var pendingState: AgentState? { element.text(of: "pendingState").map(AgentState.init(rawValue:)) }
    /// When the state began, ISO 8601; nil until a change was seen (wire name `stateChangeTime`).
    public var stateChangeTime: String? { element.text(of: "stateChangeTime") }
    /// The database id of the reason code; nil when none was chosen (wire name `reasonCodeId`).
    public var reasonCodeID: Int? { element.text(of: "reasonCodeId").flatMap { Int($0) } }
    /// The extension in use (wire name `extension`).
    public var phoneExtension: String? { element.text(of: "extension") }
    /// The first name (wire name `firstName`).
    public var firstName: String? { element.text(of: "firstName") }
    /// The last name (wire name `lastName`).
    public var lastName: String? { element.text(of: "lastName") }
    /// `Agent`, `Supervisor`, in the server's order (wire name `roles/role`).
    public var roles: [String] {
        element.child(named: "roles")?.children(named: "role").compactMap(\.trimmedText) ?? []
    }
    /// The id of the agent's team (wire name `teamId`).
    public var teamID: String? { element.text(of: "teamId") }
    /// The name of the agent's team (wire name `teamName`).
    public var teamName: String? { element.text(of: "teamName") }
    /// The media type (wire name `mediaType`).
    public var mediaType: String? { element.text(of: "mediaType") }
    /// Seconds of wrap-up (wire name `wrapUpTimer`).
    public var wrapUpTimer: Int? { element.text(of: "wrapUpTimer").flatMap { Int($0) } }
}
