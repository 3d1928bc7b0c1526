/// The requests on the nodes of the cluster, built and not sent.
///
/// Source: Finesse REST guide, "ClusterConfig APIs".
enum ClusterConfigRequests {
    static func show() -> FinesseRequest {
        FinesseRequest(.clusterConfig)
    }

    static func update(to change: ClusterConfigChange) -> FinesseRequest {
        FinesseRequest(.setClusterConfig, body: .element(change.element))
    }
}
