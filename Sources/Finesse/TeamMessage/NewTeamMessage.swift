public import XMLTree

/// A message to be sent to teams.
///
/// Source: Finesse REST guide, "TeamMessage: Create".
public struct NewTeamMessage: FinesseChange {
    /// How long it is shown, in seconds.
    public var duration: Int
    /// What it says: at most 255 characters.
    public var content: String
    /// The ids of the teams it goes to.
    public var teamIDs: [ObjectID<Team>]

    /// Makes a change of what is given.
    ///
    /// - Parameters:
    ///   - duration: How long it is shown, in seconds.
    ///   - content: What it says: at most 255 characters.
    ///   - teamIDs: The ids of the teams it goes to.
    public init(duration: Int, content: String, teamIDs: [ObjectID<Team>]) {
        self.duration = duration
        self.content = content
        self.teamIDs = teamIDs
    }

    /// The element that is sent.
    public var element: XMLElement {
        var builder = ElementBuilder(TeamMessage.elementName)
        builder.add("duration", duration)
        builder.add("content", content)
        builder.add(XMLElement("teams", elements: teamIDs.map { XMLElement("team", text: $0.rawValue) }))
        return builder.element
    }
}
