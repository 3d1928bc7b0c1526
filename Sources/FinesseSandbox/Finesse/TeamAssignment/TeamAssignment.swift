/// What an administrator assigns to a team.
enum TeamAssignmentKind: Hashable, Sendable {
    case reasonCodes(category: String)
    case wrapUpReasons
    case phoneBooks
    case workflows
    case mediaLayouts

    /// The word by which an assignment is kept.
    var word: String {
        switch self {
        case .reasonCodes(let category): "ReasonCodes.\(category)"
        case .wrapUpReasons: "WrapUpReasons"
        case .phoneBooks: "PhoneBooks"
        case .workflows: "Workflows"
        case .mediaLayouts: "MediaPropertiesLayouts"
        }
    }
}

/// What was assigned to a team by a request: it takes the place of what the configuration assigns.
struct TeamAssignmentRecord: Codable, Hashable, Sendable {
    /// The numbers of what is assigned, in order.
    var ids: [Int]
}

extension SandboxWorld {
    /// The numbers of what is assigned to a team, in order; what was deleted since may be among them.
    func assigned(_ kind: TeamAssignmentKind, to teamId: String) -> [Int] {
        if let kept = state.teamAssignments.value("\(teamId)/\(kind.word)", now: clock.now) { return kept.ids }
        return switch kind {
        case .reasonCodes(let category):
            configuration.reasonCodes
                .filter { $0.category == category && !$0.forAll && $0.teams.contains(teamId) }.map(\.id)
        case .wrapUpReasons:
            configuration.wrapUpReasons.filter { !$0.forAll && $0.teams.contains(teamId) }.map(\.id)
        case .phoneBooks:
            configuration.phoneBooks.filter { $0.type == .team && $0.teams.contains(teamId) }.map(\.id)
        case .workflows: configuration.workflows.filter { $0.teams.contains(teamId) }.map(\.id)
        case .mediaLayouts: configuration.mediaLayouts.filter { $0.teams.contains(teamId) }.map(\.id)
        }
    }

    /// Keeps what is assigned to a team.
    func assign(_ ids: [Int], _ kind: TeamAssignmentKind, to teamId: String) {
        state.teamAssignments.set("\(teamId)/\(kind.word)", TeamAssignmentRecord(ids: ids), now: clock.now)
    }
}
