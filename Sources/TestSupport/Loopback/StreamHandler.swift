import NIOCore
import NIOHTTP1

/// Answers one HTTP/2 stream as a script says.
final class StreamHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let number: Int
    private let log: EventLog<ServerEvent>
    private let script: LoopbackServer.Script
    private var request: ReceivedRequest?

    init(number: Int, log: EventLog<ServerEvent>, script: @escaping LoopbackServer.Script) {
        self.number = number
        self.log = log
        self.script = script
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            request = ReceivedRequest(
                method: head.method.rawValue,
                target: head.uri,
                version: "HTTP/2",
                fields: head.headers.map { .init(name: $0.name, value: Array($0.value.utf8)) },
                body: []
            )
        case .body(let part):
            request?.body += Array(part.readableBytesView)
        case .end:
            guard let request else { return }
            log.append(.request(request, connection: number))
            answer(script(request, number), context)
        }
    }

    private func answer(_ steps: [ServerStep], _ context: ChannelHandlerContext) {
        for step in steps {
            switch step {
            case .send(let bytes):
                send(bytes, context)
            case .hang:
                break
            case .drip, .close, .cut, .reset:
                context.close(promise: nil)
            }
        }
    }

    private func send(_ response: [UInt8], _ context: ChannelHandlerContext) {
        // Written as a request would be, so that one reader serves both: "HTTP/1.1 200 OK" gives three words.
        var rest = response
        guard let read = ReceivedRequest(takingFrom: &rest), let status = Int(read.target) else {
            context.close(promise: nil)
            return
        }
        var headers = HTTPHeaders()
        for field in read.fields {
            headers.add(name: field.name.lowercased(), value: String(decoding: field.value, as: UTF8.self))
        }
        let head = HTTPResponseHead(version: .http2, status: .init(statusCode: status), headers: headers)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: read.body)))), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    }
}
