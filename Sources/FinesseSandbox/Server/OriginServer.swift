internal import HTTPTypes
internal import HummingbirdCore
internal import HummingbirdTLS
internal import Logging
internal import NIOCore
internal import NIOPosix
internal import NIOSSL
internal import ServiceLifecycle
internal import Synchronization

/// One listening server.
///
/// It turns what arrives into a ``SandboxRequest``, and a ``SandboxAnswer`` into what is sent.
/// The `Date` header field comes from the sandbox's clock, which is why the server library's own application type is not used.
final class OriginServer: Sendable {
    /// What answers requests.
    typealias Handler = @Sendable (SandboxRequest) async -> SandboxAnswer

    /// The largest request body taken, in bytes.
    static let bodyLimit = 1 << 20

    /// The port listened on.
    let port: Int
    private let listening: any Channel
    private let connections: OpenConnections
    private let group: ServiceGroup
    private let task: Task<Void, Never>

    private init(
        _ listening: any Channel,
        _ connections: OpenConnections,
        group: ServiceGroup,
        task: Task<Void, Never>
    ) {
        port = listening.localAddress?.port ?? 0
        self.listening = listening
        self.connections = connections
        self.group = group
        self.task = task
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
        let (listening, announce) = AsyncStream.makeStream(of: (any Channel).self)
        let logger = Logger(label: "sandbox", factory: { _ in SwiftLogNoOpLogHandler() })
        func failed(_ reason: String) -> SandboxError {
            .listen(host: node.host, address: node.address, port: node.port, reason: reason)
        }
        let service: any Service
        let connections = OpenConnections()
        do {
            let builder = HTTPServerBuilder { responder in
                try Self.connections(connections, certificate, responder)
            }
            service = try builder.buildServer(
                configuration: ServerConfiguration(address: .hostname(node.address, port: node.port)),
                eventLoopGroup: MultiThreadedEventLoopGroup.singleton,
                logger: logger,
                responder: { request, writer, channel in
                    let answer = await Self.respond(
                        to: request,
                        of: party,
                        number,
                        isPlain: certificate == nil,
                        handler: handler
                    )
                    let isHead = request.method == .head
                    try await AnswerWriter.write(answer, date: now().httpDate, isHead: isHead, to: writer, channel)
                },
                onServerRunning: { channel in
                    announce.yield(channel)
                    announce.finish()
                }
            )
        } catch {
            throw failed("its TLS certificate was not accepted")
        }
        var configuration = ServiceGroupConfiguration(services: [service], logger: logger)
        configuration.maximumGracefulShutdownDuration = .milliseconds(500)
        let group = ServiceGroup(configuration: configuration)
        let reason = Mutex("the server ended at once")
        let task = Task {
            do {
                try await group.run()
            } catch let error as IOError {
                reason.withLock { $0 = "the system refused it (error \(error.errnoCode))" }
            } catch {
                reason.withLock { $0 = "the server ended at once" }
            }
            announce.finish()
        }
        for await channel in listening { return OriginServer(channel, connections, group: group, task: task) }
        await task.value
        throw failed(reason.withLock { $0 })
    }

    /// Ends the server: open connections are closed when they are idle, and after half a second in any case.
    func stop() async {
        connections.cutShut()
        await group.triggerGracefulShutdown()
        await task.value
    }

    /// Refuses connections from now, and ends those that are open.
    func kill() async {
        // Fails where it is closed already, which is what is wanted.
        try? await listening.close().get()
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
        received.headers = request.headers.map { ($0.name.canonicalName, $0.value) }
        do {
            received.body = Array(buffer: try await request.body.collect(upTo: bodyLimit))
        } catch is NIOTooManyBytesError {
            received.bodyFault = .tooLarge
        } catch {
            received.bodyFault = .unreadable
        }
        let answer = await handler(received)
        // After a request for an upgrade the server library reads nothing more from the connection.
        let isOver = received.bodyFault != nil || received.header("upgrade") != nil
        return isOver ? answer.adding("Connection", "close") : answer
    }
}
