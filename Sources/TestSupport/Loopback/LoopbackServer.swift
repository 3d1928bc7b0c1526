import NIOCore
import NIOHTTP2
import NIOPosix
import NIOSSL
import Synchronization

/// A server on 127.0.0.1 that does byte for byte what a test says.
package final class LoopbackServer: Sendable {
    /// What to do with a request; the number is that of its connection, counted from 1.
    package typealias Script = @Sendable (ReceivedRequest, Int) -> [ServerStep]

    /// What happened so far.
    package let log: EventLog<ServerEvent>
    /// The port it listens on.
    package let port: UInt16
    private let listener: any Channel
    private let connections: ConnectionSet

    /// Starts a server on a port of the system's choice.
    ///
    /// - Parameters:
    ///   - tls: How it speaks TLS; plain text when `nil`.
    ///   - greeting: What it does with a connection before any request.
    ///   - script: What it does with each request. Over HTTP/2, the first step decides: `send` is read as an HTTP/1
    ///     response and sent as HTTP/2, anything else resets the stream.
    /// - Returns: The server, listening.
    /// - Throws: When the certificate cannot be used or no port is to be had.
    package static func start(
        tls: ServerTLS? = nil,
        greeting: [ServerStep] = [],
        script: @escaping Script
    ) async throws -> LoopbackServer {
        let context = try tls?.context()
        let speaksHTTP2 = tls?.speaksHTTP2 ?? false
        let log = EventLog<ServerEvent>()
        let connections = ConnectionSet()
        let listener = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .childChannelInitializer { channel in
                let number = connections.add(channel)
                return channel.eventLoop.makeCompletedFuture {
                    if let context {
                        try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: context))
                    }
                }.flatMap {
                    let addScript: @Sendable (any Channel) -> EventLoopFuture<Void> = { channel in
                        channel.eventLoop.makeCompletedFuture {
                            try channel.pipeline.syncOperations.addHandler(
                                ScriptHandler(number: number, log: log, greeting: greeting, script: script)
                            )
                        }
                    }
                    guard speaksHTTP2 else { return addScript(channel) }
                    return channel.configureHTTP2SecureUpgrade(
                        h2ChannelConfigurator: { channel in
                            channel.configureHTTP2Pipeline(mode: .server) { stream in
                                stream.eventLoop.makeCompletedFuture {
                                    try stream.pipeline.syncOperations.addHandlers([
                                        HTTP2FramePayloadToHTTP1ServerCodec(),
                                        StreamHandler(number: number, log: log, script: script),
                                    ])
                                }
                            }.map { _ in log.append(.opened(connection: number)) }
                        },
                        http1ChannelConfigurator: addScript
                    )
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        return try LoopbackServer(listener: listener, log: log, connections: connections)
    }

    private init(listener: any Channel, log: EventLog<ServerEvent>, connections: ConnectionSet) throws {
        guard let port = listener.localAddress?.port.flatMap({ UInt16(exactly: $0) }) else { throw NoPort() }
        self.listener = listener
        self.port = port
        self.log = log
        self.connections = connections
    }

    /// Stops listening and closes every connection.
    package func stop() async {
        try? await listener.close()
        await connections.closeAll()
    }

    /// Every request so far.
    package var requests: [ReceivedRequest] {
        log.events.compactMap { if case .request(let request, _) = $0 { request } else { nil } }
    }

    /// How many connections were opened so far, handshakes that failed not counted.
    package var connectionCount: Int {
        log.events.count { if case .opened = $0 { true } else { false } }
    }

    private struct NoPort: Error {}
}

/// A port on 127.0.0.1 on which nobody listens.
///
/// It lies below the ports that the system gives to servers that ask for any: one that was bound and freed again could be
/// given to the server of another test in the same moment.
package let closedLoopbackPort: UInt16 = 1

/// The connections of a server, to be closed with it.
final class ConnectionSet: Sendable {
    private let channels = Mutex<[any Channel]>([])

    /// Adds a connection and gives its number.
    func add(_ channel: any Channel) -> Int {
        channels.withLock { channels in
            channels.append(channel)
            return channels.count
        }
    }

    func closeAll() async {
        let all = channels.withLock { $0 }
        for channel in all { try? await channel.close() }
    }
}
