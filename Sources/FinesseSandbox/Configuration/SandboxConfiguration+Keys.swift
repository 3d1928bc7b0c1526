internal import FoundationEssentials
internal import Yams

// Every key of a configuration, once: what is read here is also what is shown and described.

extension SandboxConfiguration {
    /// Every key with its present value.
    func keys() throws(SandboxError) -> [ConfigurationKey] {
        var copy = self
        return try ConfigurationReader.describe { reader throws(SandboxError) in try copy.read(&reader) }
    }

    /// The keys with their present values as JSON; what is secret is left out.
    package func document() throws(SandboxError) -> JSONText { ConfigurationKey.values(try keys()) }

    /// The JSON Schema of a configuration, or of what is merged into one.
    package static func schema() throws(SandboxError) -> JSONText {
        ConfigurationKey.schema(try SandboxConfiguration().keys())
    }

    /// The dotted name of every key, those of a list's elements below the list's own.
    package func keyNames() throws(SandboxError) -> [String] {
        func names(_ keys: [ConfigurationKey], _ path: String) -> [String] {
            keys.flatMap { key -> [String] in
                switch key.kind {
                case .section(let inner), .list(let inner): names(inner, path + key.name + ".")
                default: [path + key.name]
                }
            }
        }
        return names(try keys(), "")
    }

    /// Reads every key that is there.
    ///
    /// - Parameters:
    ///   - reader: The mapping.
    ///   - release: The release to start from, in place of the one that is named there.
    ///   - readsFiles: Whether a key may name a file to be read.
    /// - Throws: ``SandboxError/configuration(key:reason:)`` for a key that is unknown or whose value cannot be used.
    mutating func read(
        _ reader: inout ConfigurationReader,
        release: SandboxRelease? = nil,
        readsFiles: Bool = true
    ) throws(SandboxError) {
        var named = self.release
        try reader.read("release", into: &named)
        if let release { apply(release) } else if reader.node("release") != nil { apply(named) }
        try reader.read("deployment", into: &deployment)
        try reader.read("authenticationMode", into: &authenticationMode)
        try reader.read("realm", into: &realm)
        try reader.read("checksCookies", into: &checksCookies)
        try reader.read("hasPlainHop", into: &hasPlainHop)
        try reader.read("sharesKeys", into: &sharesKeys)
        try reader.read("keysDirectory", into: &keysDirectory)
        try reader.section("control") { section throws(SandboxError) in
            try section.read("isServed", into: &control.isServed)
            try section.read("port", into: &control.port)
        }
        try reader.read("stateFile", into: &stateFile)
        var parent = sites.parent
        try reader.section("sites") { section throws(SandboxError) in try section.read("parent", into: &parent) }
        sites = parent.map { .joined(parent: $0) } ?? .apart
        let node = SandboxNode(host: "")
        try reader.read("finesseNodes", into: &finesseNodes, new: node, Self.read)
        try reader.read("identityServiceNodes", into: &identityServiceNodes, new: node, Self.read)
        try reader.read("identityProviderNodes", into: &identityProviderNodes, new: node, Self.read)
        try reader.section("tokens") { section throws(SandboxError) in try tokens.read(&section) }
        try reader.section("desktop") { section throws(SandboxError) in try desktop.read(&section) }
        try reader.section("identityService") { section throws(SandboxError) in try identityService.read(&section) }
        try reader.section("identityProvider") { section throws(SandboxError) in
            try identityProvider.read(&section, readsFiles: readsFiles)
        }
        try reader.section("contactCentre") { section throws(SandboxError) in try contactCentre.read(&section) }
        try reader.read("failures", into: &failures)
        try readFaults(&reader)
        try readUsers(&reader)
        let team = SandboxTeam(id: "", name: "")
        try reader.read("teams", into: &teams, new: team) { reader, team throws(SandboxError) in
            try reader.read("id", into: &team.id)
            try reader.read("name", into: &team.name)
            if team.id.isEmpty, !reader.isDescribing { throw reader.missing("id") }
        }
        try readCatalogues(&reader)
    }

    private static func read(_ reader: inout ConfigurationReader, _ node: inout SandboxNode) throws(SandboxError) {
        if reader.node("host") == nil, !reader.isDescribing { throw reader.missing("host") }
        try reader.read("host", into: &node.host)
        try reader.read("address", into: &node.address)
        try reader.read("port", into: &node.port)
        try reader.read("advertisedPort", into: &node.advertisedPort)
        try reader.read("certificate", into: &node.certificate)
    }

    /// The users, all of them as a list or some of them as a mapping from login names.
    private mutating func readUsers(_ reader: inout ConfigurationReader) throws(SandboxError) {
        if reader.hasMapping("users") {
            return try reader.section("users") { section throws(SandboxError) in
                for index in users.indices {
                    try section.section(users[index].loginName) { section throws(SandboxError) in
                        try users[index].read(&section)
                    }
                }
            }
        }
        let known = Dictionary(users.map { ($0.loginName, $0.password) }, uniquingKeysWith: { first, _ in first })
        let new = SandboxUser(loginName: "", loginId: "", password: "")
        try reader.read("users", into: &users, new: new) { reader, user throws(SandboxError) in
            for key in ["loginName", "loginId"] where reader.node(key) == nil && !reader.isDescribing {
                throw reader.missing(key)
            }
            let names = user.lastName
            try user.read(&reader)
            if user.lastName == names, names.isEmpty { user.lastName = user.loginId }
            // A list that was shown without its passwords can be put back as it is.
            guard reader.node("password") == nil, !reader.isDescribing else { return }
            guard let password = known[user.loginName] else { throw reader.missing("password") }
            user.password = password
        }
    }
}

