import Finesse
import FinesseTypes

/// What is wrong with what came of a step.
extension ReferenceTables {
    /// What is wrong with what is seen of somebody, whatever was done.
    func faults(of seat: Floor.Seat, _ view: FloorView) -> [String] {
        var faults: [String] = []
        let state = view.state(seat.id)
        for (call, place) in view.calls(seat.id) {
            let further = Set(place.actions).subtracting(actions(place.state))
            if !further.isEmpty { faults.append("\(call) offers \(further) to \(seat.id)") }
        }
        let voices = view.voices(seat.id).values.map(\.state)
        if let states = states(with: voices) {
            if !states.contains(state) { faults.append("\(seat.id) is \(state) with \(voices)") }
        } else if [.talking, .hold].contains(state) {
            faults.append("\(seat.id) is \(state) with \(voices)")
        }
        if state == .reserved, !voices.contains(.alerting) {
            faults.append("\(seat.id) is \(state), and nothing rings")
        }
        if [.work, .workReady].contains(state) != voices.contains(.wrapUp), states(with: voices) == nil {
            faults.append("\(seat.id) is \(state), with \(voices)")
        }
        if state == .logout, !voices.isEmpty { faults.append("\(seat.id) is signed out, with \(voices)") }
        return faults
    }

    /// What is wrong with what somebody did: what is possible must come about, and what is not must change nothing of one's
    /// own.
    func faults(
        of move: Move,
        by seat: Floor.Seat,
        isTaken: Bool,
        _ before: FloorView,
        _ after: FloorView
    ) -> [String] {
        let wasFree = before.calls(seat.id).isEmpty && after.calls(seat.id).isEmpty
        let (old, new) = (before.state(seat.id), after.state(seat.id))
        switch move {
        case .signIn:
            let wanted = old == .logout ? AgentState.notReady : old
            return !wasFree || (isTaken && new == wanted) ? [] : ["signing in led to \(new)"]
        case .ask(let wanted):
            guard wasFree else { return [] }
            if requests(in: old).contains(wanted) {
                return isTaken && new == wanted ? [] : ["\(wanted) is possible, and led to \(new), taken: \(isTaken)"]
            }
            return isTaken || new != old ? ["\(wanted) is not possible, and led to \(new), taken: \(isTaken)"] : []
        case .askAsSupervisor(let other, let wanted):
            return supervisorFaults(other, wanted, by: seat, isTaken: isTaken, before, after)
        case .call(let number): return callFaults(number, seat, before, after)
        case .act(let action, let call): return actFaults(action, call, seat, isTaken: isTaken, before, after)
        case .consult(_, let call):
            guard offers(.consultCall, call, seat, before) else {
                return unchanged(call, seat, before, after, "a consult call is not possible")
            }
            let isDone = place(call, seat, after) == .held && after.calls(seat.id).count > before.calls(seat.id).count
            // A conference may be enlarged by who made it only, which its parties don't see.
            return isDone || before.isConference(call) ? [] : ["a consult call is possible, and did not come about"]
        case .transferAtOnce(let call, let number):
            guard offers(.singleStepTransfer, call, seat, before) else {
                return unchanged(call, seat, before, after, "a single-step transfer is not possible")
            }
            let isLeft = hasLeft(place(call, seat, after))
            // Whether an extension is busy, and so cannot get the call, is not judged.
            let isPossible = number.count > 4 && before.phones[call]?.contains(number) == false
            return isLeft || !isPossible ? [] : ["a single-step transfer is possible, and did not come about"]
        case .note(let text, let call):
            guard offers(.updateCallData, call, seat, before) else { return [] }
            let isGone = after.calls(seat.id)[call] == nil
            return isTaken && (isGone || after.notes[call] == text) ? [] : ["call data were not kept"]
        case .monitor(let other): return monitorFaults(other, by: seat, before, after)
        case .customerCalls, .timePasses: return []
        }
    }

