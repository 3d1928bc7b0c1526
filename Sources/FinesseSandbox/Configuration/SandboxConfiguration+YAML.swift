internal import FoundationEssentials
internal import Yams

extension SandboxConfiguration {
    /// Reads a configuration from YAML; what the text leaves out keeps its default.
    ///
    /// The keys are the names of this type's properties. Spans are written `300s`, `20ms`, `5m` or `2h`, joined sites as
    /// `sites: {parent: contact.example}`, another user's session as `session: {otherUser: mwitwicky}`.
    ///
    /// ```yaml
    /// authenticationMode: HYBRID
    /// tokens: {accessLifetime: 10m}
    /// failures: [metadataNotInitialized]
    /// ```
    ///
    /// - Parameter yaml: The text.
    /// - Throws: ``SandboxError/unreadable(line:reason:)`` when it is not YAML; ``SandboxError/configuration(key:reason:)``
    ///   for a key that is unknown or whose value cannot be used.
    public init(yaml: String) throws(SandboxError) {
        self.init()
        let node: Node?
        do {
            node = try Yams.compose(yaml: yaml)
        } catch let error as YamlError {
            throw Self.unreadable(error)
        } catch {
            throw .unreadable(line: nil, reason: "the parser gave up")
        }
        if let node {
            var reader = try ConfigurationReader(node)
            try read(&reader)
            try reader.finish()
        }
        try validate()
    }

    private static func unreadable(_ error: YamlError) -> SandboxError {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            .unreadable(line: mark.line, reason: problem)
        default:
            .unreadable(line: nil, reason: "the parser gave up")
        }
    }

    private mutating func read(_ reader: inout ConfigurationReader) throws(SandboxError) {
        try reader.read("deployment", into: &deployment)
        try reader.read("authenticationMode", into: &authenticationMode)
        try reader.read("realm", into: &realm)
        try reader.read("checksCookies", into: &checksCookies)
        try reader.read("hasPlainHop", into: &hasPlainHop)
        try reader.read("sharesKeys", into: &sharesKeys)
        keysDirectory = try reader.string("keysDirectory") ?? keysDirectory
        try reader.section("sites") { section throws(SandboxError) in
            if let parent = try section.string("parent") { sites = .joined(parent: parent) }
        }
        finesseNodes = try reader.list("finesseNodes", Self.node) ?? finesseNodes
        identityServiceNodes = try reader.list("identityServiceNodes", Self.node) ?? identityServiceNodes
        identityProviderNodes = try reader.list("identityProviderNodes", Self.node) ?? identityProviderNodes
        try reader.section("tokens") { section throws(SandboxError) in try tokens.read(&section) }
        try reader.section("desktop") { section throws(SandboxError) in try desktop.read(&section) }
        try reader.section("identityService") { section throws(SandboxError) in try identityService.read(&section) }
        try reader.section("identityProvider") { section throws(SandboxError) in try identityProvider.read(&section) }
        for (index, word) in (try reader.strings("failures") ?? []).enumerated() {
            failures.insert(try ConfigurationReader.choice(word, key: "failures[\(index)]"))
        }
        users = try reader.list("users", Self.user) ?? users
        teams = try reader.list("teams", Self.team) ?? teams
    }

    private static func node(_ reader: inout ConfigurationReader) throws(SandboxError) -> SandboxNode {
        guard let host = try reader.string("host") else {
            throw .configuration(key: reader.name(of: "host"), reason: "is needed")
        }
        var node = SandboxNode(host: host)
        try reader.read("address", into: &node.address)
        try reader.read("port", into: &node.port)
        node.advertisedPort = try reader.integer("advertisedPort")
        node.certificate = try reader.choice("certificate")
        return node
    }

    private static func user(_ reader: inout ConfigurationReader) throws(SandboxError) -> SandboxUser {
        func needed(_ key: String) throws(SandboxError) -> String {
            guard let value = try reader.string(key) else {
                throw .configuration(key: reader.name(of: key), reason: "is needed")
            }
            return value
        }
        var user = SandboxUser(
            loginName: try needed("loginName"),
            loginId: try needed("loginId"),
            password: SandboxPassword(try needed("password"))
        )
        try reader.read("firstName", into: &user.firstName)
        try reader.read("lastName", into: &user.lastName)
        try reader.read("teamId", into: &user.teamId)
        user.roles = try reader.strings("roles") ?? user.roles
        user.userPrincipal = try reader.string("userPrincipal")
        try reader.read("usesSSO", into: &user.usesSSO)
        try reader.read("isLocked", into: &user.isLocked)
        try reader.read("hasExpiredPassword", into: &user.hasExpiredPassword)
        user.dialogsId = try reader.string("dialogsId")
        return user
    }

    private static func team(_ reader: inout ConfigurationReader) throws(SandboxError) -> SandboxTeam {
        var team = SandboxTeam(id: "", name: "")
        try reader.read("id", into: &team.id)
        try reader.read("name", into: &team.name)
        guard !team.id.isEmpty else { throw .configuration(key: reader.name(of: "id"), reason: "is needed") }
        return team
    }
}

