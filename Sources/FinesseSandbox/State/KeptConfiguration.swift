/// What is kept of a configuration: everything that a running sandbox can change, its secrets too.
///
/// jQuery's text is left out: it comes from a file that is named at every start.
struct KeptConfiguration: Codable, Hashable, Sendable {
    /// Every key but the secret ones and those that are chosen at the start, as JSON.
    private var document: String
    /// The users' passwords, by login name.
    private var passwords: [String: String]
    /// The secret of the one-time codes.
    private var oneTimeCode: String?
    /// The administrator's password; an earlier release kept none.
    private var administratorPassword: String?

    init(_ configuration: SandboxConfiguration) throws(SandboxError) {
        var document = try configuration.document()
        if case .object(let members) = document {
            let fixed = Set(SandboxConfiguration.startOnlyKeys)
            document = .object(members.filter { !fixed.contains($0.name) })
        }
        self.document = document.text
        passwords = Dictionary(
            configuration.users.map { ($0.loginName, $0.password.characters) },
            uniquingKeysWith: { first, _ in first }
        )
        oneTimeCode = configuration.identityProvider.oneTimeCode
        administratorPassword = configuration.administrator.password.characters
    }

    /// The configuration that was kept.
    ///
    /// - Parameter present: What it goes into: what is chosen at the start stays.
    /// - Returns: The configuration.
    /// - Throws: ``SandboxError`` when this release cannot use it.
    func restored(into present: SandboxConfiguration) throws(SandboxError) -> SandboxConfiguration {
        var next = present
        // The document has the users without their passwords, and finds these at the users who are there.
        next.users = passwords.map { name, password in
            SandboxUser(loginName: name, loginId: name, password: SandboxPassword(password))
        }
        next.identityProvider.oneTimeCode = oneTimeCode
        if let administratorPassword { next.administrator.password = SandboxPassword(administratorPassword) }
        // JSON is YAML.
        try next.merge(yaml: document)
        return next
    }
}