    private func supervisorFaults(
        _ other: Floor.Seat,
        _ wanted: AgentState,
        by seat: Floor.Seat,
        isTaken: Bool,
        _ before: FloorView,
        _ after: FloorView
    ) -> [String] {
        let (old, new) = (before.state(other.id), after.state(other.id))
        guard before.calls(other.id).isEmpty, after.calls(other.id).isEmpty else { return [] }
        let isPossible = seat.phone == "2002" ? mayBeAsked(for: wanted, bySupervisorIn: old) : false
        guard let isPossible else { return [] }
        if isPossible { return isTaken && new == wanted ? [] : ["a supervisor's \(wanted) led to \(new)"] }
        return isTaken || new != old ? ["\(wanted) is not \(seat.id)'s to ask for, and led to \(new)"] : []
    }

    private func callFaults(
        _ number: String,
        _ seat: Floor.Seat,
        _ before: FloorView,
        _ after: FloorView
    ) -> [String] {
        let (old, new) = (before.calls(seat.id), after.calls(seat.id))
        let isPossible = before.state(seat.id) == .notReady && !before.isBusy(seat.id)
        if isPossible, new.count <= old.count { return ["a call was possible, and did not come about"] }
        // Only what rings at the same time may be new.
        let made = new.filter { old[$0.key] == nil && $0.value.state != .alerting }
        let isForbidden = before.state(seat.id) == .logout || before.isBusy(seat.id)
        return isForbidden && !made.isEmpty ? ["a call was not possible, and came about"] : []
    }

    private func actFaults(
        _ action: DialogAction,
        _ call: ObjectID<Dialog>,
        _ seat: Floor.Seat,
        isTaken: Bool,
        _ before: FloorView,
        _ after: FloorView
    ) -> [String] {
        let isBlocked = [.answer, .retrieve].contains(action) && before.isBusy(seat.id, besides: call)
        guard offers(action, call, seat, before), !isBlocked else {
            return unchanged(call, seat, before, after, "\(action) is not possible")
        }
        let now = place(call, seat, after)
        let isReached =
            switch action {
            case .answer, .retrieve: now == .active
            case .hold: now == .held
            case .transfer: hasLeft(now) && !after.isBusy(seat.id)
            case .conference: now == .active || before.isConference(call)
            default: hasLeft(now)
            }
        if isTaken, isReached { return [] }
        return ["\(action) is possible, and led to \(now?.description ?? "no place"), taken: \(isTaken)"]
    }

    private func monitorFaults(
        _ other: Floor.Seat,
        by seat: Floor.Seat,
        _ before: FloorView,
        _ after: FloorView
    ) -> [String] {
        let (old, new) = (before.calls(seat.id), after.calls(seat.id))
        let talks = before.voices(other.id).values.contains { $0.state == .active && !$0.actions.contains(.bargeCall) }
        let isPossible =
            seat.phone == "2002" && before.state(seat.id) == .notReady && !before.isBusy(seat.id) && talks
            && mayBeMonitored(in: before.state(other.id))
        if isPossible { return new.count > old.count ? [] : ["listening was possible, and did not come about"] }
        let made = new.filter { old[$0.key] == nil && $0.value.state != .alerting }
        return made.isEmpty ? [] : ["listening was not possible, and came about"]
    }

    private func offers(_ action: DialogAction, _ call: ObjectID<Dialog>, _ seat: Floor.Seat, _ view: FloorView) -> Bool
    {
        view.calls(seat.id)[call]?.actions.contains(action) ?? false
    }

    private func place(_ call: ObjectID<Dialog>, _ seat: Floor.Seat, _ view: FloorView) -> ParticipantState? {
        view.calls(seat.id)[call]?.state
    }

    private func hasLeft(_ state: ParticipantState?) -> Bool { state == nil || state == .dropped || state == .wrapUp }

    private func unchanged(
        _ call: ObjectID<Dialog>,
        _ seat: Floor.Seat,
        _ before: FloorView,
        _ after: FloorView,
        _ text: String
    ) -> [String] {
        let (old, new) = (place(call, seat, before), place(call, seat, after))
        // What is on its way goes on: somebody answers, or hangs up.
        if old == .initiated, ![.held, .wrapUp].contains(new) { return [] }
        if old == .alerting || old == .wrapUp, new == nil { return [] }
        let words = [old, new].map { $0?.description ?? "no place" }
        return old == new ? [] : ["\(text), and led from \(words[0]) to \(words[1])"]
    }
}
