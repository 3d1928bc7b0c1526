extension SandboxConfiguration {
    /// Gives Finesse and the identity service a second node each, where they have one.
    ///
    /// The second node is named after the first, `finesse2` beside `finesse1`, `ids2` beside `ids`, and listens on an address of
    /// its own.
    public mutating func addSecondaryNodes() {
        Self.addSecond(&finesseNodes, address: "127.0.0.24")
        Self.addSecond(&identityServiceNodes, address: "127.0.0.25")
    }

    private static func addSecond(_ nodes: inout [SandboxNode], address: String) {
        guard let first = nodes.first, nodes.count == 1 else { return }
        let labels = first.host.split(separator: ".", maxSplits: 1).map(String.init)
        guard let name = labels.first else { return }
        var second = first
        second.host = ([(name.hasSuffix("1") ? String(name.dropLast()) : name) + "2"] + labels.dropFirst())
            .joined(separator: ".")
        second.address = address
        nodes.append(second)
    }
}
