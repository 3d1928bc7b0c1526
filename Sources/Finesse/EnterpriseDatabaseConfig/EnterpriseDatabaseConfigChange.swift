public import FinesseTypes
public import XMLTree

/// Which database Finesse shall read its users from; the web server must be restarted afterwards.
///
/// Source: Finesse REST guide, "EnterpriseDatabaseConfig: Set".
public struct EnterpriseDatabaseConfigChange: FinesseChange {
    /// The host name.
    public var host: String?
    /// The host name of the second one.
    public var backupHost: String?
    /// The port.
    public var port: Int?
    /// The database's name.
    public var databaseName: String?
    /// The user's domain; empty for a user of the database itself.
    public var domain: String?
    /// The user's name.
    public var userName: String?
    /// The user's password.
    public var password: Password?
    /// Further elements, written as they are.
    public var further: [XMLElement]

    /// Makes a change of what is given.
    ///
    /// - Parameters:
    ///   - host: The host name.
    ///   - backupHost: The host name of the second one.
    ///   - port: The port.
    ///   - databaseName: The database's name.
    ///   - domain: The user's domain; empty for a user of the database itself.
    ///   - userName: The user's name.
    ///   - password: The user's password.
    ///   - further: Further elements, written as they are.
    public init(
        host: String? = nil,
        backupHost: String? = nil,
        port: Int? = nil,
        databaseName: String? = nil,
        domain: String? = nil,
        userName: String? = nil,
        password: Password? = nil,
        further: [XMLElement] = []
    ) {
        self.host = host
        self.backupHost = backupHost
        self.port = port
        self.databaseName = databaseName
        self.domain = domain
        self.userName = userName
        self.password = password
        self.further = further
    }

    /// Makes the change that writes the configuration back as it was read, with all it has beyond the documents.
    ///
    /// - Parameter database: The object as it was read.
    public init(_ database: EnterpriseDatabaseConfig) {
        self.init(
            host: database.host,
            backupHost: database.backupHost,
            port: database.port,
            databaseName: database.databaseName,
            domain: database.domain,
            userName: database.userName,
            password: database.password,
            further: database.element.elements(besides: [
                "uri", "id", "host", "backupHost", "port", "databaseName", "domain", "username", "password",
            ])
        )
    }

    /// The element that is sent.
    public var element: XMLElement {
        var builder = ElementBuilder(EnterpriseDatabaseConfig.elementName)
        builder.add("host", host)
        builder.add("backupHost", backupHost)
        builder.add("port", port)
        builder.add("databaseName", databaseName)
        builder.add("domain", domain)
        builder.add("username", userName)
        builder.add("password", password?.reveal())
        builder.add(further)
        return builder.element
    }
}
