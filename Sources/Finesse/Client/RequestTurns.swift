/// Lets a bounded number of requests go at once, and of those that change the same object one after the other.
///
/// Whoever waits is let go in the order of coming; whoever is cancelled meanwhile gives up the place.
actor RequestTurns {
    /// The right to send one request; given back when it is answered.
    struct Turn: Sendable {
        fileprivate var object: String?
    }

    private struct Waiting {
        var number: Int
        var object: String?
        var go: CheckedContinuation<Bool, Never>
    }

    private let maximumInFlight: Int
    private var inFlight = 0
    private var busy: Set<String> = []
    private var waiting: [Waiting] = []
    private var last = 0

    init(maximumInFlight: Int) {
        self.maximumInFlight = max(1, maximumInFlight)
    }

    /// Waits for the turn of a request.
    ///
    /// - Parameter object: The object that it changes; nil for one that changes nothing.
    /// - Returns: The turn; nil when the task was cancelled before it came.
    func take(_ object: String?) async -> Turn? {
        last += 1
        let number = last
        if isFree(object), !Task.isCancelled {
            begin(object)
            return Turn(object: object)
        }
        let isLet = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                // Whoever is cancelled after this look is found waiting: the order to take it out comes to this actor later.
                if Task.isCancelled {
                    continuation.resume(returning: false)
                } else {
                    waiting.append(Waiting(number: number, object: object, go: continuation))
                }
            }
        } onCancel: {
            Task { await self.cancel(number) }
        }
        return isLet ? Turn(object: object) : nil
    }

    /// Ends a turn, and lets those go that waited for it.
    func give(back turn: Turn) {
        inFlight -= 1
        if let object = turn.object { busy.remove(object) }
        var index = 0
        while index < waiting.count, inFlight < maximumInFlight {
            guard isFree(waiting[index].object) else {
                index += 1
                continue
            }
            let next = waiting.remove(at: index)
            begin(next.object)
            next.go.resume(returning: true)
        }
    }

    private func isFree(_ object: String?) -> Bool {
        inFlight < maximumInFlight && !(object.map(busy.contains) ?? false)
    }

    private func begin(_ object: String?) {
        inFlight += 1
        if let object { busy.insert(object) }
    }

    private func cancel(_ number: Int) {
        // Not there: it has been let go meanwhile, and its exchange is cancelled in its own way.
        guard let index = waiting.firstIndex(where: { $0.number == number }) else { return }
        waiting.remove(at: index).go.resume(returning: false)
    }
}
