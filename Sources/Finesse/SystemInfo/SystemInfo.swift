public import FinesseTypes
public import XMLTree

/// What a Finesse system says of itself.
///
/// A view on the element as it came: what is not named here is still in ``element``. Every field may be absent.
///
/// Source: Finesse REST guide, "SystemInfo".
public struct SystemInfo: Hashable, Sendable {
    /// The element as it came.
    public let element: XMLElement

    /// Takes the element as it came.
    ///
    /// - Parameter element: A `SystemInfo` element; nothing about it is checked.
    public init(element: XMLElement) {
        self.element = element
    }

    /// How users prove who they are; nil when the word is absent or not known.
    public var authenticationMode: AuthenticationMode? {
        authenticationModeWord.flatMap(AuthenticationMode.init(serverWord:))
    }
    /// The server's own word for it (wire name `systemAuthMode`).
    public var authenticationModeWord: String? { element.text(of: "systemAuthMode") }
    /// UCCE or UCCX (wire name `deploymentType`).
    public var deploymentType: DeploymentType? {
        element.text(of: "deploymentType").map(DeploymentType.init(rawValue:))
    }
    /// `IN_SERVICE`, `PARTIAL_SERVICE` or `OUT_OF_SERVICE` (wire name `status`).
    public var status: String? { element.text(of: "status") }
    /// Why it is not in service (wire name `statusReason`).
    public var statusReason: String? { element.text(of: "statusReason") }
    /// The server's clock, ISO 8601 (wire name `currentTimestamp`).
    public var currentTimestamp: String? { element.text(of: "currentTimestamp") }
    /// The server's distance from UTC in minutes (wire name `timezoneOffset`).
    public var timezoneOffset: Int? { number("timezoneOffset") }
    /// The primary node (wire name `primaryNode`).
    public var primaryNode: Node? { element.child(named: "primaryNode").flatMap(Node.init) }
    /// The secondary node; absent in a system of one node (wire name `secondaryNode`).
    public var secondaryNode: Node? { element.child(named: "secondaryNode").flatMap(Node.init) }
    /// The domain of the notification service (wire name `xmppDomain`).
    public var xmppDomain: String? { element.text(of: "xmppDomain") }
    /// The publish-subscribe domain of the notification service (wire name `xmppPubSubDomain`).
    public var xmppPubSubDomain: String? { element.text(of: "xmppPubSubDomain") }
    /// The path of this resource (wire name `uri`).
    public var uri: String? { element.text(of: "uri") }
    /// The licence (wire name `license`).
    public var license: String? { element.text(of: "license") }
    /// The id of the peripheral gateway (wire name `peripheralId`).
    public var peripheralID: String? { element.text(of: "peripheralId") }
    /// The version of the CTI protocol (wire name `ctiVersion`).
    public var ctiVersion: String? { element.text(of: "ctiVersion") }
    /// The seconds between heartbeats of the CTI link (wire name `ctiHeartbeatInterval`).
    public var ctiHeartbeatInterval: Int? { number("ctiHeartbeatInterval") }
    /// `success` or `failure` (wire name `lastCTIHeartbeatStatus`).
    public var lastCTIHeartbeatStatus: String? { element.text(of: "lastCTIHeartbeatStatus") }
    /// Milliseconds since 1970 of the last good heartbeat (wire name `lastSuccessCTIHeartbeatTime`).
    public var lastSuccessCTIHeartbeatTime: Int? { number("lastSuccessCTIHeartbeatTime") }
    /// The maintenance mode of the CTI server (wire name `ctiMMode`).
    public var ctiMaintenanceMode: String? { element.text(of: "ctiMMode") }
    /// The time the CTI server has been in maintenance; negative when it is not (wire name `ctiTimeInMMode`).
    public var ctiTimeInMaintenanceMode: Int? { number("ctiTimeInMMode") }
    /// The maintenance mode of Finesse (wire name `finesseMMode`).
    public var finesseMaintenanceMode: String? { element.text(of: "finesseMMode") }
    /// The time Finesse has been in maintenance; negative when it is not (wire name `finesseTimeInMMode`).
    public var finesseTimeInMaintenanceMode: Int? { number("finesseTimeInMMode") }
    /// The CTI servers that the system knows, in its order (wire name `ctiServers/ctiServer`).
    public var ctiServers: [CTIServer] {
        element.child(named: "ctiServers")?.children(named: "ctiServer").map(CTIServer.init) ?? []
    }

    private func number(_ name: String) -> Int? { element.text(of: name).flatMap { Int($0) } }
}

extension SystemInfo {
    /// One Finesse node.
    public struct Node: Hashable, Sendable {
        /// Its host name (wire name `host`).
        public var host: String
        /// Its HTTPS port, from release 12.6(2) on (wire name `httpsPort`).
        public var httpsPort: UInt16?
        /// Its plain notification port (wire name `xmppPort`).
        public var xmppPort: UInt16?
        /// Its notification port over TLS (wire name `xmppSecurePort`).
        public var xmppSecurePort: UInt16?

        init?(_ element: XMLElement) {
            guard let host = element.text(of: "host") else { return nil }
            self.host = host
            httpsPort = element.text(of: "httpsPort").flatMap { UInt16($0) }
            xmppPort = element.text(of: "xmppPort").flatMap { UInt16($0) }
            xmppSecurePort = element.text(of: "xmppSecurePort").flatMap { UInt16($0) }
        }
    }

    /// One CTI server.
    public struct CTIServer: Hashable, Sendable {
        /// Its host name (wire name `host`).
        public var host: String?
        /// How long Finesse has been connected to it, in the server's words (wire name `connectedDuration`).
        public var connectedDuration: String?
        /// Whether it is the one in use (wire name `active`).
        public var isActive: Bool

        init(_ element: XMLElement) {
            host = element.text(of: "host")
            connectedDuration = element.text(of: "connectedDuration")
            isActive = element.text(of: "active")?.lowercased() == "true"
        }
    }
}
