/// The state of a task.
///
/// Source: Finesse REST guide, "State (Dialog) Parameter Values".
enum TaskState: String, Codable, Hashable, Sendable, CaseIterable {
    case offered = "OFFERED"
    case accepted = "ACCEPTED"
    case active = "ACTIVE"
    case paused = "PAUSED"
    case wrappingUp = "WRAPPING_UP"
    case interrupted = "INTERRUPTED"
    case closed = "CLOSED"

    /// Whether its work has not begun.
    var isPending: Bool { self == .offered || self == .accepted }

    /// What the agent may do with it.
    var actions: [TaskAction] {
        switch self {
        case .offered: [.accept]
        case .accepted: [.start, .transfer, .close]
        case .active: [.pause, .wrapUp, .transfer, .close]
        case .paused: [.resume, .wrapUp, .transfer, .close]
        case .wrappingUp: [.close]
        case .interrupted, .closed: []
        }
    }
}

/// What an agent does with a task.
///
/// Source: Finesse REST guide, "State (Participant) Parameter Values" for the first; inferred from "MediaDialog" for the
/// others.
enum TaskAction: String, Codable, Hashable, Sendable, CaseIterable {
    case accept = "ACCEPT"
    case start = "START"
    case pause = "PAUSE"
    case resume = "RESUME"
    case wrapUp = "WRAP_UP"
    case close = "CLOSE"
    case transfer = "TRANSFER"
}

/// A task: a dialog without voice.
struct TaskRecord: Codable, Hashable, Sendable {
    /// The id, with underscores.
    var id: String
    /// The media routing domain.
    var mediaId: String
    /// The agent whom it was offered to.
    var loginId: String
    var state = TaskState.offered
    /// The state before it was interrupted.
    var interruptedState: TaskState?
    var queueNumber: String
    var queueName: String
    /// The call variables.
    var variables: [String: String]
    var startedAt: SandboxInstant
    var changedAt: SandboxInstant
}

/// The rules of tasks.
enum TaskRules {
    /// Reads what a request wants to do with a task.
    static func action(_ body: ObjectBody, of loginId: String) throws(ApiError) -> TaskAction {
        let target = try body.needed("targetMediaAddress")
        guard target.lowercased() == loginId.lowercased() else {
            throw .invalidInput("targetMediaAddress must be the agent's id", "targetMediaAddress")
        }
        let word = try body.needed("requestedAction")
        guard let action = TaskAction(rawValue: word) else {
            throw .invalidInput("A task has no action \(word)", "requestedAction")
        }
        return action
    }

    /// The state that an action leads to, or why the contact centre refuses it.
    static func decide(_ action: TaskAction, from state: TaskState) -> Result<TaskState, MediaFault> {
        if state == .interrupted { return .failure(.interrupted) }
        guard state.actions.contains(action) else { return .failure(.invalidSequence) }
        return switch action {
        case .accept: .success(.accepted)
        case .start, .resume: .success(.active)
        case .pause: .success(.paused)
        case .wrapUp: .success(.wrappingUp)
        case .close, .transfer: .success(.closed)
        }
    }

    /// The element of a task.
    static func document(_ record: TaskRecord, media: String, agent: String) -> FinesseXML {
        let uri = "/finesse/api/Dialog/\(record.id)"
        let parts = record.id.split(separator: "_").map(String.init)
        let variables = record.variables.sorted { $0.key < $1.key }.map { name, value in
            FinesseXML("CallVariable", children: [FinesseXML("name", name), FinesseXML("value", value)])
        }
        let participant = FinesseXML(
            "Participant",
            children: [
                FinesseXML("actions", children: record.state.actions.map { FinesseXML("action", $0.rawValue) }),
                FinesseXML("mediaAddress", agent), FinesseXML("startTime", record.startedAt.timestamp),
                FinesseXML("state", record.state.rawValue), FinesseXML("stateCause", ""),
                FinesseXML("stateChangeTime", record.changedAt.timestamp),
            ]
        )
        return FinesseXML(
            "Dialog",
            children: [
                FinesseXML("associatedDialogUri", ""), FinesseXML("id", record.id), FinesseXML("mediaType", media),
                FinesseXML(
                    "mediaProperties",
                    children: [
                        FinesseXML("mediaId", record.mediaId), FinesseXML("dialedNumber", ""),
                        FinesseXML("queueNumber", record.queueNumber), FinesseXML("queueName", record.queueName),
                        FinesseXML("callKeyPrefix", parts.first ?? ""),
                        FinesseXML("callKeyCallId", parts.dropFirst().first ?? ""),
                        FinesseXML("callKeySequenceNum", parts.last ?? ""),
                        FinesseXML("callvariables", children: variables),
                    ]
                ),
                FinesseXML("participants", children: [participant]), FinesseXML("state", record.state.rawValue),
                FinesseXML("uri", uri),
            ]
        )
    }
}

extension MediaFault: Error {}
