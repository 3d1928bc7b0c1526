/// What listens for one node at one port, and can be brought back there.
actor NodeListener {
    /// Where it listens, with the port that it has.
    nonisolated let place: SandboxNode
    /// Starts it at a place.
    private let start: @Sendable (SandboxNode) async throws(SandboxError) -> OriginServer
    private var server: OriginServer?
    private var killed: [OriginServer] = []

    /// Begins to listen.
    init(
        at place: SandboxNode,
        _ start: @escaping @Sendable (SandboxNode) async throws(SandboxError) -> OriginServer
    ) async throws(SandboxError) {
        let server = try await start(place)
        var place = place
        place.port = server.port
        self.place = place
        self.start = start
        self.server = server
    }

    /// Refuses connections and closes open ones.
    func kill() async {
        guard let server else { return }
        self.server = nil
        await server.kill()
        killed.append(server)
    }

    /// Accepts connections and answers nothing.
    func pause() async throws(SandboxNodeError) {
        let server = try await listening()
        server.pause()
    }

    /// Serves.
    func recover() async throws(SandboxNodeError) {
        let server = try await listening()
        server.resume()
    }

    /// Ends it.
    func stop() async {
        for server in killed { await server.stop() }
        await server?.stop()
        server = nil
    }

    private func listening() async throws(SandboxNodeError) -> OriginServer {
        if let server { return server }
        do throws(SandboxError) {
            let server = try await start(place)
            self.server = server
            return server
        } catch {
            throw .listen(error)
        }
    }
}
