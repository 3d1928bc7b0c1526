/// Where the servers of a running sandbox are, in the names and ports that clients use.
public struct SandboxOrigins: Sendable, Hashable {
    struct Place: Sendable, Hashable {
        var host: String
        var port: Int

        var text: String { "https://" + host + (port == 443 ? "" : ":\(port)") }
    }

    private var places: [SandboxParty: [Place]]
    /// The ports without TLS of Finesse's nodes.
    private var plainPorts: [Int]
    /// Which node of a server is meant where none is named.
    private var view: [SandboxParty: Int] = [:]

    init(places: [SandboxParty: [Place]], plainPorts: [Int]) {
        self.places = places
        self.plainPorts = plainPorts
    }

    /// The origin of a server, such as `https://finesse1.xyz.com:8445`; of a pair it is the first node's.
    ///
    /// The default port is left out.
    ///
    /// - Parameter party: The server.
    /// - Returns: The origin without a slash at its end.
    public func text(_ party: SandboxParty) -> String { place(party)?.text ?? "" }

    /// The host name of a server; of a pair it is the first node's.
    ///
    /// - Parameter party: The server.
    /// - Returns: The name.
    public func host(_ party: SandboxParty) -> String { place(party)?.host ?? "" }

    /// The port of a server; of a pair it is the first node's.
    ///
    /// - Parameter party: The server.
    /// - Returns: The port.
    public func port(_ party: SandboxParty) -> Int { place(party)?.port ?? 443 }

    /// The origins of all nodes of a server.
    ///
    /// - Parameter party: The server.
    /// - Returns: The origins, the first node's first.
    public func nodes(_ party: SandboxParty) -> [String] { all(party).map(\.text) }

    /// Finesse's origin without TLS, when the stop there is switched on.
    public var plainFinesse: String? {
        let node = view[.finesse] ?? 0
        guard plainPorts.indices.contains(node) else { return nil }
        return "http://\(host(.finesse))" + (plainPorts[node] == 80 ? "" : ":\(plainPorts[node])")
    }

    /// Finesse's redirect URI at the identity service.
    var redirectURI: String { Self.redirectURI(text(.finesse)) }

    /// The redirect URIs of all nodes of Finesse.
    var redirectURIs: [String] { nodes(.finesse).map(Self.redirectURI) }

    /// The nodes of a server.
    func all(_ party: SandboxParty) -> [Place] { places[party] ?? [] }

    /// The same origins as one node sees them: its own where its server is meant, the one it uses where the identity service is.
    func seen(by request: SandboxRequest) -> SandboxOrigins {
        // The first nodes are meant anyway.
        guard request.node != 0 || request.identityServiceNode ?? 0 != 0 else { return self }
        var origins = self
        origins.view[.identityService] = request.identityServiceNode ?? 0
        origins.view[request.party] = request.node
        return origins
    }

    private func place(_ party: SandboxParty) -> Place? {
        let (places, node) = (all(party), view[party] ?? 0)
        return places.indices.contains(node) ? places[node] : places.first
    }

    private static func redirectURI(_ origin: String) -> String { origin + "/desktop/sso/authcode" }
}

/// A host and port under which clients know a server, and the address and port where it listens.
public struct SandboxAddressOverride: Sendable, Hashable, CustomStringConvertible {
    /// The host name in the addresses.
    public var host: String
    /// The port in the addresses.
    public var port: Int
    /// The loopback address.
    public var address: String
    /// The port listened on.
    public var addressPort: Int

    /// The override in the form of curl's `--connect-to`: `host:port:address:port`.
    public var description: String { "\(host):\(port):\(address):\(addressPort)" }
}
