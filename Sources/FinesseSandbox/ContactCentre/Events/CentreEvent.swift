/// Something of the contact centre that will happen at an instant of the clock.
enum CentreEvent: Codable, Hashable, Sendable {
    /// An accepted request about an agent takes effect.
    case agent(AgentOrder)
    /// The time for the work after a call is over.
    case workEnds(loginId: String, since: SandboxInstant)
    /// An accepted request about a call takes effect.
    case dialog(DialogOrder)
    /// A dialled call reaches the other phone.
    case delivered(dialogId: String)
    /// A phone outside answers.
    case answers(dialogId: String, address: String)
    /// A phone outside hangs up.
    case hangsUp(dialogId: String, address: String)
    /// A routed call has rung long enough.
    case ringEnds(dialogId: String)
    /// The next simulated caller arrives.
    case callerArrives
    /// A simulated caller gives up waiting.
    case callerGivesUp(key: String)
    /// The customer of a previewed call answers.
    case customerAnswers(dialogId: String)
    /// The customer of a campaign that dials by itself is connected.
    case customerConnected(DialogRecord, loginId: String)
    /// A queue that changed is published.
    case queueStatistics(queueId: String)
}

extension SandboxWorld {
    /// Lets something of the contact centre happen.
    func happen(_ event: CentreEvent) {
        switch event {
        case .agent(let order): perform(order)
        case .workEnds(let loginId, let since): workTimeEnds(of: loginId, since: since)
        case .dialog(let order): perform(order)
        case .delivered(let id): deliver(id)
        case .answers(let id, let address): answers(id, address)
        case .hangsUp(let id, let address): hangsUp(id, address)
        case .ringEnds(let id): ringEnds(id)
        case .callerArrives: expectedCallerArrives()
        case .callerGivesUp(let key): givesUp(key)
        case .customerAnswers(let id): customerAnswers(id)
        case .customerConnected(let call, let loginId): customerConnected(call, loginId)
        case .queueStatistics(let id): publishStatistics(of: id)
        }
    }
}
