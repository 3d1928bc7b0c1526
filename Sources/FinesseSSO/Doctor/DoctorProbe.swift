/// One thing that a doctor looks at.
///
/// The probes are values in a list: what each needs from those before it stands here, how its evidence is judged stands in
/// ``DoctorJudge``, and whoever performs them has the network.
///
/// Source: the order goes from the name to the last token; each step needs what the one before it has shown.
public enum DoctorProbe: String, CaseIterable, Hashable, Sendable {
    /// The server's name and its address.
    case name
    /// TLS of the Finesse node.
    case finesseTLS = "finesse-tls"
    /// What the system says of itself.
    case systemInfo = "system-info"
    /// The other Finesse node.
    case otherNode = "other-node"
    /// The system's mode.
    case mode
    /// The user's own mode, in a hybrid system.
    case userMode = "user-mode"
    /// The redirect to the identity service.
    case redirect
    /// TLS of the identity service.
    case identityServiceTLS = "ids-tls"
    /// The client and its redirect URI at the identity service.
    case client
    /// TLS of the identity provider.
    case identityProviderTLS = "idp-tls"
    /// The clocks of all of them.
    case clocks
    /// The page of the identity provider.
    case page
    /// Finesse's own test of single sign-on.
    case ssoTest = "sso-test"
    /// The sign-in.
    case signIn = "sign-in"
    /// What the tokens are made of.
    case tokens
    /// A refresh.
    case refresh
    /// The mapping of the user to a loginId.
    case loginID = "login-id"
    /// The walls around the pages.
    case walls

    /// What it is called.
    public var title: String {
        switch self {
        case .name: "name and address"
        case .finesseTLS: "TLS of Finesse"
        case .systemInfo: "SystemInfo"
        case .otherNode: "other node"
        case .mode: "mode"
        case .userMode: "mode of the user"
        case .redirect: "redirect to IdS"
        case .identityServiceTLS: "TLS of the IdS"
        case .client: "client at the IdS"
        case .identityProviderTLS: "TLS of the IdP"
        case .clocks: "clocks"
        case .page: "page of the IdP"
        case .ssoTest: "/desktop/sso/test"
        case .signIn: "sign-in"
        case .tokens: "tokens"
        case .refresh: "refresh"
        case .loginID: "loginId"
        case .walls: "walls of the pages"
        }
    }

    /// The probes that must have shown something before this one can.
    public var needs: [DoctorProbe] {
        switch self {
        case .name, .walls: []
        case .finesseTLS: [.name]
        case .systemInfo: [.finesseTLS]
        case .otherNode, .mode, .clocks: [.systemInfo]
        case .userMode: [.mode]
        case .redirect: [.finesseTLS, .mode, .userMode]
        case .identityServiceTLS: [.redirect]
        case .client: [.identityServiceTLS]
        case .identityProviderTLS: [.client]
        case .page: [.identityProviderTLS]
        case .ssoTest: [.page]
        case .signIn: [.mode, .userMode]
        case .tokens, .refresh, .loginID: [.signIn]
        }
    }
}
