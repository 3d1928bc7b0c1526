import Finesse
import FinesseSandbox
import FinesseTypes

/// Three people who do at random what is allowed and what is not, and after each step what is seen of them.
struct RandomFloor {
    let floor: Floor
    let tables: ReferenceTables
    private(set) var history: [String] = []
    private(set) var refusals = 0
    private(set) var acceptances = 0
    private var random: Chance
    private var view: FloorView
    private var published: PublishedView

    init(_ world: RESTWorld, seed: UInt64) async throws {
        floor = try await Floor(world)
        tables = ReferenceTables(isExpress: world.sandbox.configuration.deployment == .uccx)
        random = Chance(seed: seed)
        view = try await floor.view()
        published = await PublishedView(view, of: floor.seats, in: world, tables)
    }

    /// Does one thing, and returns what is wrong with what came of it.
    mutating func step() async throws -> [String] {
        let seat = pick(floor.seats)
        let move = move(of: seat)
        let before = view
        note("\(seat.id), \(before.state(seat.id)), \(calls(of: seat)): \(move)")
        var isTaken = true
        do throws(FinesseError) {
            try await floor.make(move, seat)
            acceptances += 1
        } catch {
            isTaken = false
            refusals += 1
            note("  refused: \(error)")
        }
        if case .askAsSupervisor(let other, .logout) = move, isTaken { published.expectSignOut(of: other.id) }
        await floor.world.advance(move.span)
        view = try await floor.view()
        var faults = tables.faults(of: move, by: seat, isTaken: isTaken, before, view)
        for seat in floor.seats { faults += tables.faults(of: seat, view) }
        faults += try await published.listen(to: floor.world)
        faults += published.view.differences(from: view)
        for (seat, loginId) in zip(floor.seats, ["98411", "98413", "98412"]) {
            faults += await floor.world.differences(view, of: seat, loginId: loginId)
        }
        return faults
    }

    /// What somebody does, of one's own calls mostly.
    private mutating func move(of seat: Floor.Seat) -> Move {
        let all = Set(view.places.values.flatMap(\.keys)).sorted { $0.rawValue < $1.rawValue }
        let own = view.calls(seat.id).keys.sorted { $0.rawValue < $1.rawValue }
        let others = floor.seats.filter { $0.id != seat.id }
        let number = chance(4) ? "4085550100" : pick(others).phone
        switch Int.random(in: 0..<20, using: &random) {
        case 0: return .signIn
        case 1...4: return .ask(for: pick([AgentState.ready, .ready, .notReady, .logout]))
        case 5: return .askAsSupervisor(pick(others), for: pick([AgentState.ready, .notReady, .logout]))
        case 6, 7: return .call(number)
        case 8: return .customerCalls
        case 9: return .timePasses
        case 10: return .monitor(pick(others))
        default:
            guard !all.isEmpty else { return .call(number) }
            let call = own.isEmpty || chance(8) ? pick(all) : pick(own)
            switch Int.random(in: 0..<8, using: &random) {
            case 0: return .consult(number, from: call)
            case 1 where chance(2): return .transferAtOnce(call, to: number)
            case 2: return .note("\(refusals) \(acceptances)", on: call)
            default:
                let actions: [DialogAction] = [.answer, .answer, .hold, .retrieve, .drop, .transfer, .conference]
                return .act(pick(actions), on: call)
            }
        }
    }

    private func calls(of seat: Floor.Seat) -> [String] {
        view.calls(seat.id).map { "\($0.key) \($0.value.state?.description ?? "")" }.sorted()
    }

    private mutating func chance(_ of: Int) -> Bool { Int.random(in: 0..<of, using: &random) == 0 }
    private mutating func pick<Item>(_ items: [Item]) -> Item { items[Int.random(in: 0..<items.count, using: &random)] }
    private mutating func note(_ text: String) { history = history.suffix(19) + [text] }
}
