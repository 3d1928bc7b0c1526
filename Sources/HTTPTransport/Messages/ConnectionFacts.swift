/// What is known of the connection a response came over.
public struct ConnectionFacts: Sendable, Hashable {
    /// What TLS agreed on.
    public struct TLS: Sendable, Hashable {
        /// The version, such as `TLSv1.3`.
        public var version: String
        /// The certificates the server showed, its own first.
        public var chain: [CertificateFacts]

        /// Creates the facts of a TLS connection.
        ///
        /// - Parameters:
        ///   - version: The version, such as `TLSv1.3`.
        ///   - chain: The certificates the server showed, its own first.
        public init(version: String, chain: [CertificateFacts]) {
            self.version = version
            self.chain = chain
        }
    }

    /// The address connected to, the proxy's when there was one; empty when the transport has none.
    public var remoteAddress: String
    /// The port connected to; 0 when the transport has none.
    public var remotePort: UInt16
    /// Whether an earlier exchange had opened the connection.
    public var isReused: Bool
    /// Whether a proxy stood between.
    public var isProxied: Bool
    /// What TLS agreed on with the origin; `nil` for plain HTTP.
    public var tls: TLS?

    /// Creates the facts of a connection.
    ///
    /// - Parameters:
    ///   - remoteAddress: The address connected to.
    ///   - remotePort: The port connected to.
    ///   - isReused: Whether an earlier exchange had opened the connection.
    ///   - isProxied: Whether a proxy stood between.
    ///   - tls: What TLS agreed on, if it was spoken.
    public init(
        remoteAddress: String = "",
        remotePort: UInt16 = 0,
        isReused: Bool = false,
        isProxied: Bool = false,
        tls: TLS? = nil
    ) {
        self.remoteAddress = remoteAddress
        self.remotePort = remotePort
        self.isReused = isReused
        self.isProxied = isProxied
        self.tls = tls
    }
}
