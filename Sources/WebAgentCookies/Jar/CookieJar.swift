public import WebAgentURL

/// The cookies of one user.
///
/// A value without a clock: what it does depends on its arguments alone.
///
/// Source: draft-ietf-httpbis-rfc6265bis-20, §5.7 and §5.8. Departures: ``CookieContext/sameSiteStatus(policy:suffixes:)``
/// names one; the public suffix list is asked when a cookie is stored and restored, not again when it is sent.
public struct CookieJar: Sendable {
    /// The choices the specification leaves open.
    public var policy: CookiePolicy

    /// What a site is, and which domains belong to nobody.
    let suffixes: any PublicSuffixes

    /// The cookies by domain; within one, in the order they are sent.
    var buckets: [String: [Cookie]] = [:]

    /// How many cookies the buckets hold.
    public internal(set) var count = 0

    var nextOrder: UInt64 = 0

    /// Makes an empty jar.
    ///
    /// - Parameters:
    ///   - suffixes: the public suffixes.
    ///   - policy: the choices the specification leaves open; those of browsers where nothing is said.
    public init(suffixes: any PublicSuffixes, policy: CookiePolicy = CookiePolicy()) {
        self.suffixes = suffixes
        self.policy = policy
    }

    /// Every cookie, ended ones included, by domain and in the order they are sent.
    public var cookies: [Cookie] {
        buckets.sorted { $0.key < $1.key }.flatMap(\.value)
    }

    /// Removes cookies.
    ///
    /// - Parameter condition: which ones.
    /// - Returns: the cookies removed.
    @discardableResult
    public mutating func removeAll(where condition: (Cookie) -> Bool) -> [Cookie] {
        var removed: [Cookie] = []
        for key in Array(buckets.keys) {
            removed += buckets[key, default: []].filter(condition)
            buckets[key, default: []].removeAll(where: condition)
            if buckets[key]?.isEmpty == true { buckets[key] = nil }
        }
        count -= removed.count
        return removed
    }
}
