/// The assertions that were accepted and would still hold: each may be brought once only.
///
/// Source: SAML 2.0 profiles, section 4.1.4.5.
package struct SeenAssertions: Hashable, Sendable {
    private var ends: [String: SandboxInstant] = [:]

    /// Creates an empty memory.
    package init() {}

    /// Remembers an assertion, and forgets those whose time is over.
    ///
    /// - Parameters:
    ///   - id: The assertion's identifier.
    ///   - end: Until when it would hold.
    ///   - now: The time at the service provider.
    /// - Returns: True when it was not there before.
    mutating func insert(_ id: String, until end: SandboxInstant, now: SandboxInstant) -> Bool {
        ends = ends.filter { $0.value > now }
        guard ends[id] == nil else { return false }
        ends[id] = end
        return true
    }
}
