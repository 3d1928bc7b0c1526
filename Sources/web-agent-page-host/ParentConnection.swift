import CProcessBox
import WebAgentScripting

// Unsafe, wrapper of the descriptor calls of CProcessBox. What keeps it true: every buffer is an array's own storage, used only
// inside the call, with the array's own count.

/// The host's end of the connection: standard input, a socket, in both directions.
enum ParentConnection {
    private static let descriptor: Int32 = 0

    static func send(_ frame: [UInt8]) {
        let sent = unsafe frame.withUnsafeBytes {
            unsafe CBoxWriteWhole(descriptor, $0.baseAddress, $0.count)
        }
        // Without its parent a host has nothing to live for, and half a frame cannot be taken back.
        if sent != Int64(frame.count) { exitProcess() }
    }

    static func receive() -> [UInt8]? {
        guard let head = read(PageFrame.headLength), let length = try? PageFrame.bodyLength(head),
            let body = read(length)
        else { return nil }
        return head + body
    }

    static var isClosed: Bool { CBoxIsHungUp(descriptor) }

    private static func read(_ count: Int) -> [UInt8]? {
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            filled = max(0, Int(unsafe CBoxReadWhole(descriptor, buffer.baseAddress, count)))
        }
        return bytes.count == count ? bytes : nil
    }
}
