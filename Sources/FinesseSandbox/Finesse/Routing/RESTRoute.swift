/// One call of the REST interface: what routes it, who may make it and what it does stand together.
struct RESTRoute: Sendable {
    /// Who may make a call.
    enum Audience: Sendable {
        /// Whoever has credentials.
        case user
        /// The user of the address.
        case own
        /// A supervisor, or the administrator.
        case supervisor
        /// The administrator.
        case administrator
        /// Everybody, without credentials.
        case anyone
    }

    /// The call's number in the reference's index.
    var api: String
    var method: String
    /// The path below `/finesse/api`, with a name in braces for each segment that varies.
    var path: String
    var who = Audience.user
    /// The only product that has it, if not both have.
    var platform: SandboxDeployment?
    /// Whether the primary node alone serves it.
    var isConfiguration = false
    /// Whether it is answered while Finesse is out of service.
    var saysStatus = false
    var perform: @Sendable (RESTCall) async -> SandboxAnswer
}
