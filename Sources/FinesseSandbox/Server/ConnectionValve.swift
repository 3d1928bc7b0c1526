internal import NIOCore

#if canImport(Darwin)
internal import Darwin
#else
internal import Glibc
#endif

/// Stands next to the socket of one connection, before TLS: it can hold everything up, and cut the connection off.
///
/// It lives on the connection's event loop and nowhere else.
final class ConnectionValve: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    /// How a connection is cut off.
    enum Cut: Sendable {
        /// As when a process ends: what was written still arrives.
        case end
        /// By RST: whoever reads or writes learns that something broke.
        case reset
    }

    private var context: ChannelHandlerContext?
    private var isShut: Bool
    private var wantsRead = false
    private var wantsFlush = false

    init(isShut: Bool) {
        self.isShut = isShut
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        self.context = nil
    }

    func read(context: ChannelHandlerContext) {
        if isShut { wantsRead = true } else { context.read() }
    }

    func flush(context: ChannelHandlerContext) {
        if isShut { wantsFlush = true } else { context.flush() }
    }

    /// Lets nothing through any more.
    func shut() {
        isShut = true
    }

    /// Lets everything through that was held up.
    func open() {
        isShut = false
        if wantsRead { context?.read() }
        if wantsFlush { context?.flush() }
        (wantsRead, wantsFlush) = (false, false)
    }

    /// Ends the connection without a word of TLS.
    func cut(_ cut: Cut) {
        guard let context else { return }
        guard cut == .reset, let socket = context.channel as? any SocketOptionProvider else {
            return context.close(promise: nil)
        }
        // A lingering time of zero makes the system send RST in place of FIN.
        socket.setSoLinger(linger(l_onoff: 1, l_linger: 0)).assumeIsolated().whenComplete { _ in
            context.close(promise: nil)
        }
    }
}

/// Stands between TLS and HTTP of one connection and writes what no HTTP library would.
final class RawWriter: ChannelOutboundHandler {
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private var context: ChannelHandlerContext?

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        self.context = nil
    }

    /// Writes a text as it stands.
    func write(_ text: String) {
        guard let context else { return }
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: text)), promise: nil)
    }
}