extension SandboxUser {
    fileprivate mutating func read(_ reader: inout ConfigurationReader) throws(SandboxError) {
        try reader.read("loginName", into: &loginName)
        try reader.read("loginId", into: &loginId)
        if let text = try reader.secret("password") { password = SandboxPassword(text) }
        try reader.read("firstName", into: &firstName)
        try reader.read("lastName", into: &lastName)
        try reader.read("teamId", into: &teamId)
        try reader.read("roles", into: &roles)
        try reader.read("userPrincipal", into: &userPrincipal)
        try reader.read("usesSSO", into: &usesSSO)
        try reader.read("isLocked", into: &isLocked)
        try reader.read("hasExpiredPassword", into: &hasExpiredPassword)
        try reader.read("dialogsId", into: &dialogsId)
        try reader.read("wrapUpOnIncoming", into: &wrapUpOnIncoming)
        try reader.read("wrapUpOnOutgoing", into: &wrapUpOnOutgoing)
        try reader.read("wrapUpTimer", into: &wrapUpTimer)
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
        try reader.read("hasUserAuthMode", into: &hasUserAuthMode)
        try reader.read("servesUserAuthMode", into: &servesUserAuthMode)
        try reader.read("findsUsersByLoginName", into: &findsUsersByLoginName)
        try reader.read("systemInfoForm", into: &systemInfoForm)
        try reader.read("stateChangeDelay", into: &stateChangeDelay)
        try reader.read("failoverDuration", into: &failoverDuration)
        try reader.read("requestBurst", into: &requestBurst)
        try reader.read("blocksAfter", into: &blocksAfter)
        try reader.read("secondaryNode", into: &secondaryNode)
        try reader.read("clockOffset", intoOffset: &clockOffset)
    }
}

extension SandboxIdentityServiceSettings {
    fileprivate mutating func read(_ reader: inout ConfigurationReader) throws(SandboxError) {
        try reader.read("clientID", into: &clientID)
        try reader.read("requestBinding", into: &requestBinding)
        try reader.read("publishesMetaAlias", into: &publishesMetaAlias)
        try reader.read("publishesTokenKey", into: &publishesTokenKey)
        try reader.read("acceptsAssertionOnlySignatures", into: &acceptsAssertionOnlySignatures)
        try reader.read("acceptsSHA1", into: &acceptsSHA1)
        try reader.read("acceptsUnspecifiedNames", into: &acceptsUnspecifiedNames)
        try reader.read("remembersUsers", into: &remembersUsers)
        try reader.read("clockOffset", intoOffset: &clockOffset)
        var metadata = foreignProviderMetadata.map { String(decoding: $0, as: UTF8.self) }
        try reader.read("foreignProviderMetadata", into: &metadata)
        foreignProviderMetadata = metadata.map { Array($0.utf8) }
    }
}

extension SandboxIdentityProviderSettings {
    fileprivate mutating func read(
        _ reader: inout ConfigurationReader,
        readsFiles: Bool
    ) throws(SandboxError) {
        try reader.read("skin", into: &skin)
        try reader.read("language", into: &language)
        try reader.read("homeRealms", into: &homeRealms)
        try readSession(&reader)
        try reader.read("sessionLifetime", into: &sessionLifetime)
        try reader.read("completesUserNames", into: &completesUserNames)
        if let code = try reader.secret("oneTimeCode") { oneTimeCode = code.isEmpty ? nil : code }
        try reader.read("asksForConsent", into: &asksForConsent)
        try reader.read("asksToStaySignedIn", into: &asksToStaySignedIn)
        try reader.read("signs", into: &signs)
        try reader.read("signsWithSHA1", into: &signsWithSHA1)
        try reader.read("sendsUnspecifiedNames", into: &sendsUnspecifiedNames)
        try reader.read("clockOffset", intoOffset: &clockOffset)
        if let path = try reader.secret("jQueryFile") {
            guard readsFiles else {
                throw .configuration(key: reader.name(of: "jQueryFile"), reason: "can only be given at the start")
            }
            guard let content = FileManager.default.contents(atPath: path) else {
                throw .configuration(key: reader.name(of: "jQueryFile"), reason: "is no file that can be read")
            }
            jQuery = Array(content)
        }
    }

    private mutating func readSession(_ reader: inout ConfigurationReader) throws(SandboxError) {
        let present: JSONText =
            switch session {
            case .kept: .string("kept")
            case .forgotten: .string("forgotten")
            case .otherUser(let name): .object([("otherUser", .string(name))])
            }
        let other = JSONText.object([
            ("type", .string("object")), ("additionalProperties", .truth(false)),
            ("required", .array([.string("otherUser")])),
            ("properties", .object([("otherUser", .object([("type", .string("string"))]))])),
        ])
        let words = JSONText.object([("enum", .array([.string("kept"), .string("forgotten")]))])
        reader.note("session", .other(.object([("oneOf", .array([words, other]))])), present)
        guard let node = reader.node("session") else { return }
        switch node {
        case .scalar(let word) where word.string == "kept": session = .kept
        case .scalar(let word) where word.string == "forgotten": session = .forgotten
        case .mapping:
            var name: String?
            try reader.section("session") { section throws(SandboxError) in
                try section.read("otherUser", into: &name)
            }
            guard let name else { throw reader.missing("session.otherUser") }
            session = .otherUser(name)
        default:
            throw .configuration(
                key: reader.name(of: "session"),
                reason: "must be kept, forgotten or a mapping with otherUser"
            )
        }
    }
}
