/// Where every request comes in: what goes wrong on purpose is decided here, the services are asked, and the journal is written.
///
/// It stands before the door and stays when the services behind that are exchanged.
struct SandboxEntrance: Sendable {
    let world: SandboxWorld
    let door = SandboxDoor()
    let journal = SandboxJournal()
    let faults: SandboxFaults
    /// The names of the nodes, which are chosen at the start.
    private let hosts: [SandboxParty: String]

    init(_ world: SandboxWorld) {
        self.world = world
        let configuration = world.configuration
        hosts = Dictionary(uniqueKeysWithValues: SandboxParty.allCases.map { ($0, configuration.host(of: $0)) })
        faults = SandboxFaults(live: world.live, clock: world.clock, hosts: configuration.hosts)
    }

    /// Answers a request.
    ///
    /// - Parameter request: The request.
    /// - Returns: The answer, when it is time for it.
    @Sendable
    func answer(_ request: SandboxRequest) async -> SandboxAnswer {
        let arrived = world.clock.now
        let subject = SandboxFault.Selector.Subject(
            request: request,
            node: hosts[request.party] ?? "",
            users: faults.askForUsers ? await world.users(behind: request) : [],
            loginName: { [world] in world.loginName($0) }
        )
        let decision = faults.decide(subject)
        let answer = await answer(request, decision)
        journal.record(request, answer, at: arrived, faults: decision.labels, node: subject.node)
        for delay in decision.delays { await faults.wait(delay.span, for: delay.fault) }
        return answer
    }

    private func answer(_ request: SandboxRequest, _ decision: FaultDecision) async -> SandboxAnswer {
        if let answer = decision.shape?.effect.insteadOfWork { return answer }
        let answer = await RequestConditions.$current.withValue(decision.conditions) { await door.answer(request) }
        guard let (effect, fault) = decision.shape else { return answer }
        return effect.shape(answer) { [faults] span in await faults.wait(span, for: fault) }
    }
}
