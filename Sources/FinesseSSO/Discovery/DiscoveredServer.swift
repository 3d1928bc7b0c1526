public import Finesse
public import FinesseTypes
public import HTTPTransport

/// A Finesse node that answered, and what is known of its system.
public struct DiscoveredServer: Hashable, Sendable {
    /// The node.
    public var origin: HTTPOrigin
    /// How the system's users sign in; given by hand or read.
    public var mode: AuthenticationMode
    /// The kind of contact centre; nil when nobody said.
    public var deployment: DeploymentType?
    /// What the system says of itself; nil when it was not asked or did not say.
    public var systemInfo: SystemInfo?

    /// Makes a server from its parts.
    ///
    /// - Parameters:
    ///   - origin: The node.
    ///   - mode: How the system's users sign in.
    ///   - deployment: The kind of contact centre.
    ///   - systemInfo: What the system says of itself.
    public init(
        origin: HTTPOrigin,
        mode: AuthenticationMode,
        deployment: DeploymentType? = nil,
        systemInfo: SystemInfo? = nil
    ) {
        self.origin = origin
        self.mode = mode
        self.deployment = deployment
        self.systemInfo = systemInfo
    }

    /// Whether a login id has to be looked up; a kind that nobody named is looked up, which does no harm.
    public var needsLoginIDLookup: Bool { deployment?.needsLoginIDLookup ?? true }
}
