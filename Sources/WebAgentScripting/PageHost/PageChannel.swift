import Dispatch
import Synchronization

/// The two queues between a parent and a host on a thread of this process.
///
/// Frames are copied, nothing is shared.
///
/// The host's end blocks its own thread; the parent's end suspends.
final class PageChannel: PagePort, Sendable {
    private struct State {
        var toHost: [[UInt8]] = []
        var toParent: [[UInt8]] = []
        var waiter: CheckedContinuation<[UInt8]?, Never>?
        var isClosed = false
        var hasHostEnded = false
    }

    private let state = Mutex(State())
    /// Counts the frames for the host, and one more when it is closed.
    private let forHost = DispatchSemaphore(value: 0)

    // MARK: The host's end

    func send(_ frame: [UInt8]) {
        let waiter = state.withLock { state -> CheckedContinuation<[UInt8]?, Never>? in
            if state.isClosed { return nil }
            if let waiter = state.waiter {
                state.waiter = nil
                return waiter
            }
            state.toParent.append(frame)
            return nil
        }
        waiter?.resume(returning: frame)
    }

    func receive() -> [UInt8]? {
        forHost.wait()
        let frame = state.withLock { state -> [UInt8]? in
            if state.isClosed || state.toHost.isEmpty { return nil }
            return state.toHost.removeFirst()
        }
        // Once closed it stays so, however often the host asks.
        if frame == nil { forHost.signal() }
        return frame
    }

    var isClosed: Bool { state.withLock { $0.isClosed } }

    /// The host has ended: whoever waits for it is told.
    func hostEnded() {
        let waiter = state.withLock { state -> CheckedContinuation<[UInt8]?, Never>? in
            state.hasHostEnded = true
            defer { state.waiter = nil }
            return state.waiter
        }
        waiter?.resume(returning: nil)
    }

    // MARK: The parent's end

    /// Hands a frame to the host; false when it has ended.
    func sendToHost(_ frame: [UInt8]) -> Bool {
        let isSent = state.withLock { state -> Bool in
            if state.isClosed || state.hasHostEnded { return false }
            state.toHost.append(frame)
            return true
        }
        if isSent { forHost.signal() }
        return isSent
    }

    /// Waits for the host's next frame; nil when it has ended or was closed.
    func receiveFromHost() async -> [UInt8]? {
        await withCheckedContinuation { continuation in
            let ready = state.withLock { state -> [UInt8]?? in
                if !state.toParent.isEmpty { return .some(state.toParent.removeFirst()) }
                if state.isClosed || state.hasHostEnded { return .some(nil) }
                state.waiter = continuation
                return nil
            }
            if let ready { continuation.resume(returning: ready) }
        }
    }

    /// Ends the host; it notices at its next frame, or within a slice of a running script.
    func close() {
        let waiter = state.withLock { state -> CheckedContinuation<[UInt8]?, Never>? in
            state.isClosed = true
            state.toHost = []
            state.toParent = []
            defer { state.waiter = nil }
            return state.waiter
        }
        forHost.signal()
        waiter?.resume(returning: nil)
    }
}
