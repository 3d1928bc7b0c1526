public import HTTPTransport

/// Where a Finesse server is, as a person writes it: a host, with or without a port.
///
/// Without a port the two that Finesse listens on are candidates, in this order: 8445, then 443. Everything is HTTPS.
///
/// Source: Finesse REST guide, "Requests and responses" (port 8445; examples without a port).
public struct ServerAddress: Hashable, Sendable {
    /// The host name or address, in lower case, an IPv6 address without brackets.
    public let host: String
    /// The port that was asked for; nil when none was.
    public let port: UInt16?

    /// The ports that are tried when none was asked for.
    public static let usualPorts: [UInt16] = [8445, 443]

    /// Makes an address from its parts.
    ///
    /// - Parameters:
    ///   - host: A host name or an address, an IPv6 address without brackets.
    ///   - port: A port; nil for the usual ones.
    public init(host: String, port: UInt16? = nil) {
        self.host = host.lowercased()
        self.port = port
    }

    /// Reads an address as a person types it.
    ///
    /// `finesse1.xyz.com`, `finesse1.xyz.com:8445`, `https://finesse1.xyz.com/` and `[::1]:8445` are understood.
    ///
    /// - Parameter text: The address.
    /// - Throws: ``ServerAddressError`` that says what is wrong with it.
    public init(parsing text: String) throws(ServerAddressError) {
        var rest = Substring(text)
        if let scheme = rest.firstRange(of: "://") {
            guard rest[..<scheme.lowerBound].lowercased() == "https" else {
                throw ServerAddressError(text: text, problem: .notHTTPS)
            }
            rest = rest[scheme.upperBound...]
        }
        if let slash = rest.firstIndex(of: "/") {
            guard rest[slash...].allSatisfy({ $0 == "/" }) else {
                throw ServerAddressError(text: text, problem: .path)
            }
            rest = rest[..<slash]
        }
        let (host, port) = try Self.split(rest, of: text)
        guard Self.isHost(host) else { throw ServerAddressError(text: text, problem: .host) }
        self.init(host: host, port: port)
    }

    private static func split(
        _ rest: Substring,
        of text: String
    ) throws(ServerAddressError) -> (host: String, port: UInt16?) {
        var host = rest
        var portText: Substring?
        if rest.first == "[" {
            guard let end = rest.firstIndex(of: "]") else { throw ServerAddressError(text: text, problem: .host) }
            host = rest[rest.index(after: rest.startIndex)..<end]
            let after = rest[rest.index(after: end)...]
            if !after.isEmpty {
                guard after.first == ":" else { throw ServerAddressError(text: text, problem: .host) }
                portText = after.dropFirst()
            }
        } else if let colon = rest.lastIndex(of: ":") {
            host = rest[..<colon]
            guard !host.contains(":") else { return (String(rest), nil) }  // an IPv6 address without brackets
            portText = rest[rest.index(after: colon)...]
        }
        guard let portText else { return (String(host), nil) }
        guard let port = UInt16(portText), port > 0, portText.allSatisfy(\.isNumber) else {
            throw ServerAddressError(text: text, problem: .port)
        }
        return (String(host), port)
    }

    private static func isHost(_ host: String) -> Bool {
        !host.isEmpty
            && host.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
                case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."): true
                case UInt8(ascii: "_"), UInt8(ascii: ":"): true
                default: false
                }
            }
    }

    /// The origins to try, in order: one when a port was asked for, else one for each usual port.
    public var candidates: [HTTPOrigin] {
        let ports = port.map { [$0] } ?? Self.usualPorts
        return ports.map { HTTPOrigin(scheme: .https, host: host, port: $0) }
    }
}

extension ServerAddress: CustomStringConvertible {
    /// `host` or `host:port`, an IPv6 address in brackets.
    public var description: String {
        let shown = host.contains(":") ? "[\(host)]" : host
        return port.map { "\(shown):\($0)" } ?? shown
    }
}

/// Why a text is no server address.
public struct ServerAddressError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong with it.
    public enum Problem: Hashable, Sendable, CaseIterable {
        /// Another scheme than https.
        case notHTTPS
        /// Something after the host and port.
        case path
        /// No host, or letters that no host name has.
        case host
        /// A port that is no number from 1 to 65535.
        case port
    }

    /// The text as it was given.
    public var text: String
    /// What is wrong with it.
    public var problem: Problem

    /// Makes the error from its parts.
    ///
    /// - Parameters:
    ///   - text: The text as it was given.
    ///   - problem: What is wrong with it.
    public init(text: String, problem: Problem) {
        self.text = text
        self.problem = problem
    }

    /// Says what is wrong and how an address looks.
    public var description: String {
        let what =
            switch problem {
            case .notHTTPS: "Finesse is reached over https only"
            case .path: "there is something after the host"
            case .host: "the host is missing or has letters that no host name has"
            case .port: "the port is not a number from 1 to 65535"
            }
        return "\"\(text)\" is no Finesse server address: \(what). Write it as host or host:port, such as"
            + " finesse1.xyz.com:8445."
    }
}
