public import XMLTree

/// Which node is the second of the cluster (Unified CCE).
///
/// Source: Finesse REST guide, "ClusterConfig".
public struct ClusterConfig: FinesseObject {
    /// `ClusterConfig`.
    public static let elementName = "ClusterConfig"
    /// The element as it came.
    public let element: XMLElement

    /// Takes the element as it came.
    ///
    /// - Parameter element: A `ClusterConfig` element; nothing about it is checked.
    public init(element: XMLElement) {
        self.element = element
    }

    /// The host name of the second node; empty where there is none (wire name `secondaryNode/host`).
    public var secondaryHost: String? { element.first("secondaryNode")?.field("host") }
}
