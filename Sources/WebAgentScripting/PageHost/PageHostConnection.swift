/// The parent's end of a page host: orders out, messages in, answers out.
///
/// One task at a time uses it. Send an order, then receive until ``PageMessage/done(_:)``; answer every ask. When the connection is
/// closed or goes away, the host ends.
public final class PageHostConnection: Sendable {
    private let channel: PageChannel

    init(_ channel: PageChannel) {
        self.channel = channel
    }

    deinit {
        channel.close()
    }

    /// Sends an order.
    ///
    /// - Parameter order: the order.
    /// - Throws: ``PageHostError/ended`` or ``PageHostError/unsendable(_:)``.
    public func send(_ order: PageOrder) throws(PageHostError) {
        let frame: [UInt8]
        do { frame = try PageFrame.encode(order) } catch { throw .unsendable(error) }
        try send(frame: frame)
    }

    /// Answers an ask.
    ///
    /// - Parameter answer: the answer.
    /// - Throws: ``PageHostError/ended`` or ``PageHostError/unsendable(_:)``.
    public func answer(_ answer: PageAnswer) throws(PageHostError) {
        let frame: [UInt8]
        do { frame = try PageFrame.encode(answer) } catch { throw .unsendable(error) }
        try send(frame: frame)
    }

    /// Sends a frame as it is.
    ///
    /// - Parameter frame: the whole frame of an order or answer.
    /// - Throws: ``PageHostError/ended``.
    public func send(frame: [UInt8]) throws(PageHostError) {
        guard channel.sendToHost(frame) else { throw .ended }
    }

    /// Waits for the next message.
    ///
    /// When the time is up or the waiting task is cancelled, the host is given up: the connection is closed.
    ///
    /// - Parameter bound: the bound on real time; nil for none.
    /// - Returns: the message.
    /// - Throws: ``PageHostError/ended``, ``PageHostError/malformed(_:)``, ``PageHostError/timedOut(_:)`` or
    ///   ``PageHostError/cancelled``.
    public func receive(within bound: Duration? = nil) async throws(PageHostError) -> PageMessage {
        let frame = try await receiveFrame(within: bound)
        do throws(PageCodecError) {
            return try PageFrame.decodeMessage(frame)
        } catch {
            channel.close()
            throw .malformed(error)
        }
    }

    /// Waits for the next frame of the host.
    ///
    /// - Parameter bound: the bound on real time; nil for none.
    /// - Returns: the whole frame.
    /// - Throws: ``PageHostError/ended``, ``PageHostError/timedOut(_:)`` or ``PageHostError/cancelled``.
    public func receiveFrame(within bound: Duration? = nil) async throws(PageHostError) -> [UInt8] {
        let channel = channel
        let received: Received = await withTaskCancellationHandler {
            guard let bound else { return .frame(await channel.receiveFromHost()) }
            return await withTaskGroup(of: Received.self) { group in
                group.addTask { .frame(await channel.receiveFromHost()) }
                group.addTask {
                    do { try await Task.sleep(for: bound) } catch { return .cancelled }
                    return .timedOut
                }
                let first = await group.next() ?? .cancelled
                // Closing ends the wait of the other task, so that the group can end.
                if case .frame = first {} else { channel.close() }
                group.cancelAll()
                return first
            }
        } onCancel: {
            channel.close()
        }
        switch received {
        case .frame(let frame?): return frame
        case .frame(nil): throw Task.isCancelled ? .cancelled : .ended
        case .timedOut: throw .timedOut(bound ?? .zero)
        case .cancelled: throw .cancelled
        }
    }

    /// Ends the host.
    public func close() {
        channel.close()
    }

    private enum Received: Sendable {
        case frame([UInt8]?)
        case timedOut
        case cancelled
    }
}
