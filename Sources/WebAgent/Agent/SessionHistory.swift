/// How many pages a person could go back to; the agent itself never goes back.
struct SessionHistory: Hashable, Sendable {
    private(set) var length = 0

    mutating func visit(replacing: Bool) {
        if !replacing || length == 0 { length += 1 }
    }
}
