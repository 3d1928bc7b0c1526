import NIOCore
import NIOSSL
import SwiftASN1
import X509

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Speaks HTTP/1 as a script says.
final class ScriptHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let number: Int
    private let log: EventLog<ServerEvent>
    private let greeting: [ServerStep]
    private let script: LoopbackServer.Script
    private var received: [UInt8] = []
    private var drip: RepeatedTask?
    private var isOpen = false

    init(number: Int, log: EventLog<ServerEvent>, greeting: [ServerStep], script: @escaping LoopbackServer.Script) {
        self.number = number
        self.log = log
        self.greeting = greeting
        self.script = script
    }

    func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { channelActive(context: context) }
    }

    /// Plain text is open now; TLS when its first byte has come.
    func channelActive(context: ChannelHandlerContext) {
        let isPlain = (try? context.pipeline.syncOperations.handler(type: NIOSSLServerHandler.self)) == nil
        if isPlain { open(context) }
    }

    private func open(_ context: ChannelHandlerContext) {
        guard !isOpen else { return }
        isOpen = true
        log.append(.opened(connection: number))
        let tls = try? context.pipeline.syncOperations.handler(type: NIOSSLServerHandler.self)
        if let shown = tls?.peerCertificate, let der = try? shown.toDERBytes(),
            let certificate = try? Certificate(derEncoded: der)
        {
            log.append(.clientCertificate(certificate.subject.description, connection: number))
        }
        perform(greeting[...], context)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        open(context)
        received += Array(unwrapInboundIn(data).readableBytesView)
        while let request = ReceivedRequest(takingFrom: &received) {
            log.append(.request(request, connection: number))
            perform(script(request, number)[...], context)
        }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case .inputClosed? = event as? ChannelEvent { context.close(promise: nil) }
        context.fireUserInboundEventTriggered(event)
    }

    func channelInactive(context: ChannelHandlerContext) {
        drip?.cancel()
        drip = nil
        log.append(.closed(connection: number))
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    private func perform(_ steps: ArraySlice<ServerStep>, _ context: ChannelHandlerContext) {
        for step in steps {
            switch step {
            case .send(let bytes):
                context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: bytes)), promise: nil)
            case .drip(let byte, let milliseconds):
                begin(dripping: byte, every: .milliseconds(milliseconds), context)
            case .close:
                context.close(promise: nil)
            case .cut:
                closeBelowTLS(context)
            case .reset:
                let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
                // Lingering for no time makes the system answer with RST.
                (context.channel as? any SocketOptionProvider)?
                    .setSoLinger(linger(l_onoff: 1, l_linger: 0))
                    .whenComplete { _ in bound.value.0.closeBelowTLS(bound.value.1) }
            case .hang:
                break
            }
        }
    }

    /// Closes the socket without the goodbye that TLS would say.
    private func closeBelowTLS(_ context: ChannelHandlerContext) {
        let below = try? context.pipeline.syncOperations.context(handlerType: NIOSSLServerHandler.self)
        (below ?? context).close(promise: nil)
    }

    private func begin(dripping byte: UInt8, every delay: TimeAmount, _ context: ChannelHandlerContext) {
        let channel = context.channel
        drip = context.eventLoop.scheduleRepeatedTask(initialDelay: delay, delay: delay) { _ in
            channel.writeAndFlush(ByteBuffer(bytes: [byte]), promise: nil)
        }
    }
}
