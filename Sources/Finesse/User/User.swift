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
        guard let loginID = element.filled("loginId") else { return nil }
        self.element = element
        self.loginID = LoginID(loginID)
    }

    /// The name the agent signs in with (wire name `loginName`).
    public var loginName: LoginName? { element.filled("loginName").map { LoginName($0) } }
    /// The present state; `AgentState/unknown` when the server gave none (wire name `state`).
    public var state: AgentState { element.filled("state").map(AgentState.init(rawValue:)) ?? .unknown }
    /// The state that follows the present call (wire name `pendingState`).
    public var pendingState: AgentState? { element.filled("pendingState").map(AgentState.init(rawValue:)) }
    /// When the state began, ISO 8601; nil until a change was seen (wire name `stateChangeTime`).
    public var stateChangeTime: String? { element.filled("stateChangeTime") }
    /// The database id of the reason code; nil when none was chosen (wire name `reasonCodeId`).
    public var reasonCodeID: Int? { element.filled("reasonCodeId").flatMap { Int($0) } }
    /// The extension in use (wire name `extension`).
    public var phoneExtension: String? { element.filled("extension") }
    /// The first name (wire name `firstName`).
    public var firstName: String? { element.filled("firstName") }
    /// The last name (wire name `lastName`).
    public var lastName: String? { element.filled("lastName") }
    /// `Agent`, `Supervisor`, in the server's order (wire name `roles/role`).
    public var roles: [String] {
        element.first("roles")?.all("role").compactMap(\.trimmedText) ?? []
    }
    /// The id of the agent's team (wire name `teamId`).
    public var teamID: String? { element.filled("teamId") }
    /// The name of the agent's team (wire name `teamName`).
    public var teamName: String? { element.filled("teamName") }
    /// The media type (wire name `mediaType`).
    public var mediaType: String? { element.filled("mediaType") }
    /// Seconds of wrap-up (wire name `wrapUpTimer`).
    public var wrapUpTimer: Int? { element.filled("wrapUpTimer").flatMap { Int($0) } }
    /// The path of this user (wire name `uri`).
    public var uri: String? { element.field("uri") }
    /// The path of the user's dialogs, which need not have the login id in it (wire name `dialogs`).
    public var dialogsURI: String? { element.field("dialogs") }
    /// The reason code of the present state, under either of its spellings (wire name `ReasonCode`, `reasonCode` in a team).
    public var reasonCode: ReasonCode? { element.first("ReasonCode").map(ReasonCode.init(element:)) }
    /// What the administrator has set for the user; empty where the server gave nothing (wire name `settings`).
    public var settings: Settings {
        Settings(element: element.first("settings") ?? XMLElement("settings", elements: []))
    }
    /// The mode and number of a mobile agent; known to the node of the sign-in only (wire name `mobileAgent`).
    public var mobileAgent: MobileAgent? { element.first("mobileAgent").flatMap(MobileAgent.init(element:)) }
    /// The id of the person in the contact centre's database (wire name `skillTargetId`).
    public var skillTargetID: String? { element.field("skillTargetId") }
    /// The teams that a supervisor supervises, without their agents (wire name `teams`).
    public var supervisedTeams: [Team] { element.items(in: "teams") }
    /// What the user's release offers, such as `AgentAnswers` (wire name `services`).
    public var services: [String] { element.first("services")?.all("service").compactMap(\.trimmedText) ?? [] }
    /// The device in use, where an agent has several (wire name `activeDeviceId`).
    public var activeDeviceID: String? { element.field("activeDeviceId") }
    /// `BUSY` or `IDLE`; in teams of Unified CCX only (wire name `mediaState`).
    public var mediaState: String? { element.field("mediaState") }
    /// True for a supervisor.
    public var isSupervisor: Bool { roles.contains { $0.lowercased() == "supervisor" } }
    /// When the state began, in milliseconds since 1970; nil where it is not told, or not in ISO 8601 (wire name
    /// `stateChangeTime`).
    public var stateChangeMilliseconds: Int64? { stateChangeTime.flatMap(ServerTime.milliseconds(iso8601:)) }
}

extension User {
    /// What the administrator has set for a user.
    ///
    /// Source: Finesse REST guide, "User", `settings`.
    public struct Settings: Hashable, Sendable {
        /// The element as it came.
        public let element: XMLElement

        /// Takes the element as it came.
        ///
        /// - Parameter element: A `settings` element; nothing about it is checked.
        public init(element: XMLElement) {
            self.element = element
        }

        /// Whether calls that came in are wrapped up (wire name `wrapUpOnIncoming`).
        public var wrapUpOnIncoming: WrapUpMode? { element.word("wrapUpOnIncoming") }
        /// Whether calls that went out are wrapped up (wire name `wrapUpOnOutgoing`).
        public var wrapUpOnOutgoing: WrapUpMode? { element.word("wrapUpOnOutgoing") }
        /// `enabled` where the agent may choose a device (wire name `deviceSelection`).
        public var deviceSelection: String? { element.field("deviceSelection") }
    }

    /// Whether an agent wraps calls up.
    public struct WrapUpMode: ServerWord {
        /// The server's word, such as `OPTIONAL`.
        public var rawValue: String

        /// Takes the server's word.
        ///
        /// - Parameter rawValue: The word as it stands in the answer.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// When the agent asks for it.
        public static let optional = Self(rawValue: "OPTIONAL")
        /// Never.
        public static let notAllowed = Self(rawValue: "NOT_ALLOWED")
        /// Always.
        public static let required = Self(rawValue: "REQUIRED")
        /// Always, and not without a reason.
        public static let requiredWithData = Self(rawValue: "REQUIRED_WITH_WRAP_UP_DATA")
    }
}

/// How an agent without a phone in the house is reached (Unified CCE).
///
/// Source: Finesse REST guide, "User", `mobileAgent`.
public struct MobileAgent: Hashable, Sendable {
    /// How the number is used.
    public var mode: Mode
    /// The agent's number (wire name `dialNumber`).
    public var dialNumber: String

    /// Makes a mobile agent from its parts.
    ///
    /// - Parameters:
    ///   - mode: How the number is used.
    ///   - dialNumber: The agent's number.
    public init(mode: Mode, dialNumber: String) {
        self.mode = mode
        self.dialNumber = dialNumber
    }

    /// Nil for an element that holds nothing, as agents without a number have.
    init?(element: XMLElement) {
        guard let mode: Mode = element.word("mode") else { return nil }
        self.init(mode: mode, dialNumber: element.filled("dialNumber") ?? "")
    }

    /// The element that is sent.
    var element: XMLElement {
        var builder = ElementBuilder("mobileAgent")
        builder.add("mode", mode)
        builder.add("dialNumber", dialNumber)
        return builder.element
    }

    /// How the number of a mobile agent is used.
    public struct Mode: ServerWord {
        /// The server's word, such as `CALL_BY_CALL`.
        public var rawValue: String

        /// Takes the server's word.
        ///
        /// - Parameter rawValue: The word as it stands in the answer.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// Called anew for each call.
        public static let callByCall = Self(rawValue: "CALL_BY_CALL")
        /// One line that stays open.
        public static let nailedConnection = Self(rawValue: "NAILED_CONNECTION")
    }
}
