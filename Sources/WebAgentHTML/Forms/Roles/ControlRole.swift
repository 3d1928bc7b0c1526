/// What a control of a login page is for.
public enum ControlRole: String, Hashable, Sendable, CaseIterable {
    /// The name that says who signs in.
    case username
    /// The password.
    case password
    /// A code that is used once.
    case oneTimeCode
}

extension Document {
    /// The control of the page that has a role.
    ///
    /// Every page is judged by the same general signs: type, `autocomplete`, words of the label, the name and the identifier,
    /// and the place before a password. What the page hides or disables can't be filled and has no role.
    ///
    /// - Parameter role: the role.
    /// - Returns: the control that has the most signs of it, the first of equals; `nil` if none has any.
    public func control(for role: ControlRole) -> NodeID? {
        roles()[role]
    }

    /// The controls of the page that have a role.
    ///
    /// - Returns: for each role that is there the control with the most signs of it; none has two roles.
    public func roles() -> [ControlRole: NodeID] {
        let matcher = RoleMatcher(self)
        var found: [ControlRole: NodeID] = [:]
        var taken: Set<NodeID> = []
        for role in [ControlRole.password, .oneTimeCode, .username] {
            let best = matcher.signs.filter { !taken.contains($0.control) && $0.score(for: role) > 0 }
                .max { ($0.score(for: role), $1.order) < ($1.score(for: role), $0.order) }
            guard let best, best.bestRole == role || role == .username else { continue }
            found[role] = best.control
            taken.insert(best.control)
        }
        return found
    }
}
