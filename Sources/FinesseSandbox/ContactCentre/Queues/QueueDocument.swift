/// What a queue looks like now.
///
/// Source: Finesse REST guide, "Queue".
struct QueueStatistics: Hashable, Sendable {
    var callsInQueue = 0
    var oldestCall: SandboxInstant?
    var ready = 0
    var notReady = 0
    var busyOther = 0
    var loggedOn = 0
    var talkingInbound = 0
    var talkingOutbound = 0
    var talkingInternal = 0
    var workNotReady = 0
    var workReady = 0

    /// Counts an agent.
    mutating func count(_ agent: AgentRecord) {
        guard agent.isSignedIn else { return }
        loggedOn += 1
        switch agent.state {
        case .ready: ready += 1
        case .notReady, .unknown, .logout: notReady += 1
        case .reserved, .reservedOutbound, .reservedOutboundPreview, .hold: busyOther += 1
        case .talking:
            switch agent.talk {
            case .inbound: talkingInbound += 1
            case .outbound: talkingOutbound += 1
            case .internal, nil: talkingInternal += 1
            }
        case .work: workNotReady += 1
        case .workReady: workReady += 1
        }
    }
}

/// Writes the `Queue` element.
enum QueueDocument {
    /// The element for a queue.
    ///
    /// - Parameters:
    ///   - queue: The queue.
    ///   - statistics: Its statistics; nothing where nobody is assigned to it, or where the product has none.
    /// - Returns: The element.
    static func element(_ queue: SandboxQueue, _ statistics: QueueStatistics?) -> FinesseXML {
        func number(_ name: String, _ path: KeyPath<QueueStatistics, Int>) -> FinesseXML {
            FinesseXML(name, String(statistics?[keyPath: path] ?? -1))
        }
        return FinesseXML(
            "Queue",
            children: [
                FinesseXML("uri", "/finesse/api/Queue/\(queue.id)"), FinesseXML("name", queue.name),
                FinesseXML(
                    "statistics",
                    children: [
                        number("callsInQueue", \.callsInQueue),
                        FinesseXML(
                            "startTimeOfLongestCallInQueue",
                            statistics?.oldestCall?.timestamp ?? ""
                        ),
                        number("agentsReady", \.ready), number("agentsNotReady", \.notReady),
                        number("agentsBusyOther", \.busyOther), number("agentsLoggedOn", \.loggedOn),
                        number("agentsTalkingInbound", \.talkingInbound),
                        number("agentsTalkingOutbound", \.talkingOutbound),
                        number("agentsTalkingInternal", \.talkingInternal),
                        number("agentsWrapUpNotReady", \.workNotReady), number("agentsWrapUpReady", \.workReady),
                    ]
                ),
            ]
        )
    }
}
