import Finesse
import FinesseTypes
import Testing
import XMLTree

@testable import FinesseSandbox

/// What somebody knows who only hears what is published; each notification must follow from the one before.
struct PublishedView {
    private(set) var view: FloorView
    private let seats: [Floor.Seat]
    private let tables: ReferenceTables
    private var last: Int
    /// Those whom a supervisor signs out, which is possible from every state.
    private var expelled: Set<LoginID> = []

    /// Begins with what is seen now.
    init(_ view: FloorView, of seats: [Floor.Seat], in world: RESTWorld, _ tables: ReferenceTables) async {
        self.view = view
        self.seats = seats
        self.tables = tables
        last = await world.sandbox.world.lastNotification
    }

    /// Expects somebody to be signed out, at once or after the call.
    mutating func expectSignOut(of id: LoginID) { expelled.insert(id) }

    /// Hears what was published since, and returns what does not follow.
    mutating func listen(to world: RESTWorld) async throws -> [String] {
        var faults: [String] = []
        for notification in await world.sandbox.world.notifications(after: last) {
            last = notification.number
            for seat in seats {
                let node = "/finesse/api/User/\(seat.id)"
                let isCalls = notification.node == node + "/Dialogs"
                guard notification.node == node || isCalls else { continue }
                let element = try XMLTree.parse(Array(notification.data.utf8))
                // What is reported as an error changes nothing.
                guard element.name.local != "apiErrors" else { continue }
                if isCalls {
                    faults += hear(element, notification.method, seat)
                } else {
                    faults += hear(try #require(User(element: element)), seat)
                }
            }
        }
        // Who has no call is signed out by now, or never: what is pending needs something to wait for.
        expelled = expelled.filter { !view.calls($0).isEmpty }
        return faults
    }

    private mutating func hear(_ user: User, _ seat: Floor.Seat) -> [String] {
        let (before, now) = (view.state(seat.id), user.state)
        view.states[seat.id] = now
        // The same state is told of again when its reason changes, or what is to come after a call.
        if now == .logout, expelled.remove(seat.id) != nil { return [] }
        if before == now || tables.following(before).contains(now) { return [] }
        return ["\(seat.id) was told of \(now) after \(before)"]
    }

    private mutating func hear(_ element: XMLElement, _ method: String, _ seat: Floor.Seat) -> [String] {
        let dialogs = method == "PUT" ? [Dialog(element: element)] : element.elements.map(Dialog.init(element:))
        return dialogs.flatMap { dialog -> [String] in
            guard let id = dialog.id, let now = dialog.participant(at: seat.phone).map(Place.init) else {
                return ["\(seat.id) was told of a call without a place in it"]
            }
            let before = view.calls(seat.id)[id]
            view.places[seat.id, default: [:]][id] = method == "DELETE" ? nil : now
            let isKnown = method == "POST" ? before == nil : before != nil
            let follows = before?.state == now.state || ReferenceTables.following(before?.state).contains(now.state)
            let mayLeave = method != "DELETE" || ReferenceTables.following(now.state).contains(nil)
            if isKnown, follows, mayLeave { return [] }
            let text = "\(before?.state?.description ?? "nothing") by \(method)"
            return ["\(seat.id) was told of \(now.state?.description ?? "nothing") in \(id) after \(text)"]
        }
    }
}

extension RESTWorld {
    /// What is wrong between what the client sees of somebody and the sandbox's own record.
    func differences(_ view: FloorView, of seat: Floor.Seat, loginId: String) async -> [String] {
        let record = await sandbox.world.agent(loginId)
        var faults: [String] = []
        if record.state.rawValue != view.state(seat.id).rawValue {
            faults.append("\(seat.id) is \(record.state.rawValue) and seen as \(view.state(seat.id))")
        }
        let seen = Set(view.calls(seat.id).keys.map(\.rawValue))
        if seen != Set(record.dialogs) { faults.append("\(seat.id) has \(record.dialogs) and sees \(seen)") }
        for dialog in await sandbox.world.dialogs(of: loginId) {
            let held = dialog.participant(seat.phone)?.state.rawValue
            let place = view.calls(seat.id).first { $0.key.rawValue == dialog.id }?.value
            if place?.state?.rawValue != held {
                faults.append("\(seat.id) is \(held ?? "nothing") in \(dialog.id) and seen otherwise")
            }
        }
        return faults
    }
}
