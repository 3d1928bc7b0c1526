/// What a loss of power may leave of a disk: each change of a directory that was not synced is there or is not, whichever
/// the others are, and a file that was not synced is whole, empty, torn in the middle, or full of zeros.
///
/// Source: POSIX.1-2017, `fsync`: of what was not synced nothing is promised, and of a file's name nothing by the sync of
/// the file.
struct PowerLoss {
    /// The most states that are looked at; when there are more, so many are chosen at random, by the seed.
    var limit = 128
    var seed: UInt64 = 1

    private static let damages = 4

    func states(after state: DiskState) -> [DiskState] {
        let unsynced = state.nodes.keys.filter { state.isUnsynced($0) }.sorted()
        let choices = unsynced.map { node -> Int in
            if case .directory(_, let pending)? = state.nodes[node] { return 1 << min(pending.count, 16) }
            return Self.damages
        }
        let count = choices.reduce(1) { $0.multipliedReportingOverflow(by: $1).overflow ? .max : $0 * $1 }
        var found: Set<DiskState> = []
        if count <= limit {
            for number in 0..<count { found.insert(Self.state(state, unsynced, Self.digits(of: number, choices))) }
        } else {
            var chance = SeededGenerator(seed: seed)
            // All that was asked for, and nothing of it, are always among them.
            found.insert(Self.state(state, unsynced, choices.map { $0 - 1 }))
            found.insert(Self.state(state, unsynced, choices.map { _ in 0 }))
            for _ in 0..<limit {
                let choice = choices.map { Int.random(in: 0..<$0, using: &chance) }
                found.insert(Self.state(state, unsynced, choice))
            }
        }
        return Array(found)
    }

    private static func digits(of number: Int, _ choices: [Int]) -> [Int] {
        var rest = number
        return choices.map { choice in
            defer { rest /= choice }
            return rest % choice
        }
    }

    private static func state(_ state: DiskState, _ unsynced: [Int], _ choice: [Int]) -> DiskState {
        var next = state
        for (node, number) in zip(unsynced, choice) {
            switch state.nodes[node] {
            case .file(let bytes, _): next.nodes[node] = .file(damaged(bytes, number), isSynced: true)
            case .directory(var entries, let pending):
                for (index, change) in pending.enumerated() where number >> min(index, 15) & 1 == 1 {
                    change.apply(to: &entries)
                }
                next.nodes[node] = .directory(entries: entries, pending: [])
            case nil: break
            }
        }
        next.removeUnnamed()
        return next
    }

    private static func damaged(_ bytes: [UInt8], _ number: Int) -> [UInt8] {
        switch number {
        case 0: []
        case 1: Array(bytes.prefix(bytes.count / 2))
        case 2: Array(repeating: 0, count: bytes.count)
        default: bytes
        }
    }
}

extension DiskState {
    /// Drops what has no name any more, so that states which differ in nothing else are one.
    mutating func removeUnnamed() {
        var reached: Set<Int> = [Self.root]
        var next = [Self.root]
        while let node = next.popLast() {
            for child in (entries(of: node) ?? [:]).values where reached.insert(child).inserted { next.append(child) }
        }
        nodes = nodes.filter { reached.contains($0.key) }
    }
}

/// Numbers that are the same for the same seed.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// Source: SplitMix64 (Steele, Lea, Flood: "Fast splittable pseudorandom number generators").
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
