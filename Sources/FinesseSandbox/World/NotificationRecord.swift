/// What a notification service would tell its subscribers.
struct NotificationRecord: Codable, Hashable, Sendable {
    /// Its place among all of them; given as it is published.
    var number = 0
    var at = SandboxInstant(milliseconds: 0)
    /// The node that it is published at.
    var node: String
    /// The object that changed.
    var source: String
    /// `PUT`, `POST` or `DELETE`.
    var method: String
    /// The `requestId` of the request that it answers; empty for none.
    var requestId = ""
    /// The element as text.
    var data: String
}

extension SandboxWorld {
    /// How many notifications are kept.
    static let notificationLimit = 2000

    /// Publishes a notification.
    func publish(_ event: NotificationRecord) {
        var event = event
        changeCounters { $0.lastNotification += 1 }
        event.number = counters.lastNotification
        event.at = clock.now
        state.notifications.set(Self.key(event.number), event, now: clock.now)
        state.notifications.remove(Self.key(event.number - Self.notificationLimit), now: clock.now)
        for watcher in notificationWatchers.values { watcher.yield() }
    }

    /// The notifications after a number, in order.
    func notifications(after number: Int) -> [NotificationRecord] {
        let last = counters.lastNotification
        let first = max(number, last - Self.notificationLimit) + 1
        guard first <= last else { return [] }
        return (first...last).compactMap { state.notifications.rememberedValue(Self.key($0)) }
    }

    /// The number of the last notification.
    var lastNotification: Int { counters.lastNotification }

    /// Says each time that there are new notifications, for as long as somebody listens.
    func notificationChanges() -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        lastWatcher += 1
        let watcher = lastWatcher
        notificationWatchers[watcher] = continuation
        continuation.onTermination = { [weak self] _ in
            Task { await self?.forgetWatcher(watcher) }
        }
        continuation.yield()
        return stream
    }

    private func forgetWatcher(_ watcher: Int) { notificationWatchers[watcher] = nil }

    private static func key(_ number: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 12 - digits.count)) + digits
    }
}

extension FinesseSandbox {
    /// What was published and is still kept, the latest last.
    func notifications() async -> [NotificationRecord] { await world.notifications(after: 0) }
}
