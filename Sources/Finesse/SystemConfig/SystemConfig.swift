public import XMLTree

/// How Finesse reaches the CTI servers of the contact centre (Unified CCE).
///
/// Source: Finesse REST guide, "SystemConfig".
public struct SystemConfig: FinesseObject {
    /// `SystemConfig`.
    public static let elementName = "SystemConfig"
    /// The element as it came.
    public let element: XMLElement

    /// Takes the element as it came.
    ///
    /// - Parameter element: A `SystemConfig` element; nothing about it is checked.
    public init(element: XMLElement) {
        self.element = element
    }

    /// The host name of the first one (wire name `cti/host`).
    public var host: String? { element.first("cti")?.field("host") }
    /// Its port (wire name `cti/port`).
    public var port: Int? { element.first("cti")?.number("port") }
    /// The host name of the second one (wire name `cti/backupHost`).
    public var backupHost: String? { element.first("cti")?.field("backupHost") }
    /// Its port (wire name `cti/backupPort`).
    public var backupPort: Int? { element.first("cti")?.number("backupPort") }
    /// The id of the peripheral gateway (wire name `cti/peripheralId`).
    public var peripheralID: String? { element.first("cti")?.field("peripheralId") }
    /// Whether the links are encrypted (wire name `cti/secure`).
    public var secure: Bool? { element.first("cti")?.flag("secure") }
}
