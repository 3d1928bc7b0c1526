public import WebAgentURL

extension CookieJar {
    /// Chooses the cookies for a request, or for a script that reads `document.cookie`.
    ///
    /// Marks those that go as used, and removes those that have ended.
    ///
    /// - Parameters:
    ///   - context: the request or the script's document.
    ///   - now: the time.
    /// - Returns: the cookies that go, in order, and those that stay with the rule for each.
    ///
    /// Source: draft-ietf-httpbis-rfc6265bis-20, §5.8.3.
    public mutating func cookieHeader(for context: CookieContext, now: CookieTime) -> RetrievalDecision {
        // 1., 2. A canonical host.
        guard context.access != .markup, let host = CookieHost(context.url) else { return RetrievalDecision() }

        // 3. Judge every cookie of the host's domains.
        let judge = RetrievalJudge(context: context, host: host, policy: policy, suffixes: suffixes, now: now)
        var decision = RetrievalDecision()
        var usedBuckets = 0
        for domain in CookieDomain.candidates(for: host.name, hostIsName: host.isName) {
            guard let position = buckets.index(forKey: domain) else { continue }
            let before = decision.sent.count
            var hasExpired = false
            // Taken out and put back, so that marking copies nothing.
            var bucket: [Cookie] = []
            swap(&bucket, &buckets.values[position])
            decision.sent.reserveCapacity(before + bucket.count)
            for index in bucket.indices {
                if let reason = judge.reasonToWithhold(bucket[index]) {
                    decision.withheld.append(.init(cookie: bucket[index], reason: reason))
                    if reason == .expired { hasExpired = true }
                } else {
                    // 5. Mark as used.
                    bucket[index].lastAccess = now
                    decision.sent.append(bucket[index])
                }
            }
            swap(&bucket, &buckets.values[position])
            if decision.sent.count > before { usedBuckets += 1 }
            if hasExpired { removeExpired(in: domain, now: now) }
        }

        // 4. Longer paths first, then older cookies. FAST PATH: one domain's cookies are in that order already.
        if usedBuckets > 1 { decision.sent.sort { $0.goesBefore($1) } }
        return decision
    }

    /// Makes the string that `document.cookie` reads.
    ///
    /// - Parameters:
    ///   - document: the document's URL.
    ///   - ancestors: the origins of the documents it is framed in, its parent first.
    ///   - now: the time.
    /// - Returns: the cookies a script may see; bytes that are not UTF-8 become U+FFFD.
    public mutating func scriptCookieString(
        document: WebURL,
        ancestors: [Origin] = [],
        now: CookieTime
    ) -> String {
        let decision = cookieHeader(for: .script(document: document, ancestors: ancestors), now: now)
        return String(decoding: decision.cookieString, as: UTF8.self)
    }

    private mutating func removeExpired(in domain: String, now: CookieTime) {
        guard var bucket = buckets.removeValue(forKey: domain) else { return }
        count -= bucket.count
        bucket.removeAll { $0.isExpired(at: now) }
        count += bucket.count
        if !bucket.isEmpty { buckets[domain] = bucket }
    }
}

/// The rules of one retrieval; the status of the request is computed once.
private struct RetrievalJudge {
    let host: CookieHost
    let path: [UInt8]
    let isSecure: Bool
    let access: CookieContext.Access
    let status: SameSiteStatus
    let isTopLevel: Bool
    let isSafe: Bool
    let method: String
    let unsafeWindow: Duration?
    let now: CookieTime

    init(
        context: CookieContext,
        host: CookieHost,
        policy: CookiePolicy,
        suffixes: any PublicSuffixes,
        now: CookieTime
    ) {
        self.host = host
        path = Array(context.url.path.utf8)
        isSecure = host.isSecure(scheme: context.url.scheme, policy: policy)
        access = context.access
        status = context.sameSiteStatus(policy: policy, suffixes: suffixes)
        isTopLevel = context.target == .topLevel
        isSafe = context.isSafe
        method = context.method
        unsafeWindow = policy.laxAllowingUnsafeWindow
        self.now = now
    }

    /// Source: §5.8.3 step 3, with the modification of §5.6.7.2.
    func reasonToWithhold(_ cookie: Cookie) -> WithholdReason? {
        if cookie.isExpired(at: now) { return .expired }
        if cookie.isHostOnly, cookie.domain != host.name { return .hostOnly }
        guard CookiePath.matches(requestPath: path, cookiePath: cookie.path) else { return .path }
        if cookie.isSecure, !isSecure { return .insecureConnection }
        if cookie.isHTTPOnly, access != .http { return .httpOnly }

        guard cookie.sameSite != .none, case .crossSite(let reason) = status else { return nil }
        if cookie.sameSite == .strict { return .strict(reason) }
        guard access == .http, isTopLevel else { return .notTopLevel(cookie.sameSite, reason) }
        guard isSafe || isWithinWindow(cookie) else {
            return .unsafeMethod(cookie.sameSite, reason, method: method)
        }
        return nil
    }

    private func isWithinWindow(_ cookie: Cookie) -> Bool {
        guard cookie.sameSite == .unspecified, let unsafeWindow else { return false }
        return now.since(cookie.creation) <= unsafeWindow
    }
}
