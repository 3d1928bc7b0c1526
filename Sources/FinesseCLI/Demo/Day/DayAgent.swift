import Finesse
import FinesseTypes

/// One agent's day: what they would do next, from what they see.
struct DayAgent: Sendable {
    /// What an agent did and met.
    struct Tally: Sendable {
        var answered = 0
        var missed = 0
        var held = 0
        var transferred = 0
        var wrappedUp = 0
        /// What the contact centre did not do, or what had changed before it was asked.
        var undone = 0
        var talking: Duration = .zero
        var afterCall: Duration = .zero
        var waiting: Duration = .zero
        var away: Duration = .zero
    }

    let client: FinesseClient
    let agent: FinesseAgent
    let name: String
    let phone: String
    /// When the day begins and ends for this agent, from the day's start.
    let shift: Range<Duration>
    /// When they are away, from the day's start.
    let breaks: [Range<Duration>]
    private(set) var tally = Tally()
    private var isRinging = false
    private var isWrapUpTold = false

    init(
        client: FinesseClient,
        agent: FinesseAgent,
        name: String,
        phone: String,
        shift: Range<Duration>,
        breaks: [Range<Duration>]
    ) {
        self.client = client
        self.agent = agent
        self.name = name
        self.phone = phone
        self.shift = shift
        self.breaks = breaks
    }

    /// Looks at the agent's state and does the next thing, if there is one.
    ///
    /// - Parameters:
    ///   - time: How long the day has lasted.
    ///   - passed: How long it is since the last look.
    ///   - chance: Where the decisions come from.
    ///   - colleague: The phone of somebody who is ready, for a transfer.
    /// - Returns: The state that was seen.
    /// - Throws: `FinesseAgentError` when the server could not be asked.
    mutating func act(
        at time: Duration,
        passed: Duration,
        chance: inout DayChance,
        colleague: String?
    ) async throws(FinesseAgentError) -> AgentState {
        let state: AgentState
        do {
            state = try await client.user(agent.id).state
        } catch {
            throw .finesse(error)
        }
        note(state, passed)
        do throws(FinesseAgentError) {
            if shift.contains(time) {
                try await work(state, time, &chance, colleague)
            } else {
                try await leave(state)
            }
        } catch {
            // A call that ends while something is done with it is part of the day.
            if case .finesse = error { throw error }
            tally.undone += 1
        }
        return state
    }

    private mutating func work(
        _ state: AgentState,
        _ time: Duration,
        _ chance: inout DayChance,
        _ colleague: String?
    ) async throws(FinesseAgentError) {
        switch state {
        case .logout: try await agent.signIn(at: phone)
        case .notReady where !isAway(time): try await agent.ready()
        case .ready where isAway(time): try await agent.notReady()
        case .reserved: try await ring(&chance)
        case .talking: try await talk(&chance, colleague)
        case .hold where chance.happens(0.5): try await agent.retrieve()
        case .work, .workReady: try await wrapUp(&chance)
        default: break
        }
    }

    private func isAway(_ time: Duration) -> Bool { breaks.contains { $0.contains(time) } }

    /// After the shift the call is finished, and nothing new begun.
    private func leave(_ state: AgentState) async throws(FinesseAgentError) {
        switch state {
        case .notReady: try await agent.signOut()
        case .ready, .work, .workReady: try await agent.notReady()
        default: return
        }
    }

    private mutating func ring(_ chance: inout DayChance) async throws(FinesseAgentError) {
        isRinging = true
        // Now and then somebody is not at the desk.
        guard chance.happens(0.97) else { return }
        try await agent.answer()
        isRinging = false
        isWrapUpTold = false
        tally.answered += 1
    }

    private mutating func talk(_ chance: inout DayChance, _ colleague: String?) async throws(FinesseAgentError) {
        if chance.happens(0.06) {
            try await agent.hold()
            tally.held += 1
        } else if let colleague, chance.happens(0.012) {
            try await agent.transfer(to: colleague)
            tally.transferred += 1
        }
    }

    private mutating func wrapUp(_ chance: inout DayChance) async throws(FinesseAgentError) {
        if isWrapUpTold {
            try await agent.ready()
        } else {
            isWrapUpTold = true
            try await agent.wrapUp(chance.reason())
            tally.wrappedUp += 1
        }
    }

    private mutating func note(_ state: AgentState, _ passed: Duration) {
        switch state {
        case .talking, .hold: tally.talking += passed
        case .work, .workReady: tally.afterCall += passed
        case .ready: tally.waiting += passed
        case .notReady: tally.away += passed
        default: break
        }
        // The call has gone back to its queue.
        if isRinging, state != .reserved, state != .talking {
            isRinging = false
            tally.missed += 1
        }
    }
}

/// Where the day's decisions come from: the same seed gives the same day.
struct DayChance: RandomNumberGenerator, Sendable {
    private var state: UInt64

    init(seed: Int) {
        state = UInt64(bitPattern: Int64(seed)) &+ 0x9E37_79B9_7F4A_7C15
    }

    /// Source: Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (SplitMix64).
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Whether something with a probability happens.
    mutating func happens(_ probability: Double) -> Bool { Double.random(in: 0..<1, using: &self) < probability }

    /// How a call came out.
    mutating func reason() -> String {
        let reasons = ["Order taken", "Question answered", "Call back promised", "Complaint"]
        return reasons[Int.random(in: 0..<reasons.count, using: &self)]
    }
}
