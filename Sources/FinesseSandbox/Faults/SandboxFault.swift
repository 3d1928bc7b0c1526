/// Something that goes wrong for some requests: which ones, and what.
///
/// ```swift
/// try sandbox.faults.add(.nextRefreshFails)
/// try sandbox.faults.add(SandboxFault(.status(503), when: .init(route: .refresh, probability: 0.2)))
/// ```
///
/// Whether a fault fires for a request depends on the seed, on the fault and on how many requests it has seen, and on nothing
/// else. Of several faults that fire for one request the delays add up and the switches come together; of the others the first
/// one counts.
public struct SandboxFault: Hashable, Sendable {
    /// The name by which the journal and lists show it; what it does, when there is none.
    public var name: String?
    /// The requests that it is for.
    public var when: Selector
    /// What happens to them.
    public var effect: Effect
    /// How long it holds on the sandbox's clock, from when it was added; for ever when there is nothing.
    public var lasts: Duration?

    /// Creates a fault.
    ///
    /// - Parameters:
    ///   - effect: What happens.
    ///   - when: The requests that it is for; all of them unless told.
    ///   - lasts: How long it holds on the sandbox's clock; for ever when there is nothing.
    ///   - name: The name by which it is shown; what it does, when there is none.
    public init(_ effect: Effect, when: Selector = Selector(), lasts: Duration? = nil, name: String? = nil) {
        self.name = name
        self.when = when
        self.effect = effect
        self.lasts = lasts
    }

    /// The name, or what it does.
    public var label: String { name ?? effect.label }
}
