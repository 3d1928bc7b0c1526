extension SandboxConfiguration {
    /// The keys that are chosen at the start only: what listens, under which names, with which keys.
    private static let startOnly:
        [(key: String, isSame: @Sendable (SandboxConfiguration, SandboxConfiguration) -> Bool)] = [
            ("finesseNodes", { $0.finesseNodes == $1.finesseNodes }),
            ("identityServiceNodes", { $0.identityServiceNodes == $1.identityServiceNodes }),
            ("identityProviderNodes", { $0.identityProviderNodes == $1.identityProviderNodes }),
            ("sites", { $0.sites == $1.sites }),
            ("hasPlainHop", { $0.hasPlainHop == $1.hasPlainHop }),
            ("control", { $0.control == $1.control }),
            ("keysDirectory", { $0.keysDirectory == $1.keysDirectory }),
            ("sharesKeys", { $0.sharesKeys == $1.sharesKeys }),
            ("stateFile", { $0.stateFile == $1.stateFile }),
        ]

    /// The names of these keys.
    static var startOnlyKeys: [String] { startOnly.map(\.key) }

    /// The first key that a running sandbox cannot change from one configuration to another.
    ///
    /// - Parameter next: The other configuration.
    /// - Returns: The key, or nothing when a running sandbox can take the other configuration.
    func keyThatNeedsStart(for next: SandboxConfiguration) -> String? {
        Self.startOnly.first { !$0.isSame(self, next) }?.key
    }
}
