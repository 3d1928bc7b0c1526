import FinesseSSO

extension StoreSubject {
    /// Saves a record and finds it again.
    func keeps(_ session: StoredSession, _ what: String) async throws {
        try await store.save(session)
        try await has(session, what)
    }

    func has(_ session: StoredSession, _ what: String) async throws {
        try await Self.expect(store, has: session, what)
    }

    func hasNothing(for key: SessionKey, _ what: String) async throws {
        guard let found = try await store.session(for: key) else { return }
        throw TokenStoreConformance.Failure(reason: "\(what): there is a record of \(found.key)")
    }

    static func expect(_ store: any TokenStore, has session: StoredSession, _ what: String) async throws {
        guard let found = try await store.session(for: session.key) else {
            throw TokenStoreConformance.Failure(reason: "\(what): there is no record of \(session.key)")
        }
        guard let difference = session.difference(from: found) else { return }
        throw TokenStoreConformance.Failure(reason: "\(what): \(difference) is not as it was saved")
    }

    /// The store's own error for what it must refuse.
    func refusal(_ what: String, _ body: () async throws(TokenStoreError) -> Void) async throws -> TokenStoreError {
        do throws(TokenStoreError) {
            try await body()
        } catch {
            return error
        }
        throw TokenStoreConformance.Failure(reason: "\(what): no error was thrown")
    }
}

func expect<Value: Equatable>(_ what: String, _ found: Value, is wanted: Value) throws {
    guard found == wanted else {
        throw TokenStoreConformance.Failure(reason: "\(what) is \(found), and should be \(wanted)")
    }
}

func required<Value>(_ value: Value?, _ what: String) throws -> Value {
    guard let value else {
        throw TokenStoreConformance.Failure(reason: "the subject has no way to \(what), which this check needs")
    }
    return value
}

extension StoredSession {
    /// The name of the first part that is another one, since secrets are not printed.
    fileprivate func difference(from other: StoredSession) -> String? {
        if key != other.key { return "the key" }
        if loginID != other.loginID { return "the login id" }
        if records != other.records { return "a cookie record" }
        guard let tokens, let others = other.tokens else { return tokens == other.tokens ? nil : "the token pair" }
        if tokens.accessToken != others.accessToken { return "the access token" }
        if tokens.refreshToken != others.refreshToken { return "the refresh token" }
        if tokens.receivedAt != others.receivedAt { return "the time of receipt" }
        if tokens.receivedSinceBoot != others.receivedSinceBoot {
            return "the time of receipt since the machine started"
        }
        if tokens.life != others.life { return "the life" }
        return tokens == others ? nil : "the identity"
    }
}
