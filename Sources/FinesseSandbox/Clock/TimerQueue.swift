/// Waiting timers in the order in which they fall due; equal instants keep the order of their setting.
struct TimerQueue {
    /// What a timer does when it falls due.
    typealias Action = @Sendable () async -> Void

    private struct Entry {
        var due: SandboxInstant
        var sequence: UInt64
        var action: Action
    }

    private var heap: [Entry] = []
    private var nextSequence: UInt64 = 0

    /// The instant of the earliest timer.
    var earliest: SandboxInstant? { heap.first?.due }

    /// Adds a timer.
    mutating func insert(due: SandboxInstant, action: @escaping Action) {
        heap.append(Entry(due: due, sequence: nextSequence, action: action))
        nextSequence += 1
        var child = heap.count - 1
        while child > 0, precedes(child, (child - 1) / 2) {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    /// Takes out the earliest timer that is due at an instant.
    mutating func popFirst(dueAt now: SandboxInstant) -> (due: SandboxInstant, action: Action)? {
        guard let first = heap.first, first.due <= now else { return nil }
        heap.swapAt(0, heap.count - 1)
        heap.removeLast()
        var parent = 0
        while let child = [2 * parent + 1, 2 * parent + 2].filter({ $0 < heap.count }).min(by: precedes),
            precedes(child, parent)
        {
            heap.swapAt(child, parent)
            parent = child
        }
        return (first.due, first.action)
    }

    /// Drops every timer.
    mutating func removeAll() {
        heap.removeAll()
    }

    private func precedes(_ left: Int, _ right: Int) -> Bool {
        (heap[left].due, heap[left].sequence) < (heap[right].due, heap[right].sequence)
    }
}
