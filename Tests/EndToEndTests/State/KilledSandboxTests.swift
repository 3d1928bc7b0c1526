import Finesse
import FinesseSSO
import FinesseSSOWebAgent
import FinesseTypes
import HTTPTransport
import HTTPTransportCurl
import Synchronization
import Testing
import WebAgent

@Suite("A sandbox that is killed", .timeLimit(.minutes(10)))
struct KilledSandboxTests {
    /// What a client knows of its tokens.
    private struct Purse {
        /// The pair that is held, if any.
        var pair: TokenSet?
        /// Whether the pair was on its way to be exchanged when the sandbox was killed: nobody can know what became of it.
        var isUncertain = false
        /// Pairs that were exchanged for others, as the client was told.
        var used: [TokenSet] = []
        /// How often a certain pair was still good after a kill.
        var kept = 0
    }

    @Test("comes back whole: a pair that a client has can be exchanged, and one that was exchanged never again")
    func comesBack() async throws {
        let scratch = try ScratchDirectory()
        var chance = Chance(seed: 20)
        var purse = Purse()
        for round in 0..<20 {
            let program = try SandboxProcess(["--state", scratch.path + "/state.db"])
            let ready = try await program.ready()
            let transport = try ready.transport()
            try await check(&purse, ready, over: transport, "round \(round)")
            let killing = KillingTransport(
                transport,
                atRequest: Int.random(in: 1...12, using: &chance),
                after: 1 << Int.random(in: 0...14, using: &chance)
            ) { program.kill() }
            while !killing.hasKilled { try await work(&purse, ready, over: killing, &chance) }
            #expect(await program.status() == -9)
        }
        #expect(purse.kept >= 3)
        #expect(purse.used.count >= 8)
    }

    /// What was answered before the kill holds.
    private func check(
        _ purse: inout Purse,
        _ ready: SandboxProcess.Ready,
        over transport: any HTTPTransport,
        _ round: String
    ) async throws {
        for used in purse.used.suffix(3) {
            let answer = try await signOn(ready, transport).refresh(used, of: "sjefferson", at: try origin(ready))
            guard case .needsSignIn = answer else {
                Issue.record("\(round): a used pair was accepted")
                continue
            }
        }
        guard let pair = purse.pair else { return }
        let answer = try await signOn(ready, transport).refresh(pair, of: "sjefferson", at: try origin(ready))
        if case .refreshed(let next) = answer {
            purse.used.append(pair)
            purse.pair = next
            if !purse.isUncertain { purse.kept += 1 }
        } else {
            #expect(purse.isUncertain, "\(round): the client's pair was refused: \(answer)")
            purse.pair = nil
        }
        purse.isUncertain = false
    }

    /// Signs in, or exchanges the pair; what cannot be done any more is no failure.
    private func work(
        _ purse: inout Purse,
        _ ready: SandboxProcess.Ready,
        over transport: KillingTransport,
        _ chance: inout Chance
    ) async throws {
        let signOn = try signOn(ready, transport)
        guard let pair = purse.pair, Bool.random(using: &chance) else {
            let options = SignInOptions()
            let agent = WebAgent(
                transport: transport,
                pageHosts: InProcessPageHosts(),
                configuration: WebAgentConfiguration(for: options)
            )
            let credentials = SignInCredentials(userName: "sjefferson", password: Password("Ratchet-1984"))
            do {
                let outcome = try await signOn.signIn("sjefferson", credentials: credentials, agent: agent)
                // An outcome without tokens is that of a chain whose last part was no longer answered.
                if let tokens = outcome.signedIn?.tokens { purse.pair = tokens }
            } catch {
                #expect(transport.hasKilled, "\(error)")
            }
            await agent.close()
            return
        }
        do {
            guard case .refreshed(let next) = try await signOn.refresh(pair, of: "sjefferson", at: try origin(ready))
            else {
                Issue.record("a pair was refused while the sandbox ran")
                purse.pair = nil
                return
            }
            purse.used.append(pair)
            purse.pair = next
        } catch {
            #expect(transport.hasKilled, "\(error)")
            purse.isUncertain = true
        }
    }

    private func signOn(_ ready: SandboxProcess.Ready, _ transport: any HTTPTransport) throws -> SingleSignOn {
        let address = try ServerAddress(parsing: String(ready.finesse.dropFirst("https://".count)))
        return SingleSignOn(transport: transport, address: address, options: SignInOptions())
    }

    private func origin(_ ready: SandboxProcess.Ready) throws -> HTTPOrigin {
        try #require(HTTPOrigin.parsed(ready.finesse))
    }
}

extension HTTPOrigin {
    /// An origin such as `https://finesse1.xyz.com:8445`.
    static func parsed(_ text: String) -> HTTPOrigin? {
        let parts = text.split(separator: ":")
        guard parts.count == 3, let port = UInt16(parts[2]) else { return nil }
        return HTTPOrigin(scheme: .https, host: String(parts[1].dropFirst(2)), port: port)
    }
}

/// Kills what it talks to, a while after it has begun one of its exchanges.
private final class KillingTransport: HTTPTransport {
    private let inner: any HTTPTransport
    private let left: Mutex<Int>
    private let yields: Int
    private let kill: @Sendable () -> Void

    /// Creates a transport.
    ///
    /// - Parameters:
    ///   - inner: What carries the exchanges.
    ///   - request: The exchange that the kill falls into, counted from 1.
    ///   - yields: How often this task lets others work between the beginning of the exchange and the kill.
    ///   - kill: Kills.
    init(_ inner: any HTTPTransport, atRequest request: Int, after yields: Int, kill: @escaping @Sendable () -> Void) {
        self.inner = inner
        left = Mutex(request)
        self.yields = yields
        self.kill = kill
    }

    var hasKilled: Bool { left.withLock { $0 <= 0 } }

    func perform(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        let isLast = left.withLock { left in
            left -= 1
            return left == 0
        }
        guard isLast else { return try await inner.perform(request) }
        let exchange = Task { [inner] in
            do throws(TransportError) {
                return Result<HTTPResponse, TransportError>.success(try await inner.perform(request))
            } catch {
                return .failure(error)
            }
        }
        for _ in 0..<yields { await Task.yield() }
        kill()
        return try await exchange.value.get()
    }
}
