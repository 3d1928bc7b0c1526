/// The kind of contact centre behind a Finesse server, in the server's own words.
///
/// Source: Finesse REST guide, "SystemInfo", `deploymentType`.
public struct DeploymentType: RawRepresentable, Hashable, Sendable, Codable {
    /// The server's word, in capitals.
    public var rawValue: String

    /// Takes the server's word; its case does not matter.
    ///
    /// - Parameter rawValue: The word as it stands in the answer.
    public init(rawValue: String) {
        self.rawValue = rawValue.uppercased()
    }

    /// Unified Contact Center Enterprise (and Packaged CCE): login name and login id differ.
    public static let enterprise = Self(rawValue: "UCCE")
    /// Unified Contact Center Express: user name, login name and login id are one and the same.
    public static let express = Self(rawValue: "UCCX")

    /// True when a login name must be turned into a login id before any other call.
    ///
    /// Everything but Unified CCX: on a kind that is not known the look-up does no harm.
    public var needsLoginIDLookup: Bool { self != .express }
}

extension DeploymentType: CustomStringConvertible {
    /// The server's word.
    public var description: String { rawValue }
}
