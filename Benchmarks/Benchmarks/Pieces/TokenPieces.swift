import Benchmark
import FinesseSSO
import FinesseTypes
import HTTPTransport

// What a program pays for asking for the token before each use, in place of keeping one.

/// Gets nothing: the tokens of this benchmark are good.
private struct NoSupplier: TokenSupplier {
    func refresh(_ tokens: TokenSet) async throws(SSOError) -> RefreshOutcome { .needsSignIn(.noRefreshToken) }

    func signIn(with records: [SessionRecord]) async throws(SSOError) -> (SignInOutcome, [SessionRecord]) {
        (.stopped(SignInStop(host: "adfs.corp.example", kind: .loginForm, asksFor: ["password"])), records)
    }
}

/// A keeper with a token that is fresh for the whole benchmark.
private func freshKeeper() async throws -> any AccessTokenSource {
    let clock = SystemLifecycleClock().reading()
    let key = SessionKey(server: HTTPOrigin(scheme: .https, host: "finesse1.xyz.com", port: 8445), user: "sjefferson")
    let store = MemoryTokenStore()
    try await store.save(
        StoredSession(
            key: key,
            tokens: TokenSet(
                accessToken: AccessToken(text("a1B2c3D4", 100)),
                refreshToken: nil,
                receivedAt: clock.wall,
                receivedSinceBoot: clock.boot,
                life: .seconds(7200),
                identity: TokenIdentity(userID: "sjefferson", realm: "xyz.com", principal: "sjefferson@xyz.com")
            )
        )
    )
    let keeper = TokenKeeper(key: key, supplier: NoSupplier(), store: store)
    await keeper.start()
    return keeper
}

/// Adds the benchmarks of this file.
func measureTokens() {
    Benchmark("Access token of a keeper, fresh") { benchmark, keeper in
        for _ in benchmark.scaledIterations { blackHole(try await keeper.accessToken()) }
    } setup: {
        try await freshKeeper()
    }
}
