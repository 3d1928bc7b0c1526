extension FinesseSandbox {
    /// Brings one caller to a queue, now.
    ///
    /// - Parameters:
    ///   - queue: The queue's id; the first one that agents serve where there is none.
    ///   - number: The caller's number.
    ///   - variables: The call variables that the call brings along.
    ///   - patience: After what span the caller gives up waiting; zero for never, by chance where there is none.
    ///   - handleTime: After what span of talking the caller hangs up; zero for never, by chance where there is none.
    /// - Throws: ``SandboxError/configuration(key:reason:)`` when there is no such queue.
    public func bringCaller(
        to queue: String? = nil,
        number: String = "4085550123",
        variables: [String: String] = [:],
        patience: Duration? = nil,
        handleTime: Duration? = nil
    ) async throws(SandboxError) {
        let queues = configuration.contactCentre.queues
        guard let wanted = queues.first(where: { queue == nil ? !$0.teams.isEmpty : $0.id == queue }) else {
            throw .configuration(key: "queue", reason: "there is no queue \(queue ?? "that agents serve")")
        }
        await world.arrive(
            at: wanted,
            number: number,
            variables: variables.sorted { $0.key < $1.key }.map { CallVariable(name: $0.key, value: $0.value) },
            patience: patience,
            handleTime: handleTime
        )
        // What cannot be written now is written with the next change.
        _ = try? await world.commit()
    }
}
