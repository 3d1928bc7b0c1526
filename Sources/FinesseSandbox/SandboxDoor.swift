internal import Synchronization

/// The door of the servers: closed until the services behind it know their ports.
///
/// Those behind it may be exchanged at any time; a request that is inside keeps the ones it found.
final class SandboxDoor: Sendable {
    private let behind = Mutex<SandboxAssembled?>(nil)

    /// What stands behind the door now.
    var assembled: SandboxAssembled? { behind.withLock { $0 } }

    /// Opens the door, or exchanges what stands behind it.
    func open(_ assembled: SandboxAssembled) {
        behind.withLock { $0 = assembled }
    }

    /// Answers a request.
    @Sendable
    func answer(_ request: SandboxRequest) async -> SandboxAnswer {
        guard let services = assembled?.services else { return .plain("Starting", status: 503) }
        return await services.answer(request)
    }
}
