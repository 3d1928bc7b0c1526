import Synchronization

/// What a test double saw, in order, and a way to wait for it without sleeping.
package final class EventLog<Event: Sendable>: Sendable {
    private struct Waiter: Sendable {
        let number: Int
        let isSatisfied: @Sendable ([Event]) -> Bool
        let continuation: CheckedContinuation<Void, Never>
    }

    private struct State: Sendable {
        var events: [Event] = []
        var waiters: [Waiter] = []
        var lastNumber = 0
        var cancelled: Set<Int> = []
    }

    private let state = Mutex(State())

    package init() {}

    /// Every event so far.
    package var events: [Event] { state.withLock { $0.events } }

    /// Adds an event and wakes those who waited for it.
    package func append(_ event: Event) {
        let satisfied = state.withLock { state in
            state.events.append(event)
            let split = state.waiters.partition { $0.isSatisfied(state.events) }
            defer { state.waiters.removeSubrange(split...) }
            return Array(state.waiters[split...])
        }
        for waiter in satisfied { waiter.continuation.resume() }
    }

    /// Waits until the events so far satisfy a condition, or the task is cancelled (by a test's time limit).
    package func wait(until isSatisfied: @escaping @Sendable ([Event]) -> Bool) async {
        let number = state.withLock { state in
            state.lastNumber += 1
            return state.lastNumber
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isOver = state.withLock { state in
                    if state.cancelled.contains(number) || isSatisfied(state.events) { return true }
                    state.waiters.append(Waiter(number: number, isSatisfied: isSatisfied, continuation: continuation))
                    return false
                }
                if isOver { continuation.resume() }
            }
        } onCancel: {
            let waiter = state.withLock { state in
                state.cancelled.insert(number)
                let place = state.waiters.firstIndex { $0.number == number }
                return place.map { state.waiters.remove(at: $0) }
            }
            waiter?.continuation.resume()
        }
    }
}
