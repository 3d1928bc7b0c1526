public import XMLTree

/// A team and the agents in it.
///
/// Source: Finesse REST guide, "Team".
public struct Team: FinesseObject {
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

    /// The team's name (wire name `name`).
    public var name: String? { element.field("name") }
    /// The agents, each with the fields of a summary only (wire name `users`).
    public var users: [User] { element.first("users")?.all("User").compactMap(User.init(element:)) ?? [] }
}
