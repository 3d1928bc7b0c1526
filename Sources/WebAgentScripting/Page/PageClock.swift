/// The virtual time of a page and the timers that wait on it.
///
/// Nothing here waits: time passes when the parent says so.
///
/// Source: HTML standard, section 8.6, "timer initialization steps".
struct PageClock {
    struct Timer: Hashable {
        let id: Int
        let due: Int
        let sequence: Int
        let interval: Int?
        let nesting: Int
        /// The document that set it.
        let owner: Int
    }

    /// Milliseconds since the page was opened.
    private(set) var now = 0
    /// In the order in which they fall due.
    private(set) var timers: [Timer] = []
    private var lastID = 0
    private var sequence = 0

    /// The nesting level of the timer that is being run; timers set from it are one deeper.
    private var nesting = 0

    /// Sets a timer.
    ///
    /// A negative delay is none; from the fifth level of nesting on a delay is at least 4 ms, so that a timer which arms itself
    /// again lets time pass.
    mutating func set(delay: Double, repeats: Bool, owner: Int = 0) -> Int {
        lastID += 1
        let wanted = delay.isFinite ? Int(max(0, min(delay, 2_147_483_647))) : 0
        let delay = nesting >= 5 ? max(4, wanted) : wanted
        insert(id: lastID, delay: delay, interval: repeats ? max(wanted, 1) : nil, nesting: nesting + 1, owner: owner)
        return lastID
    }

    mutating func clear(_ id: Int) {
        timers.removeAll { $0.id == id }
    }

    mutating func clearAll() { timers = [] }

    /// Ends the timers of a document that goes away.
    mutating func clear(ownedBy owner: Int) {
        timers.removeAll { $0.owner == owner }
    }

    /// How long until the next timer falls due.
    var untilNext: Int? { timers.first.map { max(0, $0.due - now) } }

    /// Takes the next timer that falls due within this time, and lets that time pass; a repeating one is set again.
    mutating func takeNext(within milliseconds: Int) -> Timer? {
        guard let first = timers.first, first.due - now <= milliseconds else { return nil }
        timers.removeFirst()
        now = max(now, first.due)
        nesting = first.nesting
        if let interval = first.interval {
            let delay = first.nesting >= 5 ? max(4, interval) : interval
            insert(id: first.id, delay: delay, interval: interval, nesting: first.nesting + 1, owner: first.owner)
        }
        return first
    }

    /// Ends the nesting of a timer that was taken.
    mutating func finishTimer() { nesting = 0 }

    /// Lets time pass in which nothing falls due.
    mutating func pass(_ milliseconds: Int) { now += max(0, milliseconds) }

    private mutating func insert(id: Int, delay: Int, interval: Int?, nesting: Int, owner: Int) {
        sequence += 1
        let timer = Timer(
            id: id,
            due: now + delay,
            sequence: sequence,
            interval: interval,
            nesting: nesting,
            owner: owner
        )
        var low = 0
        var high = timers.count
        while low < high {
            let middle = (low + high) / 2
            if timers[middle].due <= timer.due { low = middle + 1 } else { high = middle }
        }
        timers.insert(timer, at: low)
    }
}
