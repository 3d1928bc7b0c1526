/// Writes the `SystemInfo` element.
///
/// Source: Finesse REST developer guide, "SystemInfo".
struct SystemInfoDocument: Sendable {
    var world: SandboxWorld
    var origins: SandboxOrigins

    private var configuration: SandboxConfiguration { world.configuration }

    /// The element.
    ///
    /// - Parameter status: `IN_SERVICE` or `OUT_OF_SERVICE`.
    /// - Returns: The element.
    func element(status: String) -> FinesseXML {
        let host = origins.host(.finesse)
        let nodes = origins.all(.finesse)
        let now = world.now(at: .finesse)
        return FinesseXML(
            "SystemInfo",
            children: [
                FinesseXML("currentTimestamp", now.timestamp),
                FinesseXML("deploymentType", configuration.deployment.rawValue),
                FinesseXML("lastCTIHeartbeatStatus", "success"),
                FinesseXML("lastSuccessCTIHeartbeatTime", String(now.milliseconds)),
                FinesseXML("ctiVersion", "23"),
                FinesseXML("ctiHeartbeatInterval", "2"),
            ] + maintenance + [
                FinesseXML("license", ""),
                FinesseXML("peripheralId", "5000"),
                FinesseXML(
                    "primaryNode",
                    children: [FinesseXML("host", nodes.first?.host ?? "")] + port(String(nodes.first?.port ?? 443))
                ),
            ] + secondaryNode(nodes.dropFirst().first) + [
                FinesseXML("status", status),
                FinesseXML("statusReason", status == "IN_SERVICE" ? "" : "the CTI link is down"),
                FinesseXML("systemAuthMode", configuration.authenticationMode.rawValue),
                FinesseXML("timezoneOffset", "0"),
                FinesseXML("uri", "/finesse/api/SystemInfo"),
                FinesseXML("xmppDomain", host),
                FinesseXML("xmppPubSubDomain", "pubsub.\(host)"),
            ]
        )
    }

    private func secondaryNode(_ node: SandboxOrigins.Place?) -> [FinesseXML] {
        if let node {
            return [
                FinesseXML("secondaryNode", children: [FinesseXML("host", node.host)] + port(String(node.port)))
            ]
        }
        guard let text = configuration.desktop.secondaryNode else { return [] }
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        let port = parts.count > 1 ? port(parts[1]) : []
        return [FinesseXML("secondaryNode", children: [FinesseXML("host", parts.first ?? "")] + port)]
    }

    /// A node's port, in the forms that have it; there is no notification service, so its ports are left out.
    private func port(_ port: String) -> [FinesseXML] {
        configuration.desktop.systemInfoForm == .short ? [] : [FinesseXML("httpsPort", port)]
    }

    /// The maintenance mode, which nobody has asked for.
    private var maintenance: [FinesseXML] {
        guard configuration.desktop.systemInfoForm == .full else { return [] }
        return [
            FinesseXML("ctiMMode", ""), FinesseXML("ctiTimeInMMode", "-1"), FinesseXML("finesseMMode", ""),
            FinesseXML("finesseTimeInMMode", "-1"),
        ]
    }
}
