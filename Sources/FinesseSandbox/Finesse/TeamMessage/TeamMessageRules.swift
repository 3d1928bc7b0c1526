internal import XMLTree

/// A message that a supervisor shows teams for a while.
struct TeamMessageRecord: Codable, Hashable, Sendable {
    var id: String
    /// Who wrote it: the login id, which is the user name for an administrator.
    var authorId: String
    var authorFirstName: String
    var authorLastName: String
    var createdAt: SandboxInstant
    /// How long it is shown, in seconds.
    var duration: Int
    var content: String
    /// The ids of the teams.
    var teams: [String]

    /// When it is shown no more.
    var end: SandboxInstant { createdAt.advanced(by: .seconds(duration)) }
}

/// The rules of team messages.
///
/// Source: Finesse REST guide, "TeamMessage" and its parameters; the errors of a body that is not as it should be are
/// inferred from those of the other APIs.
enum TeamMessageRules {
    /// What a request to create a message says.
    struct Draft: Hashable, Sendable {
        var duration: Int
        var content: String
        var teams: [String]
    }

    /// Reads a request to create a message.
    static func draft(_ body: ObjectBody) throws(ApiError) -> Draft {
        let content = try body.needed("content")
        if let fault = TextRules.fault(content, of: "content", upTo: 255) { throw fault }
        _ = try body.needed("duration")
        guard let duration = try body.number("duration"), duration > 0 else {
            throw .invalidInput("duration must be a number of seconds", "duration")
        }
        guard let list = body.child("teams") else { throw .parameterMissing("teams") }
        let teams = ObjectBody(list).children("team").map(\.text.trimmed)
        guard !teams.isEmpty, !teams.contains("") else { throw .parameterMissing("team") }
        return Draft(duration: duration, content: content, teams: teams)
    }

    /// There are as many messages as there may be.
    static let limitExceeded = ApiError(
        status: 400,
        type: "System Resource Limit Exceeded",
        message: "MAX_ACTIVE_MESSAGE_LIMIT_EXCEEDED",
        data: "teammessage.max.limit.exceeded",
        refusal: .constraint
    )

    /// The element of a message.
    static func document(_ record: TeamMessageRecord) -> FinesseXML {
        FinesseXML(
            "TeamMessage",
            children: [
                FinesseXML("uri", "/finesse/api/TeamMessage/\(record.id)"), FinesseXML("id", record.id),
                FinesseXML(
                    "createdBy",
                    children: [
                        FinesseXML("id", record.authorId), FinesseXML("firstName", record.authorFirstName),
                        FinesseXML("lastName", record.authorLastName),
                    ]
                ),
                FinesseXML("createdAt", String(record.createdAt.seconds)),
                FinesseXML("duration", String(record.duration)), FinesseXML("content", record.content),
                FinesseXML("teams", children: record.teams.map { FinesseXML("team", $0) }),
            ]
        )
    }
}

extension SandboxWorld {
    /// The messages that are shown now, in the order in which they were written.
    var activeTeamMessages: [TeamMessageRecord] {
        state.teamMessages.values(now: clock.now).sorted { ($0.createdAt, $0.id) < ($1.createdAt, $1.id) }
    }

    /// A message that is shown now.
    func teamMessage(_ id: String) -> TeamMessageRecord? { state.teamMessages.value(id, now: clock.now) }

    /// Keeps a message until its time is over.
    func createTeamMessage(
        _ draft: TeamMessageRules.Draft,
        by author: (id: String, firstName: String, lastName: String)
    ) throws(ApiError) -> TeamMessageRecord {
        guard activeTeamMessages.count < configuration.teamMessageLimit else { throw TeamMessageRules.limitExceeded }
        let record = TeamMessageRecord(
            id: random.guid(),
            authorId: author.id,
            authorFirstName: author.firstName,
            authorLastName: author.lastName,
            createdAt: clock.now,
            duration: draft.duration,
            content: draft.content,
            teams: draft.teams
        )
        state.teamMessages.set(record.id, record, until: record.end, now: clock.now)
        return record
    }

    /// Takes a message back.
    func deleteTeamMessage(_ id: String) { state.teamMessages.remove(id, now: clock.now) }
}
