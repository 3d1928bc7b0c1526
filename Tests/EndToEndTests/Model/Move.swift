import Finesse
import FinesseSandbox
import FinesseTypes

/// What somebody on the floor does, or what happens to everybody.
enum Move {
    case signIn
    case ask(for: AgentState)
    case askAsSupervisor(Floor.Seat, for: AgentState)
    case call(String)
    case act(DialogAction, on: ObjectID<Dialog>)
    case consult(String, from: ObjectID<Dialog>)
    case transferAtOnce(ObjectID<Dialog>, to: String)
    case note(String, on: ObjectID<Dialog>)
    case monitor(Floor.Seat)
    case customerCalls
    case timePasses

    /// How long one waits for what comes of it.
    var span: Duration {
        if case .timePasses = self { return .seconds(45) }
        return .seconds(1)
    }
}

extension Move: CustomStringConvertible {
    var description: String {
        switch self {
        case .signIn: "signs in"
        case .ask(let state): "asks for \(state)"
        case .askAsSupervisor(let seat, let state): "asks for \(seat.id) to be \(state)"
        case .call(let number): "calls \(number)"
        case .act(let action, let call): "\(action) \(call)"
        case .consult(let number, let call): "consults \(number) from \(call)"
        case .transferAtOnce(let call, let number): "transfers \(call) at once to \(number)"
        case .note(let text, let call): "notes “\(text)” on \(call)"
        case .monitor(let seat): "listens to \(seat.id)"
        case .customerCalls: "a customer calls"
        case .timePasses: "time passes"
        }
    }
}

extension Floor {
    var seats: [Seat] { [agent, colleague, supervisor] }

    /// What everybody sees now.
    func view() async throws -> FloorView {
        var view = FloorView()
        for seat in seats {
            view.states[seat.id] = try await seat.user().state
            for dialog in try await seat.dialogs() {
                guard let id = dialog.id, let own = dialog.participant(at: seat.phone) else { continue }
                view.places[seat.id, default: [:]][id] = Place(own)
                let present = dialog.participants.filter { $0.state != .dropped && $0.state != .wrapUp }
                view.notes[id] = dialog.mediaProperties.callVariable("callVariable1")
                view.phones[id] = Set(present.compactMap(\.mediaAddress))
            }
        }
        return view
    }

    /// Asks the server for what somebody wants to do.
    func make(_ move: Move, _ seat: Seat) async throws(FinesseError) {
        switch move {
        case .signIn: _ = try await seat.client.signIn(seat.id, phoneExtension: seat.phone)
        case .ask(let state): try await seat.client.changeState(of: seat.id, to: state)
        case .askAsSupervisor(let other, let state): try await seat.client.changeState(of: other.id, to: state)
        case .call(let number): try await seat.client.makeCall(for: seat.id, from: seat.phone, to: number)
        case .act(let action, let call): try await seat.client.take(action, on: call, at: seat.phone)
        case .consult(let number, let call): try await seat.client.consult(number, from: call, at: seat.phone)
        case .transferAtOnce(let call, let number):
            try await seat.client.transferInSingleStep(call, to: number, at: seat.phone)
        case .note(let text, let call):
            let variable = CallVariable("callVariable1", text)
            try await seat.client.updateCallData(of: call, variables: [variable])
        case .monitor(let other):
            try await seat.client.monitorSilently(for: seat.id, from: seat.phone, agent: other.phone)
        case .customerCalls:
            // The only thing that it refuses is a queue that is not there.
            _ = try? await world.sandbox.bringCaller(patience: .seconds(40), handleTime: .zero)
        case .timePasses: break
        }
    }
}
