/// The assertions that were accepted and would still hold: each may be brought once only.
///
/// Source: SAML 2.0 profiles, section 4.1.4.5.
package struct SeenAssertions: Sendable {
    var ends = ExpiringTable<PresenceMark>()

    /// Creates an empty memory.
    package init() {}

    /// Remembers an assertion; those whose time is over are forgotten as their number grows.
    ///
    /// - Parameters:
    ///   - id: The assertion's identifier.
    ///   - end: Until when it would hold.
    ///   - now: The time at the service provider.
    /// - Returns: True when it was not there before.
    mutating func insert(_ id: String, until end: SandboxInstant, now: SandboxInstant) -> Bool {
        guard ends.value(id, now: now) == nil else { return false }
        ends.set(id, PresenceMark(), until: end, now: now)
        return true
    }
}
