extension ConsoleModel {
    /// A queue and who waits in it.
    struct Queue: Hashable, Sendable {
        var id: String
        var name: String
        var number: String
        /// How many callers wait.
        var waiting: Int
        /// How long the first of them has waited, in seconds.
        var longestWait: Int64
        /// How many agents are ready for it.
        var ready: Int
    }

    /// A call and who takes part in it.
    struct Call: Hashable, Sendable {
        /// A party of it.
        struct Party: Hashable, Sendable {
            var address: String
            /// The agent's login name; empty for a phone outside.
            var loginName: String
            var state: String
            /// What the agent may do without saying more.
            var actions: [DialogAction]
        }

        var id: String
        /// `PREROUTE_ACD_IN` and the like.
        var callType: String
        var from: String
        var to: String
        /// How old it is, in seconds.
        var age: Int64
        var parties: [Party]
    }

    /// What can be done by a button, since it needs no further word.
    private static let plainActions: Set<DialogAction> = [
        .answer, .hold, .retrieve, .drop, .transfer, .conference, .accept, .reject, .close,
    ]

    /// The queues that agents serve.
    static func queues(of world: SandboxWorld) async -> [Queue] {
        let now = world.clock.now
        let callers = await world.state.callers.values(now: now).filter { $0.dialogId == nil }
        let directory = world.directory
        let teams = await world.readyAgents.keys.compactMap { directory.user(named: $0)?.teamId }
        return world.configuration.contactCentre.queues.filter { !$0.teams.isEmpty }.map { queue in
            let waiting = callers.filter { $0.queueId == queue.id }
            return Queue(
                id: queue.id,
                name: queue.name,
                number: queue.number,
                waiting: waiting.count,
                longestWait: waiting.map { $0.arrivedAt.duration(to: now).wholeSeconds }.max() ?? 0,
                ready: teams.count { queue.teams.contains($0) }
            )
        }
    }

    /// Calls as they are shown, the oldest first.
    static func calls(_ dialogs: [DialogRecord], of world: SandboxWorld) async -> [Call] {
        let now = world.clock.now
        var calls: [Call] = []
        for dialog in dialogs.sorted(by: { (Int($0.id) ?? 0) < (Int($1.id) ?? 0) }).prefix(limit) {
            var parties: [Call.Party] = []
            for party in dialog.participants where party.state != .dropped {
                parties.append(await self.party(party, in: dialog, world))
            }
            calls.append(
                Call(
                    id: dialog.id,
                    callType: dialog.callType,
                    from: dialog.from,
                    to: dialog.to,
                    age: dialog.participants.map(\.startedAt).min()?.duration(to: now).wholeSeconds ?? 0,
                    parties: parties
                )
            )
        }
        return calls
    }

    private static func party(
        _ party: DialogRecord.Participant,
        in dialog: DialogRecord,
        _ world: SandboxWorld
    ) async -> Call.Party {
        var actions: [DialogAction] = []
        if let loginId = party.loginId {
            actions = DialogActions.of(
                party,
                in: dialog,
                hasActiveCall: await world.talks(loginId, besides: dialog.id),
                world.configuration.deployment
            )
        }
        return Call.Party(
            address: party.address,
            loginName: party.loginId.flatMap { world.directory.user(named: $0)?.loginName } ?? "",
            state: party.state.rawValue,
            actions: actions.filter(plainActions.contains)
        )
    }
}
