import Finesse
import FinesseSandbox
import FinesseTypes
import HTTPTransport

/// A sandbox in this process on a clock that stands still, and typed clients that go straight into it.
///
/// Its mode is NON_SSO, so that nobody has to be signed in at the identity provider first: REST is the same in every mode.
struct RESTWorld: Sendable {
    let sandbox: FinesseSandbox
    private let clock: SandboxWaitingClock

    /// Starts a world.
    ///
    /// - Parameter change: What differs from the sandbox's default.
    /// - Throws: `SandboxError` when the configuration cannot be used.
    init(_ change: (inout SandboxConfiguration) -> Void = { _ in }) async throws {
        var configuration = SandboxConfiguration()
        configuration.authenticationMode = .nonSSO
        change(&configuration)
        sandbox = try await FinesseSandbox.withoutServers(configuration, clock: .virtual())
        clock = SandboxWaitingClock(sandbox.clock)
    }

    /// The Finesse node.
    var node: HTTPOrigin {
        HTTPOrigin(
            scheme: .https,
            host: sandbox.origins.host(.finesse),
            port: UInt16(sandbox.origins.port(.finesse))
        )
    }

    /// A client of one of the users; its pauses move the sandbox's clock on.
    ///
    /// - Parameter name: A login name or login id.
    /// - Returns: A client with the user's password.
    func client(_ name: String = "sjefferson") -> FinesseClient {
        let user = sandbox.configuration.users.first { $0.loginName == name || $0.loginId == name }
        return client(UserName(name), user?.password.characters ?? "")
    }

    /// A client of anybody, with a password of one's own choice.
    func client(_ name: UserName, _ password: String) -> FinesseClient {
        FinesseClient(
            transport: InnerTransport(sandbox: sandbox),
            origin: node,
            credentials: .basic(name, Password(password)),
            clock: clock
        )
    }

    /// Lets time pass: what was taken in happens.
    func advance(_ span: Duration) async { await sandbox.clock.advance(by: span) }

    /// Lets what was taken in just now happen.
    func settle() async { await advance(.seconds(1)) }
}
