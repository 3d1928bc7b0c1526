public import FinesseTypes

extension FinesseClient {
    /// Reads a queue (Unified CCE).
    ///
    /// - Parameter id: The queue.
    /// - Returns: The queue with its statistics as they are now.
    /// - Throws: ``FinesseError/refused(_:)`` (401, 404, 500, 501, 503), ``FinesseError/unreadableAnswer(_:_:)``,
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``, ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "Queue: Get Queue".
    public func queue(_ id: ObjectID<Queue>) async throws(FinesseError) -> Queue {
        let request = QueueRequests.show(id)
        let answer = try await send(request)
        return Queue(element: try answer.document(named: Queue.elementName))
    }

    /// Lists the queues of a user; for a supervisor those of all agents of the teams.
    ///
    /// - Parameter id: Any user's login id.
    /// - Returns: The queues, in the server's order.
    /// - Throws: ``FinesseError/refused(_:)`` (401, 404, 500, 503), ``FinesseError/unreadableAnswer(_:_:)``,
    ///   ``FinesseError/transport(_:_:)``, ``FinesseError/noAccessToken(_:_:)``, ``FinesseError/invalidRequest(_:reason:)``.
    ///
    /// Source: Finesse REST guide, "Queue: Get List of Queues for User".
    public func queues(of id: LoginID) async throws(FinesseError) -> FinesseList<Queue> {
        let request = QueueRequests.list(id)
        let answer = try await send(request)
        return FinesseList(element: try answer.document(named: "Queues"))
    }
}

/// The requests on queues, built and not sent.
enum QueueRequests {
    static func show(_ id: ObjectID<Queue>) -> FinesseRequest { FinesseRequest(.queue, id.rawValue) }

    static func list(_ id: LoginID) -> FinesseRequest { FinesseRequest(.userQueues, id.rawValue) }
}
