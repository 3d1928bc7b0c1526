import Finesse
import FinesseSSO
import FinesseSSOWebAgent
import FinesseSandbox
import FinesseTypes
import HTTPTransport
import WebAgent

/// A sandbox in this process on a clock that stands still, and a client that meets it: what a switch does shows here.
struct SwitchWorld: Sendable {
    let sandbox: FinesseSandbox
    var transport: any HTTPTransport
    var options: SignInOptions
    private let clock: ShiftClock

    init(_ sandbox: FinesseSandbox, _ options: SignInOptions) {
        self.sandbox = sandbox
        self.options = options
        transport = InnerTransport(sandbox: sandbox)
        clock = ShiftClock(sandbox.clock)
    }

    /// The Finesse node.
    var node: HTTPOrigin {
        HTTPOrigin(
            scheme: .https,
            host: sandbox.origins.host(.finesse),
            port: UInt16(sandbox.origins.port(.finesse))
        )
    }

    var signOn: SingleSignOn {
        get throws {
            SingleSignOn(
                transport: transport,
                address: try ServerAddress(parsing: "\(node.host):\(node.port)"),
                options: options,
                now: { [clock] in clock.wall },
                bootTime: { [clock] in clock.boot }
            )
        }
    }

    /// A user agent with an empty jar.
    func agent() -> WebAgent {
        WebAgent(
            transport: transport,
            pageHosts: InProcessPageHosts(),
            configuration: WebAgentConfiguration(for: options),
            environment: clock.environment
        )
    }

    /// Turns the clock of both.
    func advance(_ span: Duration) async { await sandbox.clock.advance(by: span) }

    /// Signs the first user in: the outcome, or the error's name.
    func outcome(
        asked user: UserName = "sjefferson",
        asks isAsked: Bool = true,
        with agent: WebAgent? = nil
    ) async throws -> (outcome: SignInOutcome?, words: String) {
        let own = agent ?? self.agent()
        let account = sandbox.configuration.users.first { $0.loginName == "sjefferson" }
        let credentials = account.map {
            SignInCredentials(userName: $0.userPrincipal ?? $0.loginName, password: Password($0.password.characters))
        }
        let end: (SignInOutcome?, String)
        let signOn = try signOn
        do throws(SSOError) {
            let outcome = try await signOn.signIn(user, credentials: isAsked ? credentials : nil, agent: own)
            end = (outcome, SignInFailure(outcome)?.label ?? "signed in")
        } catch {
            end = (nil, SignInFailure(error).label)
        }
        if agent == nil { await own.close() }
        return end
    }

    /// Signs the first user in, who is signed in then.
    func signedIn(asked user: UserName = "sjefferson") async throws -> SignedInAgent? {
        try await outcome(asked: user).outcome?.signedIn
    }

    /// Refreshes tokens: in words, and the new ones.
    func refresh(_ tokens: TokenSet?) async throws -> (tokens: TokenSet?, words: String) {
        guard let tokens else { return (nil, "nobody is signed in") }
        let signOn = try signOn
        do throws(SSOError) {
            switch try await signOn.refresh(tokens, of: "sjefferson", at: node) {
            case .refreshed(let new): return (new, "refreshed")
            case .needsSignIn(.status(let status, _)): return (nil, "status \(status)")
            case .needsSignIn(let refusal): return (nil, "\(refusal)")
            }
        } catch {
            return (nil, error.label)
        }
    }

    /// How often something was asked for, as the sandbox has seen it.
    func count(_ party: SandboxParty, _ method: String? = nil, path: String? = nil) -> String {
        String(sandbox.journal.entries(party: party, method: method, path: path).count)
    }
}
