public import FinesseTypes
public import XMLTree

/// The database of the contact centre that Finesse reads its users from (Unified CCE).
///
/// Source: Finesse REST guide, "EnterpriseDatabaseConfig".
public struct EnterpriseDatabaseConfig: FinesseObject {
    /// `EnterpriseDatabaseConfig`.
    public static let elementName = "EnterpriseDatabaseConfig"
    /// The element as it came.
    public let element: XMLElement

    /// Takes the element as it came.
    ///
    /// - Parameter element: A `EnterpriseDatabaseConfig` element; nothing about it is checked.
    public init(element: XMLElement) {
        self.element = element
    }

    /// The host name (wire name `host`).
    public var host: String? { element.field("host") }
    /// The host name of the second one (wire name `backupHost`).
    public var backupHost: String? { element.field("backupHost") }
    /// The port (wire name `port`).
    public var port: Int? { element.number("port") }
    /// The database's name (wire name `databaseName`).
    public var databaseName: String? { element.field("databaseName") }
    /// The user's domain; empty for a user of the database itself (wire name `domain`).
    public var domain: String? { element.field("domain") }
    /// The user's name (wire name `username`).
    public var userName: String? { element.field("username") }
    /// The user's password, where the server tells it (wire name `password`).
    public var password: Password? { element.first("password").map { Password($0.text) } }
}
