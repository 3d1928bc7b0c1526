import Finesse
import FinesseSSO
import FinesseSandbox
import FinesseTypes
import HTTPTransport
import WebAgent

// How Finesse's single sign-on and its REST interface behave.

extension SandboxSwitch {
    private static let lateRefresh: Observation = { world in
        let tokens = try await world.signedIn()?.tokens
        await world.advance(.seconds(7300))
        return try await world.refresh(tokens).words
    }

    static let desktop: [SandboxSwitch] =
        refreshes + [
            SandboxSwitch(
                "desktop.callbackAnswer=redirect",
                { $0.desktop.callbackAnswer = .redirect },
                yaml: "desktop: {callbackAnswer: redirect}",
                off: "signed in at /desktop/sso/authcode",
                on: "signed in at /desktop/sso/token",
                observe: { world in
                    let end = try await world.outcome().words
                    let last = world.sandbox.journal.entries(party: .finesse).last { $0.path.hasPrefix("/desktop/sso") }
                    return "\(end) at \(last?.path ?? "")"
                }
            ),
            SandboxSwitch(
                "desktop.requestBurst=2",
                { $0.desktop.requestBurst = 2 },
                yaml: "desktop: {requestBurst: 2}",
                off: "signed in, signed in, signed in",
                on: "signed in, token-refused, signed in",
                observe: { world in
                    let first = try await world.outcome().words
                    let second = try await world.outcome().words
                    await world.advance(.seconds(2))
                    return try await "\(first), \(second), \(world.outcome().words)"
                }
            ),
            SandboxSwitch(
                "desktop.blocksAfter=1",
                base: { $0.desktop.requestBurst = 2 },
                { $0.desktop.blocksAfter = 1 },
                yaml: "desktop: {requestBurst: 2, blocksAfter: 1}",
                off: "signed in, token-refused, signed in",
                on: "signed in, token-refused, token-refused, signed in after half an hour",
                observe: { world in
                    let first = try await world.outcome().words
                    let second = try await world.outcome().words
                    await world.advance(.seconds(60))
                    let third = try await world.outcome().words
                    guard third != "signed in" else { return "\(first), \(second), \(third)" }
                    await world.advance(.seconds(1800))
                    return try await "\(first), \(second), \(third), \(world.outcome().words) after half an hour"
                }
            ),
            SandboxSwitch(
                "desktop.readsUserNameFromCookieOnly=true",
                { $0.desktop.readsUserNameFromCookieOnly = true },
                yaml: "desktop: {readsUserNameFromCookieOnly: true}",
                off: "signed in",
                on: "token-refused",
                observe: { try await $0.outcome().words }
            ),
            SandboxSwitch(
                "desktop.alwaysReturnsUser=true",
                { $0.desktop.alwaysReturnsUser = true },
                yaml: "desktop: {alwaysReturnsUser: true}",
                off: "nobodys-token",
                on: "signed in",
                observe: { world in
                    var world = world
                    world.transport = ForgetfulTransport(inner: world.transport, parameter: "return_user")
                    return try await world.outcome().words
                }
            ),
            SandboxSwitch(
                "desktop.sessionAnswersDirectly=true",
                { $0.desktop.sessionAnswersDirectly = true },
                yaml: "desktop: {sessionAnswersDirectly: true}",
                off: "signed in by way of the provider",
                on: "signed in at once",
                observe: { world in
                    let agent = world.agent()
                    _ = try await world.outcome(with: agent)
                    world.sandbox.journal.removeAll()
                    let end = try await world.outcome(asks: false, with: agent).words
                    await agent.close()
                    return end + (world.count(.identityProvider) == "0" ? " at once" : " by way of the provider")
                }
            ),
            SandboxSwitch(
                "desktop.servesUserAuthMode=false",
                base: { $0.authenticationMode = .hybrid },
                { $0.desktop.servesUserAuthMode = false },
                yaml: "authenticationMode: HYBRID\ndesktop: {servesUserAuthMode: false}",
                off: "signed in",
                on: "finesse-refused",
                observe: { try await $0.outcome().words }
            ),
            SandboxSwitch(
                "desktop.hasUserAuthMode=false",
                base: { $0.authenticationMode = .hybrid },
                { $0.desktop.hasUserAuthMode = false },
                yaml: "authenticationMode: HYBRID\ndesktop: {hasUserAuthMode: false}",
                off: "200",
                on: "404",
                observe: { world in
                    let request = HTTPRequest(origin: world.node, target: "/finesse/api/UserAuthMode/sjefferson")
                    return String(try await world.transport.perform(request).status)
                }
            ),
            SandboxSwitch(
                "desktop.findsUsersByLoginName=false",
                { $0.desktop.findsUsersByLoginName = false },
                yaml: "desktop: {findsUsersByLoginName: false}",
                off: "signed in",
                on: "finesse-refused",
                observe: { try await $0.outcome().words }
            ),
            SandboxSwitch(
                "desktop.systemInfoForm=short",
                { $0.desktop.systemInfoForm = .short },
                yaml: "desktop: {systemInfoForm: short}",
                off: "with its port",
                on: "without its port",
                observe: { world in
                    let node = try await world.signOn.discovery.server().systemInfo?.primaryNode
                    return node?.httpsPort == nil ? "without its port" : "with its port"
                }
            ),
            SandboxSwitch(
                "desktop.stateChangeDelay=10s",
                { $0.desktop.stateChangeDelay = .seconds(10) },
                yaml: "desktop: {stateChangeDelay: 10s}",
                off: "NOT_READY",
                on: "LOGOUT",
                observe: { world in
                    guard let agent = try await world.signedIn() else { return "nobody" }
                    let client = agent.client(over: world.transport)
                    try await client.signIn(agent.loginID, phoneExtension: "98411")
                    await world.advance(.seconds(1))
                    return try await client.user(agent.loginID).state.rawValue
                }
            ),
            SandboxSwitch(
                "desktop.secondaryNode=finesse2.xyz.com:8445",
                { $0.desktop.secondaryNode = "finesse2.xyz.com:8445" },
                yaml: "desktop: {secondaryNode: 'finesse2.xyz.com:8445'}",
                off: "none",
                on: "finesse2.xyz.com",
                observe: { try await $0.signOn.discovery.server().systemInfo?.secondaryNode?.host ?? "none" }
            ),
            SandboxSwitch(
                "desktop.clockOffset=10m",
                { $0.desktop.clockOffset = .seconds(600) },
                yaml: "desktop: {clockOffset: 10m}",
                off: "0.0 seconds",
                on: "600.0 seconds",
                observe: { world in
                    let client = FinesseClient(transport: world.transport, origin: world.node, credentials: .none)
                    let now = world.sandbox.clock.now.milliseconds
                    return try await client.systemInfo(measuredBy: { now }).skew.map { "\($0.offset)" } ?? "unknown"
                }
            ),
        ]

