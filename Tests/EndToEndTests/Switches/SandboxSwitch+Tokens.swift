import FinesseSSO
import FinesseSandbox
import FinesseTypes
import HTTPTransport

// What tokens look like, and how long they and the codes last.

extension SandboxSwitch {
    /// As long a life for the access token as for the refresh token, so that the latter's end can be seen.
    private static let longAccess: Change = { $0.tokens.accessLifetime = .seconds(7200) }

    /// A refresh at 100 minutes and one at 150: the second is beyond the refresh token's first two hours.
    private static let secondRefresh: Observation = { world in
        let tokens = try await world.signedIn()?.tokens
        await world.advance(.seconds(6000))
        let second = try await world.refresh(tokens)
        await world.advance(.seconds(3000))
        return try await "\(second.words), \(world.refresh(second.tokens).words)"
    }

    static let tokens: [SandboxSwitch] = [
        SandboxSwitch(
            "tokens.form=opaque",
            { $0.tokens.form = .opaque },
            yaml: "tokens: {form: opaque}",
            off: "3 parts",
            on: "5 parts",
            observe: { world in
                let token = try await world.signedIn()?.tokens?.accessToken.reveal() ?? ""
                return "\(token.split(separator: ".", omittingEmptySubsequences: false).count) parts"
            }
        ),
        SandboxSwitch(
            "tokens.userID=peripheralId",
            { $0.tokens.userID = .peripheralId },
            yaml: "tokens: {userID: peripheralId}",
            off: "sjefferson",
            on: "98411",
            observe: { try await $0.signedIn()?.tokens?.identity.userID ?? "nobody" }
        ),
        SandboxSwitch(
            "tokens.accessLifetime=10m",
            { $0.tokens.accessLifetime = .seconds(600) },
            yaml: "tokens: {accessLifetime: 10m}",
            off: "300.0 seconds",
            on: "600.0 seconds",
            observe: { try await $0.signedIn().flatMap(\.tokens).map { "\($0.life)" } ?? "nobody" }
        ),
        SandboxSwitch(
            "tokens.refreshLifetime=3h",
            base: longAccess,
            { $0.tokens.refreshLifetime = .seconds(10_800) },
            yaml: "tokens: {accessLifetime: 2h, refreshLifetime: 3h}",
            off: "refreshed, The server answered 302 and sends the user to the sign-in pages.",
            on: "refreshed, refreshed",
            observe: secondRefresh
        ),
        SandboxSwitch(
            "tokens.refreshLifetimeSlides=true",
            base: longAccess,
            { $0.tokens.refreshLifetimeSlides = true },
            yaml: "tokens: {accessLifetime: 2h, refreshLifetimeSlides: true}",
            off: "refreshed, The server answered 302 and sends the user to the sign-in pages.",
            on: "refreshed, refreshed",
            observe: secondRefresh
        ),
        SandboxSwitch(
            "tokens.codeLifetime=10m",
            { $0.tokens.codeLifetime = .seconds(600) },
            yaml: "tokens: {codeLifetime: 10m}",
            off: "refused",
            on: "signed in",
            observe: { world in
                var world = world
                world.transport = SlowAtTransport(inner: world.transport, path: "/desktop/sso/authcode") { [world] in
                    await world.advance(.seconds(70))
                }
                return try await world.outcome().words == "signed in" ? "signed in" : "refused"
            }
        ),
        SandboxSwitch(
            "tokens.keepsDocumentedBounds=false",
            base: { $0.tokens.accessLifetime = .seconds(60) },
            { $0.tokens.keepsDocumentedBounds = false },
            yaml: "tokens: {accessLifetime: 60s, keepsDocumentedBounds: false}",
            needsStart: true,
            off: "configuration",
            on: "60.0 seconds",
            observe: { try await $0.signedIn().flatMap(\.tokens).map { "\($0.life)" } ?? "nobody" }
        ),
    ]
}

/// Lets something happen before a request to one path.
struct SlowAtTransport: HTTPTransport {
    var inner: any HTTPTransport
    var path: String
    var before: @Sendable () async -> Void

    func perform(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        if request.target.hasPrefix(path) { await before() }
        return try await inner.perform(request)
    }
}
