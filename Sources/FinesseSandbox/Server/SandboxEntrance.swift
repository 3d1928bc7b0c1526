/// Where every request comes in: what goes wrong on purpose is decided here, the services are asked, and the journal is written.
///
/// It stands before the door and stays when the services behind that are exchanged.
struct SandboxEntrance: Sendable {
    let world: SandboxWorld
    let door = SandboxDoor()
    let journal = SandboxJournal()
    let faults: SandboxFaults
    let nodes: SandboxNodes

    init(_ world: SandboxWorld) {
        self.world = world
        faults = SandboxFaults(live: world.live, clock: world.clock, hosts: world.configuration.hosts)
        nodes = SandboxNodes(world)
    }

    /// Answers a request.
    ///
    /// - Parameter request: The request.
    /// - Returns: The answer, when it is time for it.
    @Sendable
    func answer(_ request: SandboxRequest) async -> SandboxAnswer {
        guard await nodes.admits(request.party, request.node) else {
            return SandboxAnswer(status: 0, delivery: .reset)
        }
        var request = request
        request.identityServiceNode = nodes.identityService(for: request.node)
        request.lacksOtherNode = nodes.list.contains {
            $0.party == request.party && $0.place != request.node && $0.state != .running
        }
        let arrived = world.clock.now
        let subject = SandboxFault.Selector.Subject(
            request: request,
            node: world.live.value { $0.host(of: request.party, node: request.node) },
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
        var conditions = decision.conditions
        if request.party == .finesse, nodes.isFailingOver(at: world.clock.now) {
            conditions.failures.insert(.finesseOutOfService)
        }
        let answer = await RequestConditions.$current.withValue(conditions) { await door.answer(request) }
        guard let (effect, fault) = decision.shape else { return answer }
        return effect.shape(answer) { [faults] span in await faults.wait(span, for: fault) }
    }
}
