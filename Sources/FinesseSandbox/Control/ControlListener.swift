internal import HTTPTypes
internal import HummingbirdCore
internal import Logging
internal import NIOCore
internal import NIOPosix
internal import ServiceLifecycle
internal import Synchronization

/// The control's server: on 127.0.0.1 and nowhere else, without TLS.
final class ControlListener: Sendable {
    /// The largest request body taken, in bytes: a snapshot of many users fits in.
    private static let bodyLimit = 64 << 20

    /// What a person or a program needs to reach it.
    let control: SandboxControl
    private let group: ServiceGroup
    private let task: Task<Void, Never>

    private init(_ control: SandboxControl, _ group: ServiceGroup, _ task: Task<Void, Never>) {
        self.control = control
        self.group = group
        self.task = task
    }

    /// Starts it.
    ///
    /// - Parameters:
    ///   - sandbox: The sandbox.
    ///   - port: The port; 0 lets the system choose.
    ///   - pages: The pages for people.
    /// - Returns: The listening server.
    /// - Throws: ``SandboxError/listen(host:address:port:reason:)`` when it cannot listen.
    static func start(
        _ sandbox: FinesseSandbox,
        port: Int,
        pages: any ControlPages = Console()
    ) async throws(SandboxError) -> ControlListener {
        let (ports, announce) = AsyncStream.makeStream(of: Int.self)
        let logger = Logger(label: "sandbox control", factory: { _ in SwiftLogNoOpLogHandler() })
        func failed(_ reason: String) -> SandboxError {
            .listen(host: "control", address: "127.0.0.1", port: port, reason: reason)
        }
        // Who is let in depends on the port, which is known when the server listens.
        let door = ControlDoor()
        let service: any Service
        do {
            service = try HTTPServerBuilder.http1(configuration: .init(idleTimeout: .seconds(120))).buildServer(
                configuration: ServerConfiguration(address: .hostname("127.0.0.1", port: port)),
                eventLoopGroup: MultiThreadedEventLoopGroup.singleton,
                logger: logger,
                responder: { request, writer, _ in
                    let isHead = request.method == .head
                    try await Self.write(await Self.respond(to: request, door), isHead: isHead, to: writer)
                },
                onServerRunning: { channel in
                    announce.yield(channel.localAddress?.port ?? 0)
                    announce.finish()
                }
            )
        } catch {
            throw failed("the server library refused it")
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
        for await port in ports {
            let token = SandboxPassword(TextEncodings.base64URL(SandboxRandom.system.bytes(32)))
            door.open(ControlServer(of: sandbox, token: token, port: port, pages: pages))
            let control = SandboxControl(origin: "http://127.0.0.1:\(port)", token: token)
            return ControlListener(control, group, task)
        }
        await task.value
        throw failed(reason.withLock { $0 })
    }

    /// Ends the server; whoever listens for events is cut off after half a second.
    func stop() async {
        await group.triggerGracefulShutdown()
        await task.value
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
        received.headers = request.headers.map { ($0.name.canonicalName, $0.value) }
        if let host = request.head.authority { received.headers.append(("host", host)) }
        do {
            received.body = Array(buffer: try await request.body.collect(upTo: bodyLimit))
        } catch is NIOTooManyBytesError {
            received.bodyFault = .tooLarge
        } catch {
            received.bodyFault = .unreadable
        }
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
            var head = HTTPResponse(status: .init(code: answer.status), headerFields: fields(answer.headers))
            guard case .bytes(let bytes) = answer.body else { return try await writer.writeResponse(head) }
            if answer.status != 204 { head.headerFields[.contentLength] = String(bytes.count) }
            let body = isHead || bytes.isEmpty ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
            try await writer.write(response: head, body: body)
        case .events(let events):
            let names = [("Content-Type", "text/event-stream")] + ControlServer.headers
            let head = HTTPResponse(status: .ok, headerFields: fields(names))
            guard !isHead else { return try await writer.writeResponse(head) }
            let body = ResponseBody { writer in
                for await event in events { try await writer.write(ByteBuffer(string: event)) }
                try await writer.finish(nil)
            }
            try await writer.write(response: head, body: body)
        }
    }

    private static func fields(_ headers: [(name: String, value: String)]) -> HTTPFields {
        var fields = HTTPFields()
        for (name, value) in headers {
            guard let name = HTTPField.Name(name) else { continue }
            fields.append(HTTPField(name: name, value: value))
        }
        return fields
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
