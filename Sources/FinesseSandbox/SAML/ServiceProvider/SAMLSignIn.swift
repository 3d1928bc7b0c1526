/// What an accepted response says.
package struct SAMLSignIn: Hashable, Sendable {
    /// The user id as the contact centre knows it; never empty.
    package var uid: String
    /// The user and the realm, `uid@realm`; never empty.
    package var userPrincipal: String
    /// The subject's transient name.
    package var nameID: String
    /// The request that was answered.
    package var inResponseTo: String
    /// The identity provider.
    package var issuer: String
    /// The assertion's identifier.
    package var assertionID: String
    /// When the subject proved who it is.
    package var authnInstant: SandboxInstant?
    /// The session at the identity provider.
    package var sessionIndex: String?
    /// When the service provider's session has to end.
    package var sessionNotOnOrAfter: SandboxInstant?
    /// All attributes by name.
    package var attributes: [String: [String]]
}

/// What a service provider makes of a response.
package enum ResponseVerdict: Hashable, Sendable {
    /// The response is trusted.
    case accepted(SAMLSignIn)
    /// The response is refused.
    case refused(ResponseRefusal)
}

/// What a service provider lets pass.
package struct ResponsePolicy: Hashable, Sendable {
    /// How far the clocks of both parties may be apart.
    package var clockSkew: Duration

    /// Whether SHA-1 is good enough, as it was before release 12.5.
    package var acceptsSHA1: Bool

    /// Whether a signed assertion in an unsigned response is good enough; Cisco's identity service refuses it.
    package var acceptsAssertionOnly: Bool

    /// Whether a name of no stated format is good enough in place of a transient one.
    package var acceptsUnspecifiedName: Bool

    /// Creates a policy.
    ///
    /// - Parameters:
    ///   - clockSkew: How far the clocks of both parties may be apart; none, as Cisco's documents imply.
    ///   - acceptsSHA1: Whether SHA-1 is good enough.
    ///   - acceptsAssertionOnly: Whether a signed assertion in an unsigned response is good enough.
    ///   - acceptsUnspecifiedName: Whether a name of no stated format is good enough in place of a transient one.
    package init(
        clockSkew: Duration = .zero,
        acceptsSHA1: Bool = false,
        acceptsAssertionOnly: Bool = false,
        acceptsUnspecifiedName: Bool = false
    ) {
        self.clockSkew = clockSkew
        self.acceptsSHA1 = acceptsSHA1
        self.acceptsAssertionOnly = acceptsAssertionOnly
        self.acceptsUnspecifiedName = acceptsUnspecifiedName
    }
}
