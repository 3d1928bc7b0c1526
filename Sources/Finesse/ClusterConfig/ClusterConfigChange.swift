public import XMLTree

/// Which node shall be the second of the cluster; the web server must be restarted afterwards.
///
/// Source: Finesse REST guide, "ClusterConfig: Set".
public struct ClusterConfigChange: FinesseChange {
    /// The host name of the second node.
    public var secondaryHost: String?
    /// Further elements, written as they are.
    public var further: [XMLElement]

    /// Makes a change of what is given.
    ///
    /// - Parameters:
    ///   - secondaryHost: The host name of the second node.
    ///   - further: Further elements, written as they are.
    public init(secondaryHost: String? = nil, further: [XMLElement] = []) {
        self.secondaryHost = secondaryHost
        self.further = further
    }

    /// Makes the change that writes the configuration back as it was read, with all it has beyond the documents.
    ///
    /// - Parameter cluster: The object as it was read.
    public init(_ cluster: ClusterConfig) {
        self.init(
            secondaryHost: cluster.secondaryHost,
            further: cluster.element.elements(besides: ["uri", "id", "secondaryNode"])
        )
    }

    /// The element that is sent.
    public var element: XMLElement {
        var builder = ElementBuilder(ClusterConfig.elementName)
        builder.add(secondaryHost.map { XMLElement("secondaryNode", elements: [XMLElement("host", text: $0)]) })
        builder.add(further)
        return builder.element
    }
}
