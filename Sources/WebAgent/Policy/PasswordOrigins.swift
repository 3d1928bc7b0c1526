public import WebAgentURL

/// Which origins a password may be filled in at, and sent to.
public enum PasswordOrigins: Sendable {
    /// Every origin.
    case any

    /// These.
    case only(Set<Origin>)

    /// Those that someone says yes to.
    case ask(@Sendable (Origin) async -> Bool)

    func allows(_ origin: Origin) async -> Bool {
        switch self {
        case .any: true
        case .only(let origins): origins.contains(origin)
        case .ask(let question): await question(origin)
        }
    }
}
