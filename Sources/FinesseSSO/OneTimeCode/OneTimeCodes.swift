/// Where one-time codes come from; it gives no code twice.
///
/// One is made for each user and used for all their sign-ins, so that it knows which codes were given; with ``OneTimeSteps``
/// it knows those of other programs too.
public actor OneTimeCodes {
    /// Gets a code from a person or a program; the argument is the host whose page asks.
    public typealias Ask = @Sendable (_ host: String) async throws(OneTimeCodeError) -> OneTimeCode

    private enum Source: Sendable {
        case asking(Ask)
        case generated(Clockwork)
    }

    /// What generated codes depend on.
    private struct Clockwork: Sendable {
        let generator: TOTP
        let taken: (any OneTimeSteps)?
        let now: @Sendable () -> WallTime
        let sleep: @Sendable (Duration) async -> Void
        let report: @Sendable (TokenStoreError) -> Void
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
    ///   - taken: Remembers the steps that codes were given for, here and elsewhere; nil for here only.
    ///   - now: Reads the wall clock, on which the codes depend.
    ///   - sleep: Waits for the next code where that of now was given already; returns early where the task is cancelled.
    ///   - report: Told why a step could not be remembered; the code is given all the same.
    public init(
        _ generator: TOTP,
        taken: (any OneTimeSteps)? = nil,
        now: @escaping @Sendable () -> WallTime = WallTime.system,
        sleep: @escaping @Sendable (Duration) async -> Void = { duration in
            // Cancelled: whoever waits looks at that itself.
            try? await ContinuousClock().sleep(for: duration)
        },
        report: @escaping @Sendable (TokenStoreError) -> Void = { _ in }
    ) {
        source = .generated(Clockwork(generator: generator, taken: taken, now: now, sleep: sleep, report: report))
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
        case .generated(let clockwork): code = try await generated(clockwork)
        }
        guard !code.isEmpty else { throw .notGiven(reason: "The one-time code is empty: give the one that is shown") }
        guard given.insert(code).inserted else { throw .repeated }
        return code
    }

    /// The code of the first step that none was given for; waits for it at most a few steps.
    private func generated(_ clockwork: Clockwork) async throws(OneTimeCodeError) -> OneTimeCode {
        let generator = clockwork.generator
        for _ in 0..<4 {
            let time = clockwork.now()
            let step = generator.counter(at: time)
            if steps.insert(step).inserted, isFree(step, clockwork) { return generator.code(counter: step) }
            guard !Task.isCancelled else { break }
            let next = WallTime(milliseconds: (step + 1) * generator.period * 1000)
            await clockwork.sleep(next.since(time))
        }
        throw .repeated
    }

    private func isFree(_ step: Int64, _ clockwork: Clockwork) -> Bool {
        do throws(TokenStoreError) {
            return try clockwork.taken?.take(step, of: clockwork.generator) ?? true
        } catch {
            clockwork.report(error)
            return true
        }
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
