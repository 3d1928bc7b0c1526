/// What happens at a loopback server.
package enum ServerEvent: Sendable, Hashable {
    /// A connection (counted from 1) is there, its TLS handshake done.
    case opened(connection: Int)
    /// A connection showed a client certificate, as the common names of its holder.
    case clientCertificate(String, connection: Int)
    /// A whole request came.
    case request(ReceivedRequest, connection: Int)
    /// A connection ended, by either side.
    case closed(connection: Int)
}
