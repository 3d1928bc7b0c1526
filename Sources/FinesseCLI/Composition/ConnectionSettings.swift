import Finesse
import FinesseSSO
import FinesseTypes
import Foundation
import HTTPTransport
import HTTPTransportCurl

/// The options of the command line over those of a profile, still as text.
struct ConnectionSettings: Sendable {
    /// The server as it was written.
    var server: String

    /// The other Finesse node as it was written; a profile's is not that of another server.
    var secondaryServer: String?

    /// The agent, where one was named.
    var user: String?

    private var certificateAuthority: String?
    private var connectTo: [String]
    private var proxy: String?
    private var certificate: String?
    private var key: String?
    private var mode: String?
    private var pins: [String: String]
    private var passwordOrigins: [String]
    private var negotiateOrigins: [String]
    private var realm: String?
    private var keepsSignedIn: Bool
    private var rules: String?

    /// Where pages are shown.
    let pages: PageChoice

    /// Where tokens are kept.
    let tokenStore: TokenStoreChoice

    /// The profile that was read, by its name.
    let profileName: String?

    /// Reads the profile where one is named, or where no server is.
    init(_ options: ConnectionOptions, profiles: ProfileStore) throws {
        let usesProfile = options.profile != nil || options.server == nil
        let profile = usesProfile ? try profiles.profile(named: options.profile) : nil
        profileName = usesProfile ? try options.profile ?? profiles.defaultName() : nil
        guard let server = options.server ?? profile?.server else {
            throw ProfileError.noDefault(known: profiles.names())
        }
        self.server = server
        secondaryServer = options.server == nil ? profile?.secondaryServer : nil
        user = options.user ?? profile?.user
        certificateAuthority = options.certificateAuthority ?? profile?.certificateAuthority
        // Both count: a profile names the sandbox's servers, the command line perhaps one more.
        connectTo = options.connectTo + (profile?.connectTo ?? [])
        proxy = options.proxy ?? profile?.proxy
        certificate = options.cert
        key = options.key
        mode = options.authMode ?? profile?.authenticationMode
        pins = profile?.pins ?? [:]
        passwordOrigins = profile?.passwordOrigins ?? []
        negotiateOrigins = profile?.negotiateOrigins ?? []
        realm = profile?.realm
        keepsSignedIn = profile?.keepSignedIn ?? false
        rules = profile?.rules
        tokenStore = options.tokenStore ?? profile?.tokenStore ?? .file
        pages = options.pages.choice ?? .program(path: profile?.pageHost)
        if let extra = options.certificateAuthority, let own = profile?.certificateAuthority, extra != own {
            extraAuthority = own
        }
    }

    /// The profile's authority where the command line named another one: both are trusted.
    private var extraAuthority: String?

    /// How libcurl is set up for it.
    func curlConfiguration(nodes: [HTTPOrigin], environment: [String: String]) throws -> CurlConfiguration {
        var configuration = CurlConfiguration()
        for path in [certificateAuthority, extraAuthority].compactMap({ $0 }) {
            configuration.trustedCertificates.append(try Self.text(ofFile: path, option: "--ca"))
        }
        configuration.addressOverrides = try connectTo.map { text throws in try AddressOverride(text) }
        for (origin, pem) in pins {
            configuration.pins[try Self.origin(origin), default: []].append(pem)
        }
        if let certificate, let key {
            let identity = ClientIdentity(
                certificate: try Self.text(ofFile: certificate, option: "--cert"),
                key: try Self.text(ofFile: key, option: "--key")
            )
            for origin in nodes { configuration.clientIdentities[origin] = identity }
        }
        configuration.proxy =
            if let proxy {
                .fixed(try Proxy(proxy, source: "--proxy"), except: environment["NO_PROXY"] ?? "")
            } else {
                .environment(environment)
            }
        return configuration
    }

    /// How agents sign in.
    func signInOptions(_ choices: SignInChoices, in context: CommandContext) throws -> SignInOptions {
        var options = SignInOptions(acceptsConsent: choices.acceptsConsent, answers: try answers(choices, context))
        if let mode {
            guard let known = AuthenticationMode(serverWord: mode) else {
                throw CommandFailure(
                    .usage,
                    "\"\(mode)\" is no authentication mode. Use SSO, NON_SSO or HYBRID with --auth-mode."
                )
            }
            options.mode = known
        }
        options.passwordRule = PasswordRule(
            origins: try Set((passwordOrigins + choices.passwordOrigins).map { "\(try Self.origin($0))" }),
            plainOrigins: try Set(choices.plainPasswordOrigins.map { "\(try Self.origin($0))" })
        )
        return options
    }

    private func answers(_ choices: SignInChoices, _ context: CommandContext) throws -> PageAnswers {
        let own = try (choices.rules ?? rules).map { path throws in try RulesFile.read(path: path) } ?? []
        let talk = context.console.talk
        return PageAnswers(
            oneTimeCodes: try choices.codes?.codes(
                prompter: context.prompter,
                taken: FileOneTimeSteps(directory: try context.stateDirectory()),
                now: context.now,
                report: { talk("\($0)") }
            ),
            realm: choices.realm ?? realm,
            keepsSignedIn: choices.keepsSignedIn || keepsSignedIn,
            negotiateOrigins: try Set((negotiateOrigins + choices.negotiateOrigins).map { "\(try Self.origin($0))" }),
            rules: SignInRules(own + SignInRules.builtIn.rules)
        )
    }

    /// Reads an origin as it is written: `https://host[:port]`.
    static func origin(_ text: String) throws -> HTTPOrigin {
        for scheme in HTTPOrigin.Scheme.allCases where text.hasPrefix("\(scheme.rawValue)://") {
            let address = try ServerAddress(parsing: String(text.dropFirst(scheme.rawValue.count + 3)))
            return HTTPOrigin(scheme: scheme, host: address.host, port: address.port)
        }
        throw CommandFailure(.usage, "\"\(text)\" is no origin. Write it as https://host:port.")
    }

    private static func text(ofFile path: String, option: String) throws -> String {
        do {
            return try String(contentsOf: URL(filePath: path), encoding: .utf8)
        } catch {
            throw CommandFailure(
                .usage,
                "The file of \(option), \(path), cannot be read: \(error.localizedDescription). It must be PEM."
            )
        }
    }
}
