extension SandboxWorld {
    /// The queues that a user has: those of the user's team.
    func queues(of user: SandboxUser) -> [SandboxQueue] {
        configuration.contactCentre.queues.filter { $0.teams.contains(user.teamId) }
    }

    /// The element of a queue.
    func element(_ queue: SandboxQueue) -> FinesseXML {
        guard configuration.deployment == .ucce, !queue.teams.isEmpty else {
            return QueueDocument.element(queue, nil)
        }
        var statistics = QueueStatistics()
        for (loginId, entry) in state.agents.entries where entry.value.isSignedIn {
            guard let user = directory.user(named: loginId), queue.teams.contains(user.teamId) else { continue }
            statistics.count(entry.value)
        }
        let waiting = state.callers.values(now: clock.now).filter { $0.queueId == queue.id && $0.dialogId == nil }
        statistics.callsInQueue = waiting.count
        statistics.oldestCall = waiting.map(\.arrivedAt).min()
        return QueueDocument.element(queue, statistics)
    }

    /// Notes that the queues of a team look different; they are published ten seconds later.
    ///
    /// Source: Finesse REST guide, "Queue Notifications": every ten seconds at most, Unified CCE only.
    func noteQueues(of teamId: String) {
        guard configuration.deployment == .ucce else { return }
        let changed = counters.changedQueues
        for queue in configuration.contactCentre.queues
        where queue.teams.contains(teamId) && !changed.contains(queue.id) {
            changeCounters { $0.changedQueues.insert(queue.id) }
            schedule(.centre(.queueStatistics(queueId: queue.id)), after: .seconds(10))
        }
    }

    /// Publishes a queue.
    func publishStatistics(of queueId: String) {
        changeCounters { $0.changedQueues.remove(queueId) }
        guard let queue = configuration.contactCentre.queues.first(where: { $0.id == queueId }) else { return }
        let node = "/finesse/api/Queue/\(queueId)"
        publish(NotificationRecord(node: node, source: node, method: "PUT", data: element(queue).text()))
    }
}
