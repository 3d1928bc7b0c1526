internal import HTTPTypes
internal import HummingbirdCore
internal import NIOCore
internal import Synchronization

/// The control's server: on 127.0.0.1 and nowhere else, without TLS.
final class ControlListener: Sendable {
    /// The largest request body taken, in bytes: a snapshot of many users fits in.
    private static let bodyLimit = 64 << 20

    /// What a person or a program needs to reach it.
    let control: SandboxControl
    private let server: ListeningServer

    private init(_ control: SandboxControl, _ server: ListeningServer) {
        self.control = control
        self.server = server
    }

    /// Starts it.
    ///
    /// - Parameters:
    ///   - sandbox: The sandbox.
    ///   - port: The port; 0 lets the system choose.
    /// - Returns: The listening server.
    /// - Throws: ``SandboxError/listen(host:address:port:reason:)`` when it cannot listen.
    static func start(_ sandbox: FinesseSandbox, port: Int) async throws(SandboxError) -> ControlListener {
        // Who is let in depends on the port, which is known when the server listens.
        let door = ControlDoor()
        let server = try await ListeningServer(
            at: SandboxNode(host: "control", port: port),
            .http1(configuration: .init(idleTimeout: .seconds(120))),
            orElse: "the server library refused it"
        ) { request, writer, _ in
            let isHead = request.method == .head
            try await Self.write(await Self.respond(to: request, door), isHead: isHead, to: writer)
        }
        let token = SandboxPassword(TextEncodings.base64URL(SandboxRandom.system.bytes(32)))
        door.open(ControlServer(of: sandbox, token: token, port: server.port))
        return ControlListener(SandboxControl(origin: "http://127.0.0.1:\(server.port)", token: token), server)
    }

    /// Ends the server; whoever listens for events is cut off after half a second.
    func stop() async {
        await server.stop()
    }

    private static func respond(to request: Request, _ door: ControlDoor) async -> ControlAnswer {
        guard let server = door.server else {
            return .whole(ControlProblem(503, "The sandbox is starting. Ask again.").answer)
        }
        // The party means nothing here.
        var received = SandboxRequest(
            party: .finesse,
            method: request.method.rawValue,
            target: request.head.path ?? "/"
        )
        await received.receive(request, upTo: bodyLimit)
        if let host = request.head.authority { received.headers.append(("host", host)) }
        let answer = await server.answer(received)
        guard received.bodyFault != nil, case .whole(let whole) = answer else { return answer }
        return .whole(whole.adding("Connection", "close"))
    }

    @concurrent
    private static func write(
        _ answer: ControlAnswer,
        isHead: Bool,
        to writer: consuming ResponseWriter
    ) async throws {
        switch answer {
        case .whole(let answer):
            var head = HTTPResponse(status: .init(code: answer.status), headerFields: HTTPFields(answer.headers))
            guard case .bytes(let bytes) = answer.body else { return try await writer.writeResponse(head) }
            if answer.status != 204 { head.headerFields[.contentLength] = String(bytes.count) }
            let body = isHead || bytes.isEmpty ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
            try await writer.write(response: head, body: body)
        case .events(let events):
            let names = [("Content-Type", "text/event-stream")] + ControlServer.headers
            let head = HTTPResponse(status: .ok, headerFields: HTTPFields(names))
            guard !isHead else { return try await writer.writeResponse(head) }
            let body = ResponseBody { writer in
                for await event in events { try await writer.write(ByteBuffer(string: event)) }
                try await writer.finish(nil)
            }
            try await writer.write(response: head, body: body)
        }
    }
}

/// The control, once its port is known.
private final class ControlDoor: Sendable {
    private let behind = Mutex<ControlServer?>(nil)

    var server: ControlServer? { behind.withLock { $0 } }

    func open(_ server: ControlServer) {
        behind.withLock { $0 = server }
    }
}
