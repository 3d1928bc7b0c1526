extension SandboxConfiguration {
    /// Checks that the configuration can be used.
    ///
    /// - Throws: ``SandboxError/configuration(key:reason:)`` for the first key that cannot.
    public func validate() throws(SandboxError) {
        try validateNodes()
        try validateUsers()
        try validateTokens()
        try validateOneTimeCode()
        try validateFaults()
        try validateContactCentre()
        try validateCatalogues()
        if authenticationMode == .hybrid, deployment == .uccx {
            throw .configuration(key: "authenticationMode", reason: "Unified CCX has no hybrid mode")
        }
        if !(0...65_535).contains(control.port) {
            throw .configuration(key: "control.port", reason: "must be 0 to 65535")
        }
        if realm.isEmpty || realm.contains("@") {
            throw .configuration(key: "realm", reason: "must be a domain name without @")
        }
        if desktop.stateChangeDelay < .zero {
            throw .configuration(key: "desktop.stateChangeDelay", reason: "must not be negative")
        }
        if desktop.failoverDuration < .zero {
            throw .configuration(key: "desktop.failoverDuration", reason: "must not be negative")
        }
        for (key, value) in [("requestBurst", desktop.requestBurst), ("blocksAfter", desktop.blocksAfter)]
        where !(0...10_000).contains(value) {
            throw .configuration(key: "desktop.\(key)", reason: "must be from 0 to 10000")
        }
        if !Self.isHex(identityService.clientID, digits: 40) {
            throw .configuration(key: "identityService.clientID", reason: "must be 40 lower-case hex digits")
        }
        if identityProvider.sessionLifetime <= .zero {
            throw .configuration(key: "identityProvider.sessionLifetime", reason: "must be positive")
        }
        if case .otherUser(let name) = identityProvider.session, !users.contains(where: { $0.loginName == name }) {
            throw .configuration(key: "identityProvider.session", reason: "there is no user \(name)")
        }
    }

    private func validateNodes() throws(SandboxError) {
        var hosts: Set<String> = []
        for party in SandboxParty.allCases {
            let key = "\(party.rawValue)Nodes"
            let nodes = nodes(of: party)
            let most = party == .identityProvider ? 1 : 2
            guard (1...most).contains(nodes.count) else {
                let wanted = most == 1 ? "exactly one node is needed" : "one or two nodes are needed"
                throw .configuration(key: key, reason: "\(wanted), \(nodes.count) given")
            }
            for (index, node) in nodes.enumerated() {
                try Self.validate(node, key: "\(key)[\(index)]")
                guard hosts.insert(host(of: party, node: index)).inserted else {
                    throw .configuration(key: "\(key)[\(index)].host", reason: "another server has the same name")
                }
            }
        }
        if let parent = sites.parent, !Self.isHostName(parent) {
            throw .configuration(key: "sites.parent", reason: "must be a lower-case domain name of two labels or more")
        }
    }

    private static func validate(_ node: SandboxNode, key: String) throws(SandboxError) {
        guard isHostName(node.host) else {
            throw .configuration(key: "\(key).host", reason: "must be a lower-case domain name of two labels or more")
        }
        let parts = node.address.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
        guard parts.count == 4, parts[0] == 127, !parts.contains(nil) else {
            throw .configuration(key: "\(key).address", reason: "must be a loopback address (127.x.y.z)")
        }
        guard (0...65_535).contains(node.port) else {
            throw .configuration(key: "\(key).port", reason: "must be 0 to 65535")
        }
        if let port = node.advertisedPort, !(1...65_535).contains(port) {
            throw .configuration(key: "\(key).advertisedPort", reason: "must be 1 to 65535")
        }
    }

    private func validateUsers() throws(SandboxError) {
        guard !users.isEmpty else { throw .configuration(key: "users", reason: "at least one user is needed") }
        var names: Set<String> = []
        let teamIds = Set(teams.map(\.id))
        for (index, user) in users.enumerated() {
            let key = "users[\(index)]"
            guard !user.loginName.isEmpty, !user.loginName.contains(where: { "@\\/".contains($0) }) else {
                throw .configuration(key: "\(key).loginName", reason: "must not be empty nor contain @, \\ or /")
            }
            guard !user.loginId.isEmpty else {
                throw .configuration(key: "\(key).loginId", reason: "must not be empty")
            }
            guard !user.password.characters.isEmpty else {
                throw .configuration(key: "\(key).password", reason: "must not be empty")
            }
            for name in Set([user.loginName.lowercased(), user.loginId.lowercased()])
            where !names.insert(name).inserted {
                throw .configuration(key: key, reason: "another user has the login name or login id \(name)")
            }
            guard teamIds.contains(user.teamId) else {
                throw .configuration(key: "\(key).teamId", reason: "there is no team \(user.teamId)")
            }
        }
    }

    private func validateOneTimeCode() throws(SandboxError) {
        guard let secret = identityProvider.oneTimeCode, ProviderCode.bytes(secret) == nil else { return }
        throw .configuration(key: "identityProvider.oneTimeCode", reason: "is no Base32")
    }

    private func validateTokens() throws(SandboxError) {
        let lifetimes: [(String, Duration, ClosedRange<Duration>)] = [
            ("tokens.accessLifetime", tokens.accessLifetime, .seconds(300) ... .seconds(7200)),
            ("tokens.refreshLifetime", tokens.refreshLifetime, .seconds(7200) ... .seconds(86_400)),
            ("tokens.codeLifetime", tokens.codeLifetime, .seconds(60) ... .seconds(600)),
        ]
        for (key, lifetime, bounds) in lifetimes {
            guard lifetime >= .seconds(1) else { throw .configuration(key: key, reason: "must be a second or more") }
            guard !tokens.keepsDocumentedBounds || bounds.contains(lifetime) else {
                throw .configuration(
                    key: key,
                    reason: "must lie within the documented \(bounds.lowerBound.wholeSeconds) to "
                        + "\(bounds.upperBound.wholeSeconds) seconds, or set tokens.keepsDocumentedBounds to false"
                )
            }
        }
    }

    private static func isHex(_ text: String, digits: Int) -> Bool {
        text.utf8.count == digits && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }

    private static func isHostName(_ name: String) -> Bool {
        let labels = name.split(separator: ".", omittingEmptySubsequences: false)
        return labels.count > 1
            && labels.allSatisfy { label in
                !label.isEmpty && label.first != "-" && label.last != "-"
                    && label.utf8.allSatisfy {
                        (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "-")
                    }
            }
    }
}
