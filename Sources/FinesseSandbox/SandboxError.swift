/// Why a sandbox could not be configured or started.
public enum SandboxError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A value of the configuration cannot be used.
    case configuration(key: String, reason: String)
    /// A running sandbox cannot change a key of its configuration.
    case needsNewStart(key: String)
    /// The text of a configuration is not YAML.
    case unreadable(line: Int?, reason: String)
    /// Keys could not be made, read or kept.
    case keys(path: String?, reason: String)
    /// A certificate could not be made.
    case certificate(host: String, reason: String)
    /// A server could not listen.
    case listen(host: String, address: String, port: Int, reason: String)
    /// The SAML parts could not be set up.
    case saml(reason: String)
    /// A state file cannot be used.
    case state(path: String, reason: String)
    /// A snapshot cannot be put in place.
    case snapshot(reason: String)

    /// A sentence for people.
    public var description: String {
        switch self {
        case .configuration(let key, let reason):
            "The sandbox's configuration cannot be used: \(key): \(reason). Correct that key and start again."
        case .needsNewStart(let key):
            "The sandbox is running and cannot change \(key), which is chosen at the start. Nothing was changed; "
                + "stop it and start it with that key."
        case .unreadable(let line, let reason):
            "The sandbox's configuration is not readable YAML\(line.map { " (line \($0))" } ?? ""): \(reason)."
        case .keys(let path, let reason):
            "The sandbox's keys \(path.map { "in \($0) " } ?? "")could not be made or read: \(reason)."
        case .certificate(let host, let reason):
            "The certificate of \(host) could not be made: \(reason)."
        case .listen(let host, let address, let port, let reason):
            "The sandbox's \(host) could not listen on \(address):\(port): \(reason). "
                + "Choose another port, or 0 to let the system choose."
        case .saml(let reason):
            "The sandbox's SAML parts could not be set up. \(reason)"
        case .state(let path, let reason): "The sandbox's state in \(path) cannot be used: \(reason)."
        case .snapshot(let reason):
            "The snapshot cannot be put in place: \(reason). Take a new one."
        }
    }

    /// A bounded word for metrics.
    public var label: String {
        switch self {
        case .configuration: "configuration"
        case .needsNewStart: "needs_new_start"
        case .unreadable: "unreadable"
        case .keys: "keys"
        case .certificate: "certificate"
        case .listen: "listen"
        case .saml: "saml"
        case .state: "state"
        case .snapshot: "snapshot"
        }
    }
}
