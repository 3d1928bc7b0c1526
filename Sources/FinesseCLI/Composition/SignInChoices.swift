/// What a command line says of signing in, beyond where.
struct SignInChoices: Hashable, Sendable {
    /// Whether a page that only asks for consent is answered with yes.
    var acceptsConsent = false

    /// Origins that a password may be filled into, beside those of the profile: `https://host[:port]`.
    var passwordOrigins: [String] = []

    /// Origins that a password may go to without encryption: `http://host:port`.
    var plainPasswordOrigins: [String] = []
}
