public import FinesseTypes
public import XMLTree

/// A message of a supervisor to teams.
///
/// Source: Finesse REST guide, "TeamMessage".
public struct TeamMessage: FinesseObject {
    /// `TeamMessage`.
    public static let elementName = "TeamMessage"
    /// The element as it came.
    public let element: XMLElement

    /// Takes the element as it came.
    ///
    /// - Parameter element: A `TeamMessage` element; nothing about it is checked.
    public init(element: XMLElement) {
        self.element = element
    }

    /// Who wrote it (wire name `createdBy`).
    public var author: Author? { element.first(Author.elementName).map(Author.init(element:)) }
    /// When it was written, in seconds since 1970 (wire name `createdAt`).
    public var createdAt: Int? { element.number("createdAt") }
    /// How long it is shown, in seconds (wire name `duration`).
    public var duration: Int? { element.number("duration") }
    /// What it says (wire name `content`).
    public var content: String? { element.field("content") }
    /// The ids of the teams it goes to (wire name `teams/team`).
    public var teamIDs: [ObjectID<Team>] {
        element.first("teams")?.all("team").compactMap { $0.trimmedText.map { ObjectID<Team>($0) } } ?? []
    }
}

extension TeamMessage {
    /// Who wrote a message.
    public struct Author: FinesseObject {
        /// `createdBy`.
        public static let elementName = "createdBy"
        /// The element as it came.
        public let element: XMLElement

        /// Takes the element as it came.
        ///
        /// - Parameter element: A `createdBy` element; nothing about it is checked.
        public init(element: XMLElement) {
            self.element = element
        }

        /// The login id (wire name `id`).
        public var loginID: LoginID? { element.filled("id").map { LoginID($0) } }
        /// The first name (wire name `firstName`).
        public var firstName: String? { element.field("firstName") }
        /// The last name (wire name `lastName`).
        public var lastName: String? { element.field("lastName") }
    }
}
