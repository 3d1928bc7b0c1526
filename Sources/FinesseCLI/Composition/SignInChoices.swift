/// What a command line says of signing in, beyond where.
struct SignInChoices: Hashable, Sendable {
    /// Whether a page that only asks for consent is answered with yes.
    var acceptsConsent = false

    /// Origins that a password may be filled into, beside those of the profile: `https://host[:port]`.
    var passwordOrigins: [String] = []

    /// Origins that a password may go to without encryption: `http://host:port`.
    var plainPasswordOrigins: [String] = []

    /// Where one-time codes come from; nil where no page that asks for one is to be answered.
    var codes: OneTimeCodeSource?

    /// The realm to choose where a page offers several.
    var realm: String?

    /// Whether a page that asks about it is told to keep the agent signed in.
    var keepsSignedIn = false

    /// Origins that may see a Kerberos ticket, beside those of the profile.
    var negotiateOrigins: [String] = []

    /// The file with rules for further pages.
    var rules: String?
}