    private static let refreshes: [SandboxSwitch] = [
        SandboxSwitch(
            "desktop.refreshReturnsRefreshToken=false",
            { $0.desktop.refreshReturnsRefreshToken = false },
            yaml: "desktop: {refreshReturnsRefreshToken: false}",
            off: "a new one",
            on: "the old one",
            observe: { world in
                let tokens = try await world.signedIn()?.tokens
                let renewed = try await world.refresh(tokens).tokens
                return renewed?.refreshToken == tokens?.refreshToken ? "the old one" : "a new one"
            }
        ),
        SandboxSwitch(
            "desktop.refreshAcceptsGET=false",
            { $0.desktop.refreshAcceptsGET = false },
            yaml: "desktop: {refreshAcceptsGET: false}",
            off: "200",
            on: "302",
            observe: { world in
                let tokens = try await world.signedIn()?.tokens
                let query = [
                    "cc_username=sjefferson", "token=\(tokens?.accessToken.reveal() ?? "")",
                    "refresh-token=\(tokens?.refreshToken?.reveal() ?? "")",
                ].joined(separator: "&")
                let request = HTTPRequest(origin: world.node, target: "/desktop/sso/token?\(query)")
                return String(try await world.transport.perform(request).status)
            }
        ),
        SandboxSwitch(
            "desktop.expiredRefreshAnswer=badRequest",
            { $0.desktop.expiredRefreshAnswer = .badRequest },
            yaml: "desktop: {expiredRefreshAnswer: badRequest}",
            off: "The server answered 302 and sends the user to the sign-in pages.",
            on: "status 400",
            observe: lateRefresh
        ),
        SandboxSwitch(
            "desktop.expiredRefreshAnswer=unauthorized",
            { $0.desktop.expiredRefreshAnswer = .unauthorized },
            yaml: "desktop: {expiredRefreshAnswer: unauthorized}",
            off: "The server answered 302 and sends the user to the sign-in pages.",
            on: "status 401",
            observe: lateRefresh
        ),
        SandboxSwitch(
            "desktop.refreshInvalidatesOldPair=false",
            { $0.desktop.refreshInvalidatesOldPair = false },
            yaml: "desktop: {refreshInvalidatesOldPair: false}",
            off: "status 401",
            on: "refreshed",
            observe: { world in
                let tokens = try await world.signedIn()?.tokens
                _ = try await world.refresh(tokens)
                return try await world.refresh(tokens).words
            }
        ),
    ]
}

/// Leaves one parameter out of every query.
struct ForgetfulTransport: HTTPTransport {
    var inner: any HTTPTransport
    var parameter: String

    func perform(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        var request = request
        let parts = request.target.split(separator: "?", maxSplits: 1)
        if parts.count == 2 {
            let query = parts[1].split(separator: "&").filter { !$0.hasPrefix("\(parameter)=") }
            request.target = parts[0] + "?" + query.joined(separator: "&")
        }
        return try await inner.perform(request)
    }
}
