internal import HTTPTypes
internal import HummingbirdCore
internal import HummingbirdTLS
internal import NIOCore
internal import NIOSSL

/// One listening server.
///
/// It turns what arrives into a ``SandboxRequest``, and a ``SandboxAnswer`` into what is sent.
/// The `Date` header field comes from the sandbox's clock, which is why the server library's own application type is not used.
final class OriginServer: Sendable {
    /// What answers requests.
    typealias Handler = @Sendable (SandboxRequest) async -> SandboxAnswer

    /// The largest request body taken, in bytes.
    static let bodyLimit = 8 << 20

    /// The port listened on.
    var port: Int { server.port }
    private let server: ListeningServer
    private let connections: OpenConnections

    private init(_ server: ListeningServer, _ connections: OpenConnections) {
        self.server = server
        self.connections = connections
    }

    /// Starts a server.
    ///
    /// - Parameters:
    ///   - party: The server's part.
    ///   - number: Which of the server's nodes it is.
    ///   - node: Where it listens.
    ///   - certificate: Its certificate; nothing for a server without TLS.
    ///   - now: The server's own time, for the `Date` field.
    ///   - handler: What answers requests.
    /// - Returns: The listening server.
    /// - Throws: ``SandboxError/listen(host:address:port:reason:)`` when it cannot listen.
    static func start(
        _ party: SandboxParty,
        _ number: Int,
        at node: SandboxNode,
        certificate: ServerCertificate?,
        now: @escaping @Sendable () -> SandboxInstant,
        handler: @escaping Handler
    ) async throws(SandboxError) -> OriginServer {
        let connections = OpenConnections()
        let builder = HTTPServerBuilder { responder in try Self.connections(connections, certificate, responder) }
        let server = try await ListeningServer(at: node, builder, orElse: "its TLS certificate was not accepted") {
            (request, writer, channel) in
            let answer = await Self.respond(
                to: request,
                of: party,
                number,
                isPlain: certificate == nil,
                handler: handler
            )
            let isHead = request.method == .head
            try await AnswerWriter.write(answer, date: now().httpDate, isHead: isHead, to: writer, channel)
        }
        return OriginServer(server, connections)
    }

    /// Ends the server: open connections are closed when they are idle, and after half a second in any case.
    func stop() async {
        connections.cutShut()
        await server.stop()
    }

    /// Refuses connections from now, and ends those that are open.
    func kill() async {
        // Fails where it is closed already, which is what is wanted.
        try? await server.channel.close().get()
        connections.end()
    }

    /// Accepts connections and answers nothing.
    func pause() { connections.shut() }

    /// Answers again.
    func resume() { connections.open() }

    /// What serves a connection, from the socket upwards: valve, TLS, raw writer, HTTP.
    private static func connections(
        _ open: OpenConnections,
        _ certificate: ServerCertificate?,
        _ responder: @escaping HTTPChannelHandler.Responder
    ) throws -> any ServerChildChannel {
        let base = ConnectionsWith(
            base: HTTP1Channel(responder: responder, configuration: .init(idleTimeout: .seconds(120)))
        ) { channel in
            try channel.pipeline.syncOperations.addHandler(RawWriter())
        }
        let watch: @Sendable (any Channel) throws -> Void = { try open.watch($0) }
        guard let certificate else { return ConnectionsWith(base: base, prepare: watch) }
        return ConnectionsWith(base: try TLSChannel(base, tlsConfiguration: tls(certificate)), prepare: watch)
    }

    private static func tls(_ certificate: ServerCertificate) throws -> TLSConfiguration {
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: [.certificate(try NIOSSLCertificate(bytes: certificate.certificate, format: .der))],
            privateKey: .privateKey(try NIOSSLPrivateKey(bytes: Array(certificate.privateKeyPEM.utf8), format: .pem))
        )
        configuration.minimumTLSVersion = .tlsv12
        configuration.applicationProtocols = ["http/1.1"]
        // A pooled connection of a client answers no close_notify; a stop must not wait for it.
        configuration.shutdownTimeout = .milliseconds(100)
        return configuration
    }

    private static func respond(
        to request: Request,
        of party: SandboxParty,
        _ number: Int,
        isPlain: Bool,
        handler: Handler
    ) async -> SandboxAnswer {
        var received = SandboxRequest(
            party: party,
            node: number,
            method: request.method.rawValue,
            target: request.head.path ?? "/"
        )
        received.isPlain = isPlain
        await received.receive(request, upTo: bodyLimit)
        let answer = await handler(received)
        // After a request for an upgrade the server library reads nothing more from the connection.
        let isOver = received.bodyFault != nil || received.header("upgrade") != nil
        return isOver ? answer.adding("Connection", "close") : answer
    }
}
