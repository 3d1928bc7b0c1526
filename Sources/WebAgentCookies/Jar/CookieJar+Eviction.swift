extension CookieJar {
    /// Puts a cookie into its bucket at the place where it is sent.
    mutating func insert(_ cookie: Cookie) {
        var bucket = buckets.removeValue(forKey: cookie.domain) ?? []
        // FAST PATH: a new cookie mostly goes last.
        let index = bucket.lastIndex { !cookie.goesBefore($0) }.map { $0 + 1 } ?? 0
        bucket.insert(cookie, at: index)
        buckets[cookie.domain] = bucket
        count += 1
    }

    /// Removes the cookie of the same name, domain, host-only-flag and path, if there is one.
    mutating func take(sameAs cookie: Cookie) {
        guard let index = buckets[cookie.domain]?.firstIndex(where: { $0.isSameCookie(as: cookie) }) else { return }
        buckets[cookie.domain]?.remove(at: index)
        if buckets[cookie.domain]?.isEmpty == true { buckets[cookie.domain] = nil }
        count -= 1
    }

    /// Removes cookies until the limits hold, in the specification's order.
    ///
    /// Source: draft-ietf-httpbis-rfc6265bis-20, §5.7, "remove excess cookies".
    mutating func removeExcess(near domain: String, now: CookieTime) -> [Cookie] {
        var evicted: [Cookie] = []
        if let bucket = buckets[domain], bucket.count > policy.maximumCookiesPerDomain {
            let order: [(Cookie) -> Bool] = [{ $0.isExpired(at: now) }, { !$0.isSecure }, { _ in true }]
            evicted += evict(bucket.count - policy.maximumCookiesPerDomain, from: bucket, inOrder: order)
        }
        if count > policy.maximumCookies {
            let order: [(Cookie) -> Bool] = [{ $0.isExpired(at: now) }, { _ in true }]
            evicted += evict(count - policy.maximumCookies, from: buckets.values.flatMap(\.self), inOrder: order)
        }
        return evicted
    }

    /// Removes a number of cookies: those of the first class first, in each the longest unused first.
    private mutating func evict(
        _ excess: Int,
        from candidates: [Cookie],
        inOrder classes: [(Cookie) -> Bool]
    ) -> [Cookie] {
        let ranked = candidates.map { cookie in
            (rank: classes.firstIndex { $0(cookie) } ?? classes.count, cookie: cookie)
        }
        let victims = ranked.sorted { one, other in
            if one.rank != other.rank { return one.rank < other.rank }
            if one.cookie.lastAccess != other.cookie.lastAccess {
                return one.cookie.lastAccess < other.cookie.lastAccess
            }
            return one.cookie.order < other.cookie.order
        }.prefix(excess).map(\.cookie)
        for victim in victims { take(sameAs: victim) }
        return victims
    }
}
