public import FinesseTypes
public import XMLTree

/// A team as lists name it: without its members.
///
/// Source: Finesse REST guide, "Team: Get List" and "User", `teams`.
public struct TeamSummary: FinesseObject {
    /// `Team`.
    public static let elementName = "Team"
    /// The element as it came.
    public let element: XMLElement

    /// Takes the element as it came.
    ///
    /// - Parameter element: A `Team` element; nothing about it is checked.
    public init(element: XMLElement) {
        self.element = element
    }

    /// The id that addresses take: `id`, or else the last part of the `uri`.
    public var teamID: TeamID? { id.map { TeamID($0.rawValue) } }
    /// The team's name (wire name `name`).
    public var name: String? { element.field("name") }
}
