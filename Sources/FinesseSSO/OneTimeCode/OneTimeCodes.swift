/// Where one-time codes come from; it gives no code twice.
///
/// One is made for each user and used for all their sign-ins, so that it knows which codes were given.
public actor OneTimeCodes {
    /// Gets a code from a person or a program; the argument is the host whose page asks.
    public typealias Ask = @Sendable (_ host: String) async throws(OneTimeCodeError) -> OneTimeCode

    private enum Source: Sendable {
        case asking(Ask)
        case generated(TOTP, now: @Sendable () -> WallTime, sleep: @Sendable (Duration) async -> Void)
    }

    private let source: Source
    private var given: Set<OneTimeCode> = []
    private var steps: Set<Int64> = []

    /// Makes a source that asks somebody.
    ///
    /// - Parameter ask: Gets a code.
    public init(asking ask: @escaping Ask) {
        source = .asking(ask)
    }

    /// Makes a source that generates codes from a secret.
    ///
    /// - Parameters:
    ///   - generator: The generator.
    ///   - now: Reads the wall clock, on which the codes depend.
    ///   - sleep: Waits for the next code where that of now was given already; returns early where the task is cancelled.
    public init(
        _ generator: TOTP,
        now: @escaping @Sendable () -> WallTime = WallTime.system,
        sleep: @escaping @Sendable (Duration) async -> Void = { duration in
            // Cancelled: whoever waits looks at that itself.
            try? await ContinuousClock().sleep(for: duration)
        }
    ) {
        source = .generated(generator, now: now, sleep: sleep)
    }

    /// Gets a code that was not given before.
    ///
    /// - Parameter host: The host whose page asks.
    /// - Returns: The code.
    /// - Throws: ``OneTimeCodeError``; ``OneTimeCodeError/repeated`` where the same one comes again.
    public func next(for host: String) async throws(OneTimeCodeError) -> OneTimeCode {
        let code: OneTimeCode
        switch source {
        case .asking(let ask): code = try await ask(host)
        case .generated(let generator, let now, let sleep):
            code = try await generated(generator, now, sleep)
        }
        guard !code.isEmpty else { throw .notGiven(reason: "The one-time code is empty: give the one that is shown") }
        guard given.insert(code).inserted else { throw .repeated }
        return code
    }

    /// The code of the first step that none was given for; waits for it at most a few steps.
    private func generated(
        _ generator: TOTP,
        _ now: @Sendable () -> WallTime,
        _ sleep: @Sendable (Duration) async -> Void
    ) async throws(OneTimeCodeError) -> OneTimeCode {
        for _ in 0..<4 {
            let time = now()
            let step = generator.counter(at: time)
            if steps.insert(step).inserted { return generator.code(counter: step) }
            guard !Task.isCancelled else { break }
            let next = WallTime(milliseconds: (step + 1) * generator.period * 1000)
            await sleep(next.since(time))
        }
        throw .repeated
    }
}

extension OneTimeCodes: Hashable {
    /// Two are equal when they are the same one.
    ///
    /// - Parameters:
    ///   - left: One source.
    ///   - right: Another source.
    /// - Returns: Whether they are the same.
    public static func == (left: OneTimeCodes, right: OneTimeCodes) -> Bool { left === right }

    /// Hashes which one it is.
    ///
    /// - Parameter hasher: Takes it.
    public nonisolated func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