extension SandboxTokenSettings {
    fileprivate mutating func read(_ reader: inout ConfigurationReader) throws(SandboxError) {
        try reader.read("form", into: &form)
        try reader.read("userID", into: &userID)
        try reader.read("accessLifetime", into: &accessLifetime)
        try reader.read("refreshLifetime", into: &refreshLifetime)
        try reader.read("codeLifetime", into: &codeLifetime)
        try reader.read("keepsDocumentedBounds", into: &keepsDocumentedBounds)
        try reader.read("refreshLifetimeSlides", into: &refreshLifetimeSlides)
    }
}

extension SandboxDesktopSettings {
    fileprivate mutating func read(_ reader: inout ConfigurationReader) throws(SandboxError) {
        try reader.read("callbackAnswer", into: &callbackAnswer)
        try reader.read("readsUserNameFromCookieOnly", into: &readsUserNameFromCookieOnly)
        try reader.read("alwaysReturnsUser", into: &alwaysReturnsUser)
        try reader.read("refreshReturnsRefreshToken", into: &refreshReturnsRefreshToken)
        try reader.read("refreshAcceptsGET", into: &refreshAcceptsGET)
        try reader.read("expiredRefreshAnswer", into: &expiredRefreshAnswer)
        try reader.read("refreshInvalidatesOldPair", into: &refreshInvalidatesOldPair)
        try reader.read("sessionAnswersDirectly", into: &sessionAnswersDirectly)
        try reader.read("testOutcome", into: &testOutcome)
        try reader.read("servesUserAuthMode", into: &servesUserAuthMode)
        try reader.read("stateChangeDelay", into: &stateChangeDelay)
        secondaryNode = try reader.string("secondaryNode") ?? secondaryNode
        try reader.read("clockOffset", intoOffset: &clockOffset)
    }
}

extension SandboxIdentityServiceSettings {
    fileprivate mutating func read(_ reader: inout ConfigurationReader) throws(SandboxError) {
        try reader.read("clientID", into: &clientID)
        try reader.read("requestBinding", into: &requestBinding)
        try reader.read("publishesMetaAlias", into: &publishesMetaAlias)
        try reader.read("remembersUsers", into: &remembersUsers)
        try reader.read("clockOffset", intoOffset: &clockOffset)
        if let metadata = try reader.string("foreignProviderMetadata") {
            foreignProviderMetadata = Array(metadata.utf8)
        }
    }
}

extension SandboxIdentityProviderSettings {
    fileprivate mutating func read(_ reader: inout ConfigurationReader) throws(SandboxError) {
        try reader.read("completesUserNames", into: &completesUserNames)
        oneTimeCode = try reader.string("oneTimeCode") ?? oneTimeCode
        try reader.read("asksForConsent", into: &asksForConsent)
        try reader.read("asksToStaySignedIn", into: &asksToStaySignedIn)
        try reader.read("sessionLifetime", into: &sessionLifetime)
        try reader.read("clockOffset", intoOffset: &clockOffset)
        if let path = try reader.string("jQueryFile") {
            guard let content = FileManager.default.contents(atPath: path) else {
                throw .configuration(key: reader.name(of: "jQueryFile"), reason: "is no file that can be read")
            }
            jQuery = Array(content)
        }
        guard let node = reader.node("session") else { return }
        switch node {
        case .scalar(let word) where word.string == "kept": session = .kept
        case .scalar(let word) where word.string == "forgotten": session = .forgotten
        case .mapping:
            try reader.section("session") { section throws(SandboxError) in
                if let name = try section.string("otherUser") { session = .otherUser(name) }
            }
        default:
            throw .configuration(
                key: reader.name(of: "session"),
                reason: "must be kept, forgotten or a mapping with otherUser"
            )
        }
    }
}
