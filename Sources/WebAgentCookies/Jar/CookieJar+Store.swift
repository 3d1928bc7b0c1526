public import WebAgentURL

extension CookieJar {
    /// Judges one `Set-Cookie` value, or one assignment to `document.cookie`, and keeps the cookie if no rule is against it.
    ///
    /// - Parameters:
    ///   - setCookie: the value, as it came.
    ///   - context: the request it answers, or the script's document.
    ///   - now: the time.
    /// - Returns: what became of it.
    ///
    /// Source: draft-ietf-httpbis-rfc6265bis-20, §5.6 and §5.7.
    public mutating func store(
        setCookie: some Collection<UInt8>,
        context: CookieContext,
        now: CookieTime
    ) -> StoreDecision {
        do {
            return try receive(try SetCookie.parse(setCookie), context: context, now: now)
        } catch {
            return .refused(error)
        }
    }

    /// Judges an assignment to `document.cookie`.
    ///
    /// - Parameters:
    ///   - text: the assigned string.
    ///   - document: the document's URL.
    ///   - ancestors: the origins of the documents it is framed in, its parent first.
    ///   - now: the time.
    /// - Returns: what became of it.
    public mutating func setFromScript(
        _ text: String,
        document: WebURL,
        ancestors: [Origin] = [],
        now: CookieTime
    ) -> StoreDecision {
        store(setCookie: Array(text.utf8), context: .script(document: document, ancestors: ancestors), now: now)
    }

    /// Source: §5.7; the numbers are its steps.
    private mutating func receive(
        _ received: SetCookie,
        context: CookieContext,
        now: CookieTime
    ) throws(CookieRefusal) -> StoreDecision {
        // 1. What the policy never keeps.
        guard context.access != .markup else { throw .fromMarkup }
        let scheme = context.url.scheme
        guard scheme == "http" || scheme == "https", let host = CookieHost(context.url) else {
            throw .notHTTP(scheme: scheme)
        }

        // 2. Nothing at all. 3. and 4. stand in the parser.
        guard !received.name.isEmpty || !received.value.isEmpty else { throw .emptyNameAndValue }

        // 5. to 7., 9. to 12., 14., 17. The cookie and its scope.
        let (domain, isHostOnly) = try scope(of: received, host: host)
        var cookie = Cookie(
            name: received.name,
            value: received.value,
            domain: domain,
            isHostOnly: isHostOnly,
            path: received.path ?? CookiePath.defaultPath(of: Array(context.url.path.utf8)),
            creation: now,
            lastAccess: now,
            expiry: expiry(of: received, now: now),
            isSecure: received.isSecure,
            isHTTPOnly: received.isHTTPOnly,
            sameSite: received.sameSite
        )

        try checkConnection(cookie, context: context, host: host, now: now)
        try checkSite(cookie, context: context)
        try checkPrefixes(cookie, hasPath: received.hasPath)

        // 23. Take the place of the cookie of the same name, domain, host-only-flag and path.
        if let index = buckets[domain]?.firstIndex(where: { $0.isSameCookie(as: cookie) }),
            let old = buckets[domain]?[index]
        {
            if !old.isExpired(at: now) {
                if context.access == .script, old.isHTTPOnly { throw .overwritesHTTPOnly }
                cookie = cookie.replacing(old)
                if !cookie.isExpired(at: now) {
                    // FAST PATH: path and age are the same, and so is the place.
                    buckets[domain]?[index] = cookie
                    return .stored(cookie, evicted: [])
                }
            }
            take(sameAs: old)
        }

        // 24. Insert, unless it has ended already.
        guard !cookie.isExpired(at: now) else { return .deleted(cookie) }
        cookie.order = nextOrder
        nextOrder += 1
        insert(cookie)
        let evicted = removeExcess(near: domain, now: now)
        guard !evicted.contains(cookie) else { throw .noRoom }
        return .stored(cookie, evicted: evicted)
    }

    /// Steps 6.1 to 6.3: `Max-Age` goes before `Expires`; neither goes beyond the limit of §5.5.
    private func expiry(of received: SetCookie, now: CookieTime) -> CookieTime? {
        let limit = now.advanced(by: policy.maximumLifetime)
        if let maxAge = received.maxAge {
            return maxAge <= 0 ? .earliest : min(limit, now.advanced(by: .seconds(maxAge)))
        }
        return received.expires.map { min(limit, $0) }
    }

