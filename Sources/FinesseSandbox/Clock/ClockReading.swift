/// What there is to keep of a clock.
struct ClockReading: Codable, Hashable, Sendable {
    /// The instant at which it was read.
    var now: SandboxInstant
    /// By how many milliseconds a real clock ran ahead of the system's; nothing for a virtual one.
    var ahead: Int64?
}
