import Finesse
public import FinesseTypes
import HTTPTransport

extension SingleSignOn {
    /// Signs a user in at the node in use, and where that has trouble anew at another one.
    ///
    /// The walk through the pages begins at the start, since each node has its own session and its own address to come back to; the
    /// session at the identity provider makes it silent. A refusal is never taken to another node.
    ///
    /// - Parameters:
    ///   - user: A login name or a login id.
    ///   - credentials: What to type; nil for a sign-in that asks nobody.
    ///   - agent: Who walks through the pages; not needed without SSO.
    ///   - nodes: The nodes; what SystemInfo says of them is learned on the way.
    /// - Returns: How it ended; a signed-in agent names the node.
    /// - Throws: ``SSOError``, see ``signIn(_:credentials:agent:)``.
    ///
    /// Source: "Client Integration", steps 1 to 6; Finesse REST guide, "SystemInfo".
    public func signIn(
        _ user: UserName,
        credentials: SignInCredentials?,
        agent: (any SignInAgent)?,
        atAnyOf nodes: SystemNodes
    ) async throws(SSOError) -> SignInOutcome {
        let pinned = self.pinned
        return try await nodes.perform { (node) throws(SSOError) in
            let discovery = pinned.discovery(at: node)
            let server = try await discovery.server()
            try Self.checkService(of: server, nodes)
            switch try await discovery.mode(of: user, on: server) {
            case .password:
                return try await pinned.guardedPasswordSignIn(user, credentials, server)
            case .singleSignOn, .hybrid:
                guard let agent else { throw .noAgent(host: hostAndPort(server.origin), user: user) }
                return try await pinned.tokenSignIn(user, credentials: credentials, on: server, agent: agent)
            }
        }
    }

    /// Finds a node that answers and how the system's users sign in, at the node in use or another one.
    ///
    /// - Parameter nodes: The nodes; what SystemInfo says of them is learned.
    /// - Returns: The node and its mode.
    /// - Throws: ``SSOError``, see ``ServerDiscovery/server()``.
    public func server(atAnyOf nodes: SystemNodes) async throws(SSOError) -> DiscoveredServer {
        let pinned = self.pinned
        return try await nodes.perform { (node) throws(SSOError) in
            let server = try await pinned.discovery(at: node).server()
            try Self.checkService(of: server, nodes)
            return server
        }
    }

    /// The same sign-in with each exchange at the node it names: what is tried at one node must not end at another.
    var pinned: SingleSignOn {
        guard let failover = transport as? FailoverTransport else { return self }
        return SingleSignOn(
            transport: failover.base,
            address: address,
            options: options,
            passwordGuard: passwordGuard,
            now: now,
            bootTime: bootTime
        )
    }

    /// Discovery of one node: the ports that were asked for count for the address that was named, and for no other node.
    private func discovery(at node: HTTPOrigin) -> ServerDiscovery {
        let isNamed = address.candidates.contains(node)
        return ServerDiscovery(
            transport: transport,
            address: isNamed ? address : ServerAddress(host: node.host, port: node.port),
            mode: options.mode,
            deployment: options.deployment,
            deadline: options.exchangeDeadline
        )
    }

    /// Learns the nodes; one that says of itself that it is out of service is left where there is another.
    private static func checkService(of server: DiscoveredServer, _ nodes: SystemNodes) throws(SSOError) {
        guard let info = server.systemInfo else { return }
        nodes.learn(info, from: server.origin)
        guard info.status?.uppercased() == "OUT_OF_SERVICE", nodes.state.nodes.count > 1 else { return }
        let call = FinesseCall(origin: server.origin, operation: .systemInfo)
        throw .finesse(.refused(FinesseRefusal(call: call, status: 503)))
    }
}
