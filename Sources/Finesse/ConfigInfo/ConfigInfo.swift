public import XMLTree

/// How much is configured.
///
/// Source: Finesse REST guide, "ConfigInfo".
public struct ConfigInfo: FinesseObject {
    /// `ConfigInfo`.
    public static let elementName = "ConfigInfo"
    /// The element as it came.
    public let element: XMLElement

    /// Takes the element as it came.
    ///
    /// - Parameter element: A `ConfigInfo` element; nothing about it is checked.
    public init(element: XMLElement) {
        self.element = element
    }

    /// The number of skill groups (wire name `totalSkillGroups`).
    public var totalSkillGroups: Int? { element.number("totalSkillGroups") }
    /// The number of supervisors (wire name `totalSupervisors`).
    public var totalSupervisors: Int? { element.number("totalSupervisors") }
    /// The number of teams (wire name `totalTeams`).
    public var totalTeams: Int? { element.number("totalTeams") }
    /// The number of users (wire name `totalUsers`).
    public var totalUsers: Int? { element.number("totalUsers") }
    /// The release, in the server's words (wire name `versionInfo`).
    public var versionInfo: String? { element.field("versionInfo") }
}
