internal import HummingbirdCore
internal import Logging
internal import NIOCore
internal import Synchronization

/// The open connections of one server.
final class OpenConnections: Sendable {
    private struct State {
        var isShut = false
        var isOver = false
        var channels: [ObjectIdentifier: any Channel] = [:]
    }

    private let state = Mutex(State())

    /// Puts the valve into a new connection, for as long as that is open.
    func watch(_ channel: any Channel) throws {
        let name = ObjectIdentifier(channel)
        let (isShut, isOver) = state.withLock { state in
            state.channels[name] = channel
            return (state.isShut, state.isOver)
        }
        guard !isOver else { throw ChannelError.ioOnClosedChannel }
        channel.closeFuture.whenComplete { [weak self] _ in
            self?.state.withLock { _ = $0.channels.removeValue(forKey: name) }
        }
        try channel.pipeline.syncOperations.addHandler(ConnectionValve(isShut: isShut))
    }

    /// Holds up every connection, those that are to come too: they are accepted, and that is all.
    func shut() {
        for channel in setShut(true) { Self.valve(of: channel) { $0.shut() } }
    }

    /// Lets everything through again.
    func open() {
        for channel in setShut(false) { Self.valve(of: channel) { $0.open() } }
    }

    /// Ends every connection, those too that are on their way.
    func end() {
        let channels = state.withLock { state in
            state.isOver = true
            return Array(state.channels.values)
        }
        for channel in channels { Self.cut(channel, .end) }
    }

    /// Ends every connection that is held up: it could not be closed in peace.
    func cutShut() {
        if state.withLock({ $0.isShut }) { end() }
    }

    /// Ends one connection.
    static func cut(_ channel: any Channel, _ cut: ConnectionValve.Cut) {
        valve(of: channel) { $0.cut(cut) }
    }

    private func setShut(_ isShut: Bool) -> [any Channel] {
        state.withLock { state in
            state.isShut = isShut
            return Array(state.channels.values)
        }
    }

    private static func valve(of channel: any Channel, _ act: @escaping @Sendable (ConnectionValve) -> Void) {
        channel.eventLoop.execute {
            // A connection that has ended meanwhile has no valve any more, and needs none.
            guard let valve = try? channel.pipeline.syncOperations.handler(type: ConnectionValve.self) else { return }
            act(valve)
        }
    }
}

/// A server's connections with something of ours put in front of what serves them.
struct ConnectionsWith<Base: ServerChildChannel>: ServerChildChannel {
    typealias Value = Base.Value

    let base: Base
    /// Adds handlers to a connection, on its event loop.
    let prepare: @Sendable (any Channel) throws -> Void

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Base.Value> {
        channel.eventLoop.makeCompletedFuture { try prepare(channel) }
            .flatMap { base.setup(channel: channel, logger: logger) }
    }

    func handle(value: Base.Value, logger: Logger) async {
        await base.handle(value: value, logger: logger)
    }
}
