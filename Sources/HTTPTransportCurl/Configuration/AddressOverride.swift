public import HTTPTransport

/// Another host and port to connect to in place of a request's own, as curl's `--connect-to`.
///
/// Only the connection goes elsewhere: name verification, SNI and the `Host` field keep the request's own host.
public struct AddressOverride: Sendable, Hashable {
    /// The host it applies to; `nil` for any.
    public var host: String?
    /// The port it applies to; `nil` for any.
    public var port: UInt16?
    /// The host or address to connect to; `nil` for the request's own.
    public var targetHost: String?
    /// The port to connect to; `nil` for the request's own.
    public var targetPort: UInt16?

    /// Creates an override.
    ///
    /// - Parameters:
    ///   - host: The host it applies to; `nil` for any.
    ///   - port: The port it applies to; `nil` for any.
    ///   - targetHost: The host or address to connect to; `nil` for the request's own.
    ///   - targetPort: The port to connect to; `nil` for the request's own.
    public init(host: String?, port: UInt16?, targetHost: String?, targetPort: UInt16?) {
        self.host = host?.lowercased()
        self.port = port
        self.targetHost = targetHost?.lowercased()
        self.targetPort = targetPort
    }

    /// Reads an override as curl writes it.
    ///
    /// `finesse1.xyz.com:8445:127.0.0.1:40123`; each of the four may be empty; an IPv6 address stands in brackets.
    ///
    /// - Parameter text: `HOST:PORT:CONNECT-TO-HOST:CONNECT-TO-PORT`.
    /// - Throws: ``CurlConfigurationError/invalidAddressOverride(_:)`` when it has another form.
    public init(_ text: String) throws(CurlConfigurationError) {
        var parts: [Substring] = [""]
        var depth = 0
        for character in text {
            switch character {
            case "[": depth += 1
            case "]": depth -= 1
            case ":" where depth == 0: parts.append("")
            default: parts[parts.count - 1].append(character)
            }
        }
        guard depth == 0, parts.count == 4 else { throw .invalidAddressOverride(text) }
        var ports: [UInt16?] = []
        for part in [parts[1], parts[3]] {
            let port = UInt16(digits: part)
            guard part.isEmpty || port.map({ $0 > 0 }) == true else { throw .invalidAddressOverride(text) }
            ports.append(port)
        }
        for host in [parts[0], parts[2]] {
            guard host.utf8.allSatisfy(\.isOfHost) else { throw .invalidAddressOverride(text) }
        }
        self.init(
            host: parts[0].isEmpty ? nil : String(parts[0]),
            port: ports[0],
            targetHost: parts[2].isEmpty ? nil : String(parts[2]),
            targetPort: ports[1]
        )
    }

    /// Whether the override is for an origin.
    ///
    /// - Parameter origin: The origin of a request.
    /// - Returns: Whether host and port fit.
    public func applies(to origin: HTTPOrigin) -> Bool {
        (host ?? origin.host) == origin.host && (port ?? origin.port) == origin.port
    }

    /// The override for one origin as libcurl reads it.
    func entry(for origin: HTTPOrigin) -> String {
        let host = targetHost ?? origin.host
        let bracketed = host.contains(":") ? "[\(host)]" : host
        return "::\(bracketed):\(targetPort ?? origin.port)"
    }
}
