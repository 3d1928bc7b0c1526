public import Finesse
public import FinesseTypes
public import HTTPTransport

/// Finds the node behind an address, and how its users sign in.
public struct ServerDiscovery: Sendable {
    private let transport: any HTTPTransport
    private let address: ServerAddress
    private let mode: AuthenticationMode?
    private let deployment: DeploymentType?
    private let deadline: Duration

    /// Makes a discovery.
    ///
    /// - Parameters:
    ///   - transport: Carries the exchanges.
    ///   - address: The server; without a port 8445 is tried, then 443.
    ///   - mode: The mode, when it is known; it overrides what the server says.
    ///   - deployment: The kind of contact centre, when it is known.
    ///   - deadline: The time limit of one exchange.
    public init(
        transport: any HTTPTransport,
        address: ServerAddress,
        mode: AuthenticationMode? = nil,
        deployment: DeploymentType? = nil,
        deadline: Duration = .seconds(30)
    ) {
        self.transport = transport
        self.address = address
        self.mode = mode
        self.deployment = deployment
        self.deadline = deadline
    }

    /// Asks the candidates in order; the first that answers anything at all is the node.
    ///
    /// With a mode given by hand a refusal of SystemInfo does no harm: behind Cisco's reverse proxy it needs credentials.
    ///
    /// - Returns: The node and its mode.
    /// - Throws: ``SSOError/unreachable(_:_:)`` naming every port tried; ``SSOError/finesse(_:)`` when the node answers
    ///   and cannot be used; ``SSOError/unknownMode(word:host:)``.
    ///
    /// Source: "Client Integration", step 1.
    public func server() async throws(SSOError) -> DiscoveredServer {
        var failures: [TransportError] = []
        let candidates = address.candidates
        for (index, origin) in candidates.enumerated() {
            let isLast = index == candidates.count - 1
            let info: SystemInfo?
            do {
                info = try await client(origin, isLast ? deadline : min(deadline, Self.patience)).systemInfo()
            } catch {
                if case .transport(let failure, _) = error, failure.meansNobodyListens {
                    failures.append(failure)
                    continue
                }
                guard mode != nil, error.isAnAnswer else { throw .finesse(error) }
                info = nil
            }
            return try described(origin, info)
        }
        throw .unreachable(address, failures)
    }

    /// Reads how one user signs in: the system's own mode, or in a hybrid system the user's.
    ///
    /// - Parameters:
    ///   - user: The user.
    ///   - server: The node, as ``server()`` found it.
    /// - Returns: SSO or NON_SSO.
    /// - Throws: ``SSOError/finesse(_:)``; a 403 of a service that is switched off says how to switch it on.
    ///
    /// Source: "Client Integration", step 2.
    public func mode(of user: UserName, on server: DiscoveredServer) async throws(SSOError) -> AuthenticationMode {
        guard server.mode == .hybrid else { return server.mode }
        let client = client(server.origin, deadline)
        do {
            return try await client.authenticationMode(of: user)
        } catch .refused(let refusal) where refusal.status == 404 {
            // The account may be known without its realm.
            guard let local = SameUser.localPart(user.rawValue) else { throw .finesse(.refused(refusal)) }
            do {
                return try await client.authenticationMode(of: UserName(local))
            } catch {
                throw .finesse(error)
            }
        } catch {
            throw .finesse(error)
        }
    }

    private func described(_ origin: HTTPOrigin, _ info: SystemInfo?) throws(SSOError) -> DiscoveredServer {
        guard let mode = mode ?? info?.authenticationMode else {
            throw .unknownMode(word: info?.authenticationModeWord, host: hostAndPort(origin))
        }
        return DiscoveredServer(
            origin: origin,
            mode: mode,
            deployment: deployment ?? info?.deploymentType,
            systemInfo: info
        )
    }

    /// How long a port may keep silent while there is another one to try.
    private static let patience = Duration.seconds(10)

    private func client(_ origin: HTTPOrigin, _ deadline: Duration) -> FinesseClient {
        FinesseClient(transport: transport, origin: origin, deadline: deadline)
    }
}

extension TransportError {
    /// True when another port of the same host may still answer.
    fileprivate var meansNobodyListens: Bool {
        switch self {
        case .connectionRefused, .unreachable, .timedOut(_, .connecting, _): true
        case .proxy(_, let failure):
            // Many proxies let connections to port 443 through and no others.
            if case .refused = failure.reason { true } else { false }
        default: false
        }
    }
}

extension FinesseError {
    /// True when the node answered, whatever it said.
    fileprivate var isAnAnswer: Bool {
        switch self {
        case .refused, .unreadableAnswer: true
        default: false
        }
    }
}