    /// Steps 7 to 10: the domain, and whether the cookie is for its host only.
    private func scope(
        of received: SetCookie,
        host: CookieHost
    ) throws(CookieRefusal) -> (domain: String, isHostOnly: Bool) {
        guard let bytes = received.domain, !bytes.isEmpty else { return (host.name, true) }
        guard bytes.allSatisfy({ $0 < 0x80 }) else { throw .domainNotASCII }
        let domain = String(decoding: bytes, as: UTF8.self)
        if suffixes.isPublicSuffix(domain) {
            guard domain == host.name else { throw .publicSuffix(domain: domain) }
            return (host.name, true)
        }
        guard CookieDomain.matches(host.name, domain: domain, hostIsName: host.isName) else {
            throw .domainMismatch(domain: domain, host: host.name)
        }
        return (domain, false)
    }

    /// Steps 13, 15 and 16: `Secure`, `HttpOnly` and the cookies that insecure ones must not cover.
    private func checkConnection(
        _ cookie: Cookie,
        context: CookieContext,
        host: CookieHost,
        now: CookieTime
    ) throws(CookieRefusal) {
        let connectionIsSecure = host.isSecure(scheme: context.url.scheme, policy: policy)
        guard connectionIsSecure || !cookie.isSecure else { throw .secureOverInsecureConnection }
        guard context.access == .http || !cookie.isHTTPOnly else { throw .httpOnlyFromScript }
        if !connectionIsSecure, overlaysSecureCookie(cookie, hostIsName: host.isName, now: now) {
            throw .overlaysSecureCookie
        }
    }

    private func overlaysSecureCookie(_ new: Cookie, hostIsName: Bool, now: CookieTime) -> Bool {
        buckets.contains { domain, cookies in
            (CookieDomain.matches(domain, domain: new.domain, hostIsName: hostIsName)
                || CookieDomain.matches(new.domain, domain: domain, hostIsName: hostIsName))
                && cookies.contains { old in
                    old.isSecure && old.name == new.name && !old.isExpired(at: now)
                        && CookiePath.matches(requestPath: new.path, cookiePath: old.path)
                }
        }
    }

    /// Steps 18 and 19: who may set which `SameSite`.
    private func checkSite(_ cookie: Cookie, context: CookieContext) throws(CookieRefusal) {
        guard cookie.sameSite != .none else {
            guard cookie.isSecure else { throw .sameSiteNoneWithoutSecure }
            return
        }
        guard case .crossSite(let reason) = context.sameSiteStatus(policy: policy, suffixes: suffixes) else { return }
        guard context.access == .http, context.target == .topLevel else {
            throw .crossSite(cookie.sameSite, because: reason)
        }
    }

    /// Steps 20 to 22: what a name promises.
    ///
    /// `__Http-` and `__Host-Http-` are of Layered Cookies (draft-ietf-httpbis-layered-cookies-01).
    private func checkPrefixes(_ cookie: Cookie, hasPath: Bool) throws(CookieRefusal) {
        let name = cookie.name
        // FAST PATH: every prefix begins so.
        guard (name.isEmpty ? cookie.value : name).first == UInt8(ascii: "_") else { return }
        if name.startsCaseInsensitively(with: CookieWord.securePrefix), !cookie.isSecure { throw .securePrefix }
        if name.startsCaseInsensitively(with: CookieWord.hostPrefix) {
            let isWholeHost = hasPath && cookie.path == [UInt8(ascii: "/")]
            guard cookie.isSecure, cookie.isHostOnly, isWholeHost else { throw .hostPrefix }
        }
        if name.startsCaseInsensitively(with: CookieWord.httpPrefix)
            || name.startsCaseInsensitively(with: CookieWord.hostHTTPPrefix)
        {
            guard cookie.isSecure, cookie.isHTTPOnly else { throw .httpPrefix }
        }
        let prefixes = [CookieWord.securePrefix, CookieWord.hostPrefix, CookieWord.httpPrefix]
        if name.isEmpty, prefixes.contains(where: { cookie.value.startsCaseInsensitively(with: $0) }) {
            throw .namelessPrefix
        }
    }
}

extension Cookie {
    /// This cookie with the age of the one whose place it takes.
    ///
    /// Source: §5.7 step 23.3.
    fileprivate func replacing(_ old: Cookie) -> Cookie {
        var cookie = Cookie(
            name: name,
            value: value,
            domain: domain,
            isHostOnly: isHostOnly,
            path: path,
            creation: old.creation,
            lastAccess: lastAccess,
            expiry: expiry,
            isSecure: isSecure,
            isHTTPOnly: isHTTPOnly,
            sameSite: sameSite
        )
        cookie.order = old.order
        return cookie
    }
}
