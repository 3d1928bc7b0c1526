/// How the parent names an element of the page.
public enum ControlTarget: Sendable, Hashable {
    /// The control with this part in a sign-in.
    case role(PageControlRole)
    /// The first element that matches this CSS selector.
    case selector(String)
    /// The first control with this name, or else this id.
    case name(String)
}

/// The part a control plays in a sign-in.
public enum PageControlRole: String, Sendable, Hashable, CaseIterable {
    /// Where the user's name goes.
    case username
    /// Where the password goes.
    case password
    /// Where a code goes that is used once.
    case oneTimeCode
}

extension ControlTarget: CustomStringConvertible {
    /// A sentence for people.
    public var description: String {
        switch self {
        case .role(.username): "the user name field"
        case .role(.password): "the password field"
        case .role(.oneTimeCode): "the one-time code field"
        case .selector(let selector): "the element matching \(selector)"
        case .name(let name): "the control named \(name)"
        }
    }
}
