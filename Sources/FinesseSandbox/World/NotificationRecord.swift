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
    /// Publishes a notification.
    func publish(_ event: NotificationRecord) {
        var event = event
        lastNotification += 1
        event.number = lastNotification
        event.at = clock.now
        notifications.append(event)
        if notifications.count > 10_000 { notifications.removeFirst(1000) }
    }
}

extension FinesseSandbox {
    /// What was published, the latest last.
    func notifications() async -> [NotificationRecord] { await world.notifications }
}
