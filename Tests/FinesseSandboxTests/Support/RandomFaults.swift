import FinesseSandbox

/// Numbers of which a seed decides everything (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension SandboxFault {
    /// Any fault.
    static func random(_ numbers: inout SeededNumbers) -> SandboxFault {
        func some<Value>(_ value: Value, _ numbers: inout SeededNumbers) -> Value? {
            Int.random(in: 0..<3, using: &numbers) == 0 ? value : nil
        }
        let moments = Moment.allCases
        let effects: [Effect] = [
            .status(Int.random(in: 200...599, using: &numbers), body: "no"),
            .delay(.fixed(.seconds(Int.random(in: 0...600, using: &numbers)))),
            .delay(.logNormal(median: .seconds(2), sigma: 2)),
            .reset(moments.randomElement(using: &numbers) ?? .afterWork),
            .hangUp(moments.randomElement(using: &numbers) ?? .afterWork), .empty,
            .truncated(bytes: some(Int.random(in: 0...500, using: &numbers), &numbers)), .malformedHead, .malformedBody,
            .contentType("image/png"), .drip(bytes: 100, every: .seconds(1)),
            .failure(SandboxFailure.allCases.randomElement(using: &numbers) ?? .tokensVoid),
            .account(Account.allCases.randomElement(using: &numbers) ?? .locked, user: "sjefferson"),
        ]
        let selector = Selector(
            party: some(SandboxParty.allCases.randomElement(using: &numbers) ?? .finesse, &numbers),
            route: some(Route.allCases.randomElement(using: &numbers) ?? .token, &numbers),
            user: some("sjefferson", &numbers),
            after: Int.random(in: 0...3, using: &numbers),
            times: some(Int.random(in: 1...4, using: &numbers), &numbers),
            probability: [0.2, 0.5, 1].randomElement(using: &numbers) ?? 1
        )
        return SandboxFault(
            effects.randomElement(using: &numbers) ?? .empty,
            when: selector,
            lasts: some(.seconds(Int.random(in: 1...1200, using: &numbers)), &numbers)
        )
    }
}
