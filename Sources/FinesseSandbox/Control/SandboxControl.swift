/// Where a running sandbox is controlled from outside its process, and what opens it.
///
/// Every request needs the token, as `Authorization: Bearer …`; a browser opens ``address`` once and keeps a cookie.
/// What may be asked is in `GET /control/openapi.json`.
public struct SandboxControl: Sendable, Hashable, CustomStringConvertible {
    /// The origin, such as `http://127.0.0.1:49152`: on loopback and without TLS.
    public let origin: String
    /// The token; it does not print itself.
    public let token: SandboxPassword

    /// The address that opens the control in a browser, with the token in it.
    public var address: String { origin + "/?token=" + token.characters }

    /// The origin.
    public var description: String { origin }
}

/// Whether a sandbox is controlled from outside its process.
public struct SandboxControlSettings: Hashable, Sendable {
    /// Whether the control is served.
    public var isServed = false
    /// The port on 127.0.0.1; 0 lets the system choose.
    public var port = 0

    /// Creates the default settings.
    public init() {}
}

extension FinesseSandbox {
    /// Where the sandbox is controlled from outside; nothing when that was not asked for at the start.
    public var control: SandboxControl? { controlListener?.control }
}
