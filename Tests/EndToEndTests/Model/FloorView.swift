import Finesse
import FinesseTypes

/// Somebody's place in a call, as the client reads it.
struct Place: Equatable {
    let state: ParticipantState?
    let cause: StateCause?
    let actions: [DialogAction]
    let since: String?

    init(_ participant: Dialog.Participant) {
        state = participant.state
        cause = participant.stateCause
        actions = participant.actions
        since = participant.stateChangeTime
    }
}

/// What can be seen of the people on a floor: their states, and their places in calls.
struct FloorView {
    var states: [LoginID: AgentState] = [:]
    var places: [LoginID: [ObjectID<Dialog>: Place]] = [:]
    /// The phones in a call.
    var phones: [ObjectID<Dialog>: Set<String>] = [:]
    /// What was noted last on a call.
    var notes: [ObjectID<Dialog>: String] = [:]

    func state(_ id: LoginID) -> AgentState { states[id] ?? .unknown }
    func calls(_ id: LoginID) -> [ObjectID<Dialog>: Place] { places[id] ?? [:] }

    /// The calls that somebody has a voice in: not those in which somebody listens to the agent.
    func voices(_ id: LoginID) -> [ObjectID<Dialog>: Place] {
        calls(id).filter { $0.value.state == .alerting || $0.value.state == .wrapUp || !$0.value.actions.isEmpty }
    }

    /// Whether somebody talks, dials, or hears that nobody is reached, in another call than this one.
    func isBusy(_ id: LoginID, besides call: ObjectID<Dialog>? = nil) -> Bool {
        voices(id).contains { entry in
            entry.key != call && [.initiating, .initiated, .active, .failed].contains(entry.value.state)
        }
    }

    /// Whether a call has more than two who are in it.
    func isConference(_ call: ObjectID<Dialog>) -> Bool { phones[call, default: []].count > 2 }

    /// What of it differs from another one.
    func differences(from other: FloorView) -> [String] {
        Set(states.keys).union(other.states.keys).sorted { $0.rawValue < $1.rawValue }.flatMap { id in
            var found: [String] = []
            if state(id) != other.state(id) { found.append("\(id) is \(state(id)) and \(other.state(id))") }
            let (calls, others) = (calls(id), other.calls(id))
            for call in Set(calls.keys).union(others.keys) where calls[call] != others[call] {
                found.append("\(id) has \(Self.text(calls[call])) and \(Self.text(others[call])) in \(call)")
            }
            return found
        }
    }

    private static func text(_ place: Place?) -> String {
        place.map { "\($0.state?.description ?? "no state") \($0.actions) since \($0.since ?? "never")" } ?? "no place"
    }
}
