internal import HummingbirdCore
internal import Logging
internal import NIOCore
internal import NIOPosix
internal import ServiceLifecycle
internal import Synchronization

/// A server of the server library: listening when it is there, until it is stopped.
struct ListeningServer: Sendable {
    /// What listens.
    let channel: any Channel
    private let group: ServiceGroup
    private let task: Task<Void, Never>

    /// The port listened on.
    var port: Int { channel.localAddress?.port ?? 0 }

    /// Starts a server.
    ///
    /// - Parameters:
    ///   - node: Where it listens.
    ///   - builder: What serves a connection.
    ///   - refusal: Why the server library may refuse that.
    ///   - responder: What answers a request.
    /// - Throws: ``SandboxError/listen(host:address:port:reason:)`` when it cannot listen.
    init(
        at node: SandboxNode,
        _ builder: HTTPServerBuilder,
        orElse refusal: String,
        responder: @escaping HTTPChannelHandler.Responder
    ) async throws(SandboxError) {
        let (listening, announce) = AsyncStream.makeStream(of: (any Channel).self)
        let logger = Logger(label: "sandbox", factory: { _ in SwiftLogNoOpLogHandler() })
        func failed(_ reason: String) -> SandboxError {
            .listen(host: node.host, address: node.address, port: node.port, reason: reason)
        }
        let service: any Service
        do {
            service = try builder.buildServer(
                configuration: ServerConfiguration(address: .hostname(node.address, port: node.port)),
                eventLoopGroup: MultiThreadedEventLoopGroup.singleton,
                logger: logger,
                responder: responder,
                onServerRunning: { channel in
                    announce.yield(channel)
                    announce.finish()
                }
            )
        } catch {
            throw failed(refusal)
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
        for await channel in listening {
            self.channel = channel
            self.group = group
            self.task = task
            return
        }
        await task.value
        throw failed(reason.withLock { $0 })
    }

    /// Ends the server: open connections are closed when they are idle, and after half a second in any case.
    func stop() async {
        await group.triggerGracefulShutdown()
        await task.value
    }
}
