import FinesseSandbox

/// The sandbox's clock as one that can be waited for: who waits turns it.
struct DayClock: Clock {
    struct Instant: InstantProtocol {
        var offset: Duration

        func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
        func duration(to other: Instant) -> Duration { other.offset - offset }
        static func < (first: Instant, second: Instant) -> Bool { first.offset < second.offset }
    }

    let clock: SandboxClock

    var now: Instant { Instant(offset: .milliseconds(clock.now.milliseconds)) }
    var minimumResolution: Duration { .milliseconds(1) }

    func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        try Task.checkCancellation()
        let span = now.duration(to: deadline)
        if span > .zero { await clock.advance(by: span) }
    }
}
