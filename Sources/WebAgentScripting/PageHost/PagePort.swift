/// The host's end of the wall: whole frames, in order.
///
/// Blocking, for a thread or a process of its own.
protocol PagePort: AnyObject {
    /// Hands a frame to the parent; nothing happens when the parent is gone.
    func send(_ frame: [UInt8])

    /// Waits for the parent's next frame; nil when the parent is gone.
    func receive() -> [UInt8]?

    /// Whether the parent is gone.
    var isClosed: Bool { get }
}
