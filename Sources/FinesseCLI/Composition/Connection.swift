import Finesse
import FinesseSSO
import FinesseTypes
import Foundation
import HTTPTransport
import HTTPTransportCurl

/// A Finesse system as one command reaches it: the options of the command line over those of the profile.
struct Connection: Sendable {
    /// The server.
    let address: ServerAddress

    /// The agent, where one was named.
    let user: UserName?

    /// The way there; a call to a node that cannot serve goes to the other one.
    let transport: any HTTPTransport

    /// The same way with each exchange at the node it names.
    let wire: any HTTPTransport

    /// The addresses that names are taken to in place of their own.
    let addressOverrides: [AddressOverride]

    /// The system's nodes, as far as they are known.
    let nodes: SystemNodes

    /// How agents sign in there.
    let signOn: SingleSignOn

    /// Where their pages are shown.
    let pages: PageChoice

    /// The profile that led there, by its name.
    let profileName: String?

    /// Where tokens and session cookies are kept.
    let store: any TokenStore

    /// The outside of the command.
    var context: CommandContext

    /// The wall clock.
    var now: @Sendable () -> WallTime { context.now }

    /// Puts a connection together.
    ///
    /// - Parameters:
    ///   - options: the command line's options.
    ///   - signIn: what else the command line said of signing in.
    ///   - context: the outside.
    /// - Throws: ``CommandFailure`` for an option or a profile that cannot be used.
    init(_ options: ConnectionOptions, signIn: SignInChoices = SignInChoices(), in context: CommandContext) throws {
        do {
            let profile = try ConnectionSettings(options, profiles: context.profiles)
            let server = try ServerAddress(parsing: profile.server)
            address = server
            user = profile.user.map { UserName($0) }
            let secondary = try profile.secondaryServer.map { text throws in try ServerAddress(parsing: text) }
            let configuration = try profile.curlConfiguration(
                nodes: server.candidates + (secondary?.candidates ?? []),
                environment: context.environment
            )
            addressOverrides = configuration.addressOverrides
            let carrier = try CurlHTTPTransport(configuration)
            let recording = options.recording
            // Innermost, so that a trace tells which node was asked.
            wire =
                try recording.trace.map { try context.trace.transport(carrier, to: $0, address: server, context) }
                ?? carrier
            nodes = Self.nodes(of: server, secondary, context)
            transport = FailoverTransport(wire, nodes: nodes)
            signOn = SingleSignOn(
                transport: transport,
                address: address,
                options: try profile.signInOptions(signIn, in: context),
                passwordGuard: try profile.tokenStore.passwordGuard(in: context),
                now: context.now
            )
            pages = profile.pages
            profileName = profile.profileName
            store = try profile.tokenStore.store(in: context)
            self.context = context
        } catch {
            throw CommandFailure(error)
        }
    }

    /// Signing in there with other options.
    func signOn(_ options: SignInOptions) -> SingleSignOn {
        SingleSignOn(
            transport: transport,
            address: address,
            options: options,
            passwordGuard: signOn.passwordGuard,
            now: now
        )
    }

    /// The agent this command is about: the one named, or the only one who is signed in to this server.
    func requiredUser() async throws -> UserName {
        if let user { return user }
        let users = try await keys().map(\.user)
        guard let first = users.first else {
            throw CommandFailure(
                .notSignedIn,
                "Nobody is signed in to \(address) here. Sign in first: finessectl login --user NAME."
            )
        }
        guard users.count == 1 else {
            let known = users.map(\.rawValue).joined(separator: ", ")
            throw CommandFailure(.usage, "Which agent? Name one with --user. Signed in here: \(known).")
        }
        return first
    }

    /// The keys of the stored sessions on this server, on whichever of its ports.
    private func keys() async throws -> [SessionKey] {
        let candidates = Set(origins)
        return try await store.keys().filter { candidates.contains($0.server) }
    }

    /// The stored session of the agent this command is about.
    ///
    /// - Throws: ``CommandFailure`` with ``ExitStatus/notSignedIn`` where there is none.
    func storedSession() async throws -> StoredSession {
        let user = try await requiredUser()
        for origin in origins {
            if let session = try await store.session(for: SessionKey(server: origin, user: user)),
                session.tokens != nil
            {
                return session
            }
        }
        throw CommandFailure(
            .notSignedIn,
            "There is no token for \(user) at \(address). Sign in first: finessectl login --user \(user)."
        )
    }

    /// The nodes as they are remembered; whatever becomes of them is remembered too, and said.
    private static func nodes(
        of address: ServerAddress,
        _ secondary: ServerAddress?,
        _ context: CommandContext
    ) -> SystemNodes {
        let memory = NodeMemory(address, secondary: secondary, context)
        return SystemNodes(memory.machine) { change in
            memory.keep(change.state)
            if case .changed = change { context.console.talk("\(change)") }
        }
    }

    /// Where a session of an agent may be: the node in use first, then the ports of the address, then the other nodes.
    var origins: [HTTPOrigin] {
        let state = nodes.state
        let first = state.current == state.nodes.first ? [] : [state.current]
        return (first + address.candidates + state.nodes).reduce(into: []) { all, origin in
            if !all.contains(origin) { all.append(origin) }
        }
    }
}

extension CommandContext {
    /// The folder of what is kept from one command to the next.
    ///
    /// - Throws: ``CommandFailure`` where the environment names no place for it.
    func stateDirectory() throws -> String {
        guard let directory = FileTokenStore.defaultDirectory(environment: environment) else {
            throw CommandFailure(
                .failure,
                "There is nowhere to keep tokens: neither XDG_STATE_HOME nor HOME is set. Set one of them."
            )
        }
        return directory
    }
}
