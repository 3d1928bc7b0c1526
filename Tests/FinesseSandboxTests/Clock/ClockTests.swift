import FinesseSandbox
import Synchronization
import Testing

@Suite("Sandbox clock", .timeLimit(.minutes(5)))
struct ClockTests {
    @Test("stands still until it is moved, when it is virtual")
    func standsStill() async {
        let clock = SandboxClock.virtual()
        let before = clock.now
        #expect(clock.now == before)
        await clock.advance(by: .seconds(5))
        #expect(before.duration(to: clock.now) == .seconds(5))
    }

    @Test("does not move backwards")
    func doesNotMoveBackwards() async {
        let clock = SandboxClock.virtual()
        let before = clock.now
        await clock.advance(by: .seconds(-5))
        #expect(clock.now == before)
    }

    @Test("fires due events in order, each at its own instant")
    func firesInOrder() async {
        let clock = SandboxClock.virtual(startingAt: SandboxInstant(milliseconds: 1000))
        let log = EventLog()
        for (name, delay) in [("c", 30), ("a", 10), ("b", 20), ("b2", 20), ("late", 31)] {
            clock.schedule(after: .milliseconds(delay)) { log.add("\(name)@\(clock.now.milliseconds)") }
        }
        await clock.advance(by: .milliseconds(30))
        #expect(log.events == ["a@1010", "b@1020", "b2@1020", "c@1030"])
        #expect(clock.now.milliseconds == 1030)
        await clock.advance(by: .milliseconds(1))
        #expect(log.events.last == "late@1031")
    }

    @Test("fires an event that another one sets, when it falls due within the same span")
    func firesNested() async {
        let clock = SandboxClock.virtual(startingAt: SandboxInstant(milliseconds: 0))
        let log = EventLog()
        clock.schedule(after: .milliseconds(10)) {
            log.add("first")
            clock.schedule(after: .milliseconds(10)) { log.add("second@\(clock.now.milliseconds)") }
        }
        await clock.advance(by: .milliseconds(25))
        #expect(log.events == ["first", "second@20"])
    }

    @Test("keeps a thousand events in order")
    func keepsManyInOrder() async {
        let clock = SandboxClock.virtual()
        let log = EventLog()
        let delays = (0..<1000).map { ($0 * 7919) % 1000 }
        for delay in delays { clock.schedule(after: .milliseconds(delay)) { log.add("\(delay)") } }
        await clock.advance(by: .seconds(1))
        #expect(log.events == delays.sorted().map { "\($0)" })
    }

    @Test("fires by itself, when it is real")
    func firesByItself() async {
        let clock = SandboxClock.real()
        let (events, announce) = AsyncStream.makeStream(of: Int.self)
        clock.schedule(after: .milliseconds(1)) {
            announce.yield(1)
            clock.schedule(after: .zero) { announce.finish() }
        }
        clock.schedule(after: .milliseconds(1)) { announce.yield(2) }
        var seen: [Int] = []
        for await event in events { seen.append(event) }
        #expect(seen == [1, 2])
    }
}

/// What happened, in order.
final class EventLog: Sendable {
    private let log = Mutex<[String]>([])

    var events: [String] { log.withLock { $0 } }

    func add(_ event: String) {
        log.withLock { $0.append(event) }
    }
}
