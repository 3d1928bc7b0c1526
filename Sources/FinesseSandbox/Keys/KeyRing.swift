/// Hands out RSA keys: those of a directory, or those that all sandboxes of the process share.
actor KeyRing {
    static let shared = KeyRing()

    private var making: Task<Result<SandboxKeys, SandboxError>, Never>?

    /// The keys for a configuration.
    static func keys(for configuration: SandboxConfiguration) async throws(SandboxError) -> SandboxKeys {
        if let directory = configuration.keptKeysDirectory {
            let store = KeyDirectory(path: directory)
            try store.prepare()
            return try await SandboxKeys.make(load: store.load, keep: store.keep)
        }
        return configuration.sharesKeys ? try await shared.keys() : try await SandboxKeys.make()
    }

    private func keys() async throws(SandboxError) -> SandboxKeys {
        let task =
            making
            ?? Task {
                do throws(SandboxError) {
                    return Result<SandboxKeys, SandboxError>.success(try await SandboxKeys.make())
                } catch {
                    return .failure(error)
                }
            }
        making = task
        return try await task.value.get()
    }
}
