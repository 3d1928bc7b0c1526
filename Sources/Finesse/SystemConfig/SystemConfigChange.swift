public import XMLTree

/// How Finesse shall reach the CTI servers; the web server must be restarted afterwards.
///
/// Source: Finesse REST guide, "SystemConfig: Set".
public struct SystemConfigChange: FinesseChange {
    /// The host name of the first one.
    public var host: String?
    /// Its port.
    public var port: Int?
    /// The host name of the second one.
    public var backupHost: String?
    /// The port of the second one.
    public var backupPort: Int?
    /// The id of the peripheral gateway.
    public var peripheralID: String?
    /// Whether the links are encrypted.
    public var secure: Bool?
    /// Further elements, written as they are.
    public var further: [XMLElement]

    /// Makes a change of what is given.
    ///
    /// - Parameters:
    ///   - host: The host name of the first one.
    ///   - port: Its port.
    ///   - backupHost: The host name of the second one.
    ///   - backupPort: The port of the second one.
    ///   - peripheralID: The id of the peripheral gateway.
    ///   - secure: Whether the links are encrypted.
    ///   - further: Further elements, written as they are.
    public init(
        host: String? = nil,
        port: Int? = nil,
        backupHost: String? = nil,
        backupPort: Int? = nil,
        peripheralID: String? = nil,
        secure: Bool? = nil,
        further: [XMLElement] = []
    ) {
        self.host = host
        self.port = port
        self.backupHost = backupHost
        self.backupPort = backupPort
        self.peripheralID = peripheralID
        self.secure = secure
        self.further = further
    }

    /// Makes the change that writes the configuration back as it was read, with all it has beyond the documents.
    ///
    /// - Parameter system: The object as it was read.
    public init(_ system: SystemConfig) {
        self.init(
            host: system.host,
            port: system.port,
            backupHost: system.backupHost,
            backupPort: system.backupPort,
            peripheralID: system.peripheralID,
            secure: system.secure,
            further: system.element.elements(besides: ["uri", "id", "cti"])
        )
    }

    /// The element that is sent.
    public var element: XMLElement {
        var builder = ElementBuilder(SystemConfig.elementName)
        var cti = ElementBuilder("cti")
        cti.add("host", host)
        cti.add("port", port)
        cti.add("backupHost", backupHost)
        cti.add("backupPort", backupPort)
        cti.add("peripheralId", peripheralID)
        cti.add("secure", secure)
        builder.add(cti.element)
        builder.add(further)
        return builder.element
    }
}
