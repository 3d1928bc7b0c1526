/// One of the three servers that take part in a sign-in.
public enum SandboxParty: String, CaseIterable, Hashable, Sendable {
    /// Cisco Finesse: desktop and REST.
    case finesse
    /// Cisco Identity Service, the OAuth server and SAML service provider.
    case identityService
    /// The SAML identity provider with the login page.
    case identityProvider
}
