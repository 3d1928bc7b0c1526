import NIOCore
import NIOPosix
import NIOSSL

/// A CONNECT proxy on 127.0.0.1 that tunnels to a loopback port whatever host is asked for.
package final class LoopbackProxy: Sendable {
    /// Every request to the proxy itself, whether it was let through or not.
    package let log: EventLog<ReceivedRequest>
    /// The port it listens on.
    package let port: UInt16
    private let listener: any Channel
    private let connections: ConnectionSet

    /// Starts a proxy on a port of the system's choice.
    ///
    /// - Parameters:
    ///   - target: The loopback port that every tunnel leads to.
    ///   - authorization: The value of `Proxy-Authorization` it asks for; `nil` lets everybody in.
    ///   - tls: How it speaks TLS with its clients; plain text when `nil`.
    /// - Returns: The proxy, listening.
    /// - Throws: When the certificate cannot be used or no port is to be had.
    package static func start(
        target: UInt16,
        authorization: String? = nil,
        tls: ServerTLS? = nil
    ) async throws -> LoopbackProxy {
        let context = try tls?.context()
        let log = EventLog<ReceivedRequest>()
        let connections = ConnectionSet()
        let listener = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                _ = connections.add(channel)
                return channel.eventLoop.makeCompletedFuture {
                    let pipeline = channel.pipeline.syncOperations
                    if let context { try pipeline.addHandler(NIOSSLServerHandler(context: context)) }
                    try pipeline.addHandler(TunnelHandler(target: target, authorization: authorization, log: log))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        return try LoopbackProxy(listener: listener, log: log, connections: connections)
    }

    private init(listener: any Channel, log: EventLog<ReceivedRequest>, connections: ConnectionSet) throws {
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

    private struct NoPort: Error {}
}

/// Reads one CONNECT, then carries bytes both ways.
private final class TunnelHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let target: UInt16
    private let authorization: String?
    private let log: EventLog<ReceivedRequest>
    private var received: [UInt8] = []
    private var isConnecting = false
    private var other: (any Channel)?

    init(target: UInt16, authorization: String?, log: EventLog<ReceivedRequest>) {
        self.target = target
        self.authorization = authorization
        self.log = log
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let buffer = unwrapInboundIn(data)
        if let other {
            other.writeAndFlush(buffer, promise: nil)
            return
        }
        received += Array(buffer.readableBytesView)
        guard !isConnecting, let request = ReceivedRequest(takingFrom: &received) else { return }
        log.append(request)
        guard request.method == "CONNECT" else { return refuse("405 Method Not Allowed", context) }
        guard authorization == nil || request.text("Proxy-Authorization") == authorization else {
            return refuse("407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"test\"", context)
        }
        connect(context)
    }

    private func connect(_ context: ChannelHandlerContext) {
        isConnecting = true
        let client = context.channel
        let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
        ClientBootstrap(group: context.eventLoop)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(ReturnHandler(client: client))
                }
            }
            .connect(host: "127.0.0.1", port: Int(target)).whenComplete { result in
                switch result {
                case .success(let other):
                    bound.value.other = other
                    client.writeAndFlush(
                        ByteBuffer(string: "HTTP/1.1 200 Connected\r\nX-Of-The-Proxy: yes\r\n\r\n"),
                        promise: nil
                    )
                    if !bound.value.received.isEmpty {
                        other.writeAndFlush(ByteBuffer(bytes: bound.value.received), promise: nil)
                    }
                case .failure:
                    client.close(promise: nil)
                }
            }
    }

    private func refuse(_ status: String, _ context: ChannelHandlerContext) {
        context.writeAndFlush(
            wrapOutboundOut(ByteBuffer(string: "HTTP/1.1 \(status)\r\nContent-Length: 0\r\n\r\n")),
            promise: nil
        )
    }

    func channelInactive(context: ChannelHandlerContext) {
        other?.close(promise: nil)
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }
}

/// Carries bytes from the target back to the client.
private final class ReturnHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let client: any Channel

    init(client: any Channel) {
        self.client = client
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        client.writeAndFlush(unwrapInboundIn(data), promise: nil)
    }

    func channelInactive(context: ChannelHandlerContext) {
        client.close(promise: nil)
        context.fireChannelInactive()
    }
}
