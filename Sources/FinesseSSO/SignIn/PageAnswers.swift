/// How pages are answered that ask for more than a name and a password.
public struct PageAnswers: Hashable, Sendable {
    /// Where one-time codes come from; nil where a page that asks for one stops the sign-in.
    public var oneTimeCodes: OneTimeCodes?
    /// The realm to choose where a page offers several, by its words or its value; nil to go by the domain of the user name.
    public var realm: String?
    /// Whether a page that asks about it is told to keep the user signed in.
    ///
    /// Not unless told: the session of a shared machine's browser would outlast the agent's shift, and a silent sign-in works
    /// for as long as the ordinary session does.
    public var keepsSignedIn: Bool
    /// The origins that may see the operating system's ticket, as origins are written; the transport is told of them too.
    public var negotiateOrigins: Set<String>
    /// The rules for pages that the general rules do not get along with, the first ones first.
    public var rules: SignInRules

    /// Makes answers, each with the choice that suits most systems.
    ///
    /// - Parameters:
    ///   - oneTimeCodes: Where one-time codes come from.
    ///   - realm: The realm to choose where a page offers several.
    ///   - keepsSignedIn: Whether a page that asks about it is told to keep the user signed in.
    ///   - negotiateOrigins: The origins that may see the operating system's ticket.
    ///   - rules: The rules for pages that the general rules do not get along with.
    public init(
        oneTimeCodes: OneTimeCodes? = nil,
        realm: String? = nil,
        keepsSignedIn: Bool = false,
        negotiateOrigins: Set<String> = [],
        rules: SignInRules = .builtIn
    ) {
        self.oneTimeCodes = oneTimeCodes
        self.realm = realm
        self.keepsSignedIn = keepsSignedIn
        self.negotiateOrigins = negotiateOrigins
        self.rules = rules
    }
}
