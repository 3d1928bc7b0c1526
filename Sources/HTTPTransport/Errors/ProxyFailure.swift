/// Why the proxy on the way to an origin was of no use.
public struct ProxyFailure: Sendable, Hashable {
    /// What went wrong with it.
    public enum Reason: Sendable, Hashable {
        /// Its name has no address.
        case nameNotResolved
        /// Nobody listens on its port.
        case connectionRefused
        /// It could not be reached; the detail says how.
        case unreachable(detail: String)
        /// It wants a user name and password, or others than it got (status 407).
        case authenticationRequired
        /// It answered CONNECT with another status than 2xx.
        case refused(status: Int)
        /// It closed the connection or did not speak HTTP in answer to CONNECT.
        case noAnswer
    }

    /// The proxy's host.
    public var host: String
    /// The proxy's port.
    public var port: UInt16
    /// What went wrong with it.
    public var reason: Reason

    /// Creates a failure of a proxy.
    ///
    /// - Parameters:
    ///   - host: The proxy's host.
    ///   - port: The proxy's port.
    ///   - reason: What went wrong with it.
    public init(host: String, port: UInt16, reason: Reason) {
        self.host = host
        self.port = port
        self.reason = reason
    }
}

extension ProxyFailure: CustomStringConvertible {
    /// What went wrong and what to do about it, in one sentence.
    public var description: String {
        let proxy = "the proxy \(host):\(port)"
        return switch reason {
        case .nameNotResolved: "\(proxy) has no address: check its name"
        case .connectionRefused: "\(proxy) refuses connections: check its port"
        case .unreachable(let detail): "\(proxy) cannot be reached (\(detail)): check its address and the network"
        case .authenticationRequired: "\(proxy) asks for a user name and password: give those it accepts"
        case .refused(let status):
            "\(proxy) refused with status \(status): ask its administrator to allow the host and port"
        case .noAnswer: "\(proxy) gave no answer to CONNECT: check that an HTTP proxy listens there"
        }
    }
}
