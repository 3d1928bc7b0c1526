public import FinesseTypes

extension FinesseClient {
    /// Waits until a change that was taken in is there, by reading the user over and over.
    ///
    /// A 202 says only that the request was taken in: the contact centre does the work afterwards and may refuse it.
    ///
    /// - Parameters:
    ///   - expected: What the change should come to.
    ///   - id: The login id.
    ///   - deadline: How long to go on reading; at least one reading is made.
    ///   - pause: The time between two readings.
    /// - Returns: The user as last read, in the state or with the state pending.
    /// - Throws: ``FinesseError/notConfirmed(_:)`` after the deadline or when the task is cancelled meanwhile, and
    ///   whatever ``user(_:)`` throws.
    public func confirm(
        _ expected: StateExpectation,
        of id: LoginID,
        deadline: Duration = .seconds(15),
        pause: Duration = .milliseconds(300)
    ) async throws(FinesseError) -> StateConfirmation {
        try await confirm(expected, of: id, deadline: deadline, pause: pause, on: clock)
    }

    private func confirm<C: Clock<Duration>>(
        _ expected: StateExpectation,
        of id: LoginID,
        deadline: Duration,
        pause: Duration,
        on clock: C
    ) async throws(FinesseError) -> StateConfirmation {
        let start = clock.now
        let end = start.advanced(by: deadline)
        while true {
            let user = try await user(id)
            switch expected.verdict(on: user) {
            case .reached: return .reached(user)
            case .pending: return .pending(user)
            case .notYet: break
            }
            let missing = MissingConfirmation(
                call: FinesseCall(origin: origin, operation: .user(id)),
                expected: expected,
                lastState: user.state,
                waited: start.duration(to: clock.now)
            )
            guard clock.now.advanced(by: pause) <= end else { throw .notConfirmed(missing) }
            do {
                try await clock.sleep(for: pause)
            } catch {
                throw .notConfirmed(missing)
            }
        }
    }
}
