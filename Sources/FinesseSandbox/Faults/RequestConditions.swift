/// What is different for one request than the configuration says.
///
/// It goes with the task that answers the request, so that no service has to hand it on.
struct RequestConditions: Hashable, Sendable {
    /// Failures that are switched on besides the configuration's.
    var failures: Set<SandboxFailure> = []
    /// Accounts that are in another state, by the users' names.
    var accounts: [String: SandboxFault.Account] = [:]

    /// The conditions of the request that is being answered.
    @TaskLocal static var current = RequestConditions()

    var isEmpty: Bool { failures.isEmpty && accounts.isEmpty }

    /// A configuration under these conditions.
    func applied(to configuration: SandboxConfiguration) -> SandboxConfiguration {
        guard !isEmpty else { return configuration }
        var configuration = configuration
        configuration.failures.formUnion(failures)
        for (name, account) in accounts {
            for index in configuration.users.indices where configuration.users[index].isNamed(name) {
                switch account {
                case .passwordExpired: configuration.users[index].hasExpiredPassword = true
                case .locked: configuration.users[index].isLocked = true
                }
            }
        }
        return configuration
    }
}

extension SandboxUser {
    fileprivate func isNamed(_ name: String) -> Bool {
        [loginName.lowercased(), loginId.lowercased()].contains(name.lowercased())
    }
}
