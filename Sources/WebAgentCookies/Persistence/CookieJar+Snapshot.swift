import WebAgentURL

extension CookieJar {
    /// The cookies to keep for the next run, in the order they were set.
    ///
    /// - Parameters:
    ///   - includingSessionCookies: whether cookies that end with the session are kept too; a sign-in is made of them.
    ///   - now: the time; what has ended is left out.
    /// - Returns: the records.
    public func snapshot(includingSessionCookies: Bool, now: CookieTime) -> [CookieRecord] {
        buckets.values.joined()
            .filter { !$0.isExpired(at: now) && (includingSessionCookies || $0.expiry != nil) }
            .sorted { $0.order < $1.order }
            .map(CookieRecord.init)
    }

    /// Puts kept cookies back, over those of the same name, domain and path.
    ///
    /// - Parameters:
    ///   - records: what ``snapshot(includingSessionCookies:now:)`` gave.
    ///   - now: the time; what has ended is left out, and so is what belongs to a public suffix by today's list.
    public mutating func restore(_ records: [CookieRecord], now: CookieTime) {
        for record in records {
            var cookie = Cookie(
                name: record.name,
                value: record.value,
                domain: record.domain,
                isHostOnly: record.isHostOnly,
                path: record.path,
                creation: record.creation,
                lastAccess: record.lastAccess,
                expiry: record.expiry,
                isSecure: record.isSecure,
                isHTTPOnly: record.isHTTPOnly,
                sameSite: record.sameSite
            )
            guard !cookie.isExpired(at: now), cookie.isHostOnly || !suffixes.isPublicSuffix(cookie.domain) else {
                continue
            }
            cookie.order = nextOrder
            nextOrder += 1
            take(sameAs: cookie)
            insert(cookie)
            _ = removeExcess(near: cookie.domain, now: now)
        }
    }
}
