import Synchronization

/// The answers to questions about hosts that were asked lately; a sign-in asks the same few several times for each request.
final class HostMemory<Answer: Sendable>: Sendable {
    /// How many hosts are remembered; one more and all are forgotten.
    private let capacity = 1024

    private let answers = Mutex<[String: Answer]>([:])

    /// Gives the answer for a host, which is found out if it is not remembered.
    ///
    /// - Parameters:
    ///   - host: the host as it is written.
    ///   - find: finds the answer; the same one for the same host.
    /// - Returns: the answer.
    func answer(for host: String, find: () -> Answer) -> Answer {
        if let known = answers.withLock({ $0[host] }) { return known }
        let found = find()
        answers.withLock { answers in
            if answers.count >= capacity { answers.removeAll(keepingCapacity: true) }
            answers[host] = found
        }
        return found
    }
}
