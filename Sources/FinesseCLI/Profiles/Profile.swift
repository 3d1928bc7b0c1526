/// How to reach one Finesse system: what would otherwise be typed as options each time.
///
/// It is kept as YAML that a person may edit. It holds no password and no token.
struct Profile: Hashable, Sendable, Codable {
    /// The version of the file's form; another one is refused rather than guessed at.
    static let currentVersion = 1

    var version = Profile.currentVersion

    /// The Finesse host, with a port where it is known: `finesse1.xyz.com` or `finesse1.xyz.com:8445`.
    var server: String

    /// The system's other Finesse node, which is asked where the first one cannot serve, also before it has named it itself.
    var secondaryServer: String?

    /// The agent who signs in where none is named.
    var user: String?

    /// A PEM file of certificate authorities trusted beside the system's.
    var certificateAuthority: String?

    /// Where to connect in place of a name: `HOST:PORT:ADDRESS:PORT`, as curl's `--connect-to`.
    var connectTo: [String]?

    /// A proxy, as `http://host:port`.
    var proxy: String?

    /// The authentication mode, where it cannot be asked for: behind Cisco's reverse proxy it needs credentials.
    var authenticationMode: String?

    /// Certificates trusted for one origin only, PEM, by origin: `https://finesse1.xyz.com:8445`.
    var pins: [String: String]?

    /// The origins that a password may be filled into without asking.
    var passwordOrigins: [String]?

    /// The origins that may see a Kerberos ticket.
    var negotiateOrigins: [String]?

    /// The realm to choose where a page offers several, by its words.
    var realm: String?

    /// Whether a page that asks about it is told to keep the agent signed in.
    var keepSignedIn: Bool?

    /// A file with rules for further pages.
    var rules: String?

    /// Where tokens are kept; in files where nothing is said.
    var tokenStore: TokenStoreChoice?

    /// The program that shows pages, where it is not beside this one.
    var pageHost: String?

    /// True for a profile that a sandbox wrote, which the next sandbox may overwrite.
    var sandbox: Bool?

    enum CodingKeys: String, CodingKey, CaseIterable {
        case version
        case server
        case secondaryServer = "secondary-server"
        case user
        case certificateAuthority = "certificate-authority"
        case connectTo = "connect-to"
        case proxy
        case authenticationMode = "authentication-mode"
        case pins
        case passwordOrigins = "password-origins"
        case negotiateOrigins = "negotiate-origins"
        case realm
        case keepSignedIn = "keep-signed-in"
        case rules
        case tokenStore = "token-store"
        case pageHost = "page-host"
        case sandbox
    }
}
