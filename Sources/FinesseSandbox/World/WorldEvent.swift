/// Something that will happen at an instant of the clock: data, so that it survives being kept and put back.
struct WorldEvent: Codable, Hashable, Sendable {
    /// What happens.
    enum Action: Codable, Hashable, Sendable {
        /// Something of the contact centre.
        case centre(CentreEvent)
        /// Something of media and tasks.
        case media(MediaEvent)
    }

    /// When it happens.
    var due: SandboxInstant
    /// What happens.
    var action: Action
}

extension SandboxWorld {
    /// Lets something happen later; of two events with the same instant the first scheduled is the first to happen.
    func schedule(_ action: WorldEvent.Action, after delay: Duration) {
        let event = WorldEvent(due: clock.now.advanced(by: delay), action: action)
        let digits = String(lastEvent + 1)
        lastEvent += 1
        // Filled up, so that the keys' order is that of the scheduling.
        let key = String(repeating: "0", count: max(0, 12 - digits.count)) + digits
        state.events.set(key, event, now: clock.now)
        arm(key, event)
    }

    /// Sets the clock's timers for the events of a state that was put in place; timers set before do nothing any more.
    func armEvents() {
        indexAgents()
        generation += 1
        lastEvent = state.events.entries.keys.compactMap { Int($0) }.max() ?? 0
        let events = state.events.entries.map { (key: $0.key, event: $0.value.value) }
        for (key, event) in events.sorted(by: { ($0.event.due, $0.key) < ($1.event.due, $1.key) }) { arm(key, event) }
        expectCallers()
    }

    private func arm(_ key: String, _ event: WorldEvent) {
        clock.schedule(at: event.due) { [weak self, generation] in await self?.happen(key, generation) }
    }

    private func happen(_ key: String, _ generation: Int) async {
        guard generation == self.generation, let event = state.events.remove(key, now: clock.now) else { return }
        switch event.action {
        case .centre(let event): happen(event)
        case .media(let event): happen(event)
        }
        // What cannot be written now is written with the next change.
        _ = try? await commit()
    }
}
