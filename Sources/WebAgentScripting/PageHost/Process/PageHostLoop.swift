/// A page host that reads and writes whole frames wherever it is told to: the heart of a host in a process of its own.
///
/// One thread uses it.
public final class PageHostLoop {
    private let port: FunctionPort
    private let host: PageHost

    /// Makes a host.
    ///
    /// - Parameters:
    ///   - send: hands a frame to the parent; nothing happens when the parent is gone.
    ///   - receive: waits for the parent's next frame; nil when the parent is gone.
    ///   - isClosed: whether the parent is gone; asked often while a script runs.
    public init(
        send: @escaping ([UInt8]) -> Void,
        receive: @escaping () -> [UInt8]?,
        isClosed: @escaping @Sendable () -> Bool
    ) {
        port = FunctionPort(send: send, receive: receive, isGone: isClosed)
        host = PageHost(port: port, isCancelled: isClosed)
    }

    /// Opens and closes a page that nobody sees, so that whatever the engine loads only once is loaded before it is locked in.
    public func prepare() {
        let source = PageSource(url: "https://page-host.invalid/", body: Array(Self.firstPage.utf8))
        let orders: [PageOrder] = [.open(source), .close]
        port.rehearsal = orders.compactMap { try? PageFrame.encode($0) }
        host.run()
        port.rehearsal = nil
    }

    /// Does orders until the parent is gone.
    public func run() {
        host.run()
    }

    /// Makes the engine, and touches what is read from files, which is the time zone.
    ///
    /// All other data lies in libraries that are loaded anyway; that of languages is large, hardly ever asked for by a page
    /// that signs somebody in, and read when it is.
    private static let firstPage = "<!DOCTYPE html><title>t</title><script>new Date().toString()</script>"
}

/// A port of three functions, and of frames to rehearse with.
private final class FunctionPort: PagePort {
    private let sendFrame: ([UInt8]) -> Void
    private let receiveFrame: () -> [UInt8]?
    private let isGone: @Sendable () -> Bool

    /// The frames to be received next, in place of the parent's; what is sent meanwhile is thrown away.
    var rehearsal: [[UInt8]]?

    init(
        send: @escaping ([UInt8]) -> Void,
        receive: @escaping () -> [UInt8]?,
        isGone: @escaping @Sendable () -> Bool
    ) {
        sendFrame = send
        receiveFrame = receive
        self.isGone = isGone
    }

    func send(_ frame: [UInt8]) {
        if rehearsal == nil { sendFrame(frame) }
    }

    func receive() -> [UInt8]? {
        guard let frames = rehearsal else { return receiveFrame() }
        rehearsal = Array(frames.dropFirst())
        return frames.first
    }

    var isClosed: Bool { isGone() }
}
