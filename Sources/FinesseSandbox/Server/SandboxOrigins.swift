/// Where the servers of a running sandbox are, in the names and ports that clients use.
public struct SandboxOrigins: Sendable, Hashable {
    private struct Place: Sendable, Hashable {
        var host: String
        var port: Int
    }

    private var places: [SandboxParty: Place]
    private var plainPort: Int?

    init(hosts: [SandboxParty: String], ports: [SandboxParty: Int], plainPort: Int?) {
        places = hosts.reduce(into: [:]) { places, entry in
            places[entry.key] = Place(host: entry.value, port: ports[entry.key] ?? 443)
        }
        self.plainPort = plainPort
    }

    /// The origin of a server, such as `https://finesse1.xyz.com:8445`; the default port is left out.
    ///
    /// - Parameter party: The server.
    /// - Returns: The origin without a slash at its end.
    public func text(_ party: SandboxParty) -> String {
        let port = port(party)
        return "https://" + host(party) + (port == 443 ? "" : ":\(port)")
    }

    /// The host name of a server.
    ///
    /// - Parameter party: The server.
    /// - Returns: The name.
    public func host(_ party: SandboxParty) -> String { places[party]?.host ?? "" }

    /// The port of a server.
    ///
    /// - Parameter party: The server.
    /// - Returns: The port.
    public func port(_ party: SandboxParty) -> Int { places[party]?.port ?? 443 }

    /// Finesse's origin without TLS, when the stop there is switched on.
    public var plainFinesse: String? {
        plainPort.map { "http://\(host(.finesse))" + ($0 == 80 ? "" : ":\($0)") }
    }

    /// Finesse's redirect URI at the identity service.
    var redirectURI: String { text(.finesse) + "/desktop/sso/authcode" }
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
