import ArgumentParser
import FinesseSandbox
import Foundation
import HTTPTransport

/// A Finesse to try things on.
struct SandboxCommand: ContextCommand {
    static let configuration = CommandConfiguration(
        commandName: "sandbox",
        abstract: "Runs a Finesse, an Identity Service and an identity provider on loopback.",
        discussion: """
            Real TLS, redirects, cookies, signed SAML and signed tokens; no Cisco system is needed. It runs until ^C, and
            writes a profile, so that other commands reach it by --profile. While it runs, "finessectl control" turns its
            switches.

            Example:
              finessectl sandbox --release 12.5 --set desktop.callbackAnswer=redirect
              finessectl login --profile sandbox --user sjefferson      (in another terminal)
            """
    )

    @Option(help: ArgumentHelp("Users, teams and switches as YAML.", valueName: "file"))
    var config: String?

    @Option(help: ArgumentHelp("Behave as this release: \(Self.releases).", valueName: "release"))
    var release: String?

    @Option(
        help: ArgumentHelp(
            "Set one switch, with dots for nested ones; may be repeated, and goes before the file.",
            valueName: "key=value"
        )
    )
    var set: [String] = []

    @Option(
        help: ArgumentHelp("The port of the control on 127.0.0.1; the system chooses unless told.", valueName: "port")
    )
    var controlPort = 0

    @Option(
        help: ArgumentHelp("Keep the RSA keys here, so that the next start is faster and trusted.", valueName: "folder")
    )
    var keys: String?

    @Option(
        help: ArgumentHelp("Keep what the sandbox remembers here, so that the next start goes on.", valueName: "file")
    )
    var state: String?

    @Option(help: ArgumentHelp("Save the connection under this name.", valueName: "name"))
    var profile = "sandbox"

    @Option(
        help: ArgumentHelp("Federate with this SAML identity provider in place of the built-in one.", valueName: "file")
    )
    var idpMetadata: String?

    @Option(
        help: ArgumentHelp("Write the Identity Service's SAML metadata here, for the provider.", valueName: "file")
    )
    var serviceProviderMetadata: String?

    @Option(help: ArgumentHelp("Write the public key that verifies the tokens here (PEM).", valueName: "file"))
    var tokenKey: String?

    @Flag(help: "Run two Finesse nodes and two Identity Service nodes; the profile names both Finesse nodes.")
    var secondary = false

    @OptionGroup var output: OutputOptions

    func run(in context: CommandContext) async throws {
        try await CommandFailure.explaining {
            try refuseForeignProfile(context)
            let termination = Termination()
            let sandbox = try await FinesseSandbox.start(try sandboxConfiguration())
            defer { context.profiles.removeControlAccess(of: profile) }
            do {
                try write(sandbox, context)
                show(sandbox, context)
                await termination.requested()
            } catch {
                await sandbox.stop()
                throw error
            }
            await sandbox.stop()
            context.console.talk("The sandbox is stopped.")
        }
    }

    private func sandboxConfiguration() throws -> SandboxConfiguration {
        let release = try release.map { word throws in try Self.release(word) }
        let yaml = try config.map { try Self.text(ofFile: $0) } ?? ""
        var configuration = try SandboxConfiguration(yaml: yaml, release: release)
        for text in set {
            let (key, value) = try Assignment.split(text)
            try configuration.set(key, to: value)
        }
        configuration.control.isServed = true
        configuration.control.port = controlPort
        if secondary { configuration.addSecondaryNodes() }
        if let keys { configuration.keysDirectory = URL(filePath: keys).path }
        if let state { configuration.stateFile = URL(filePath: state).path }
        if let idpMetadata {
            configuration.identityService.foreignProviderMetadata = Array(try Self.text(ofFile: idpMetadata).utf8)
        }
        return configuration
    }

    private static var releases: String { SandboxRelease.allCases.map(\.rawValue).joined(separator: ", ") }

    private static func release(_ word: String) throws -> SandboxRelease {
        guard let release = SandboxRelease(rawValue: word) else {
            throw CommandFailure(.usage, "There is no release \"\(word)\". Choose one of \(releases).")
        }
        return release
    }

    /// A profile that a person wrote is never overwritten.
    private func refuseForeignProfile(_ context: CommandContext) throws {
        guard context.profiles.names().contains(profile) else { return }
        guard try context.profiles.profile(named: profile).sandbox == true else {
            throw CommandFailure(
                .usage,
                "The profile \"\(profile)\" is not a sandbox's. Choose another name with --profile."
            )
        }
    }

    private func write(_ sandbox: FinesseSandbox, _ context: CommandContext) throws {
        let profiles = context.profiles
        let authority = try profiles.saveCertificateAuthority(sandbox.certificateAuthorityPEM, of: profile)
        try profiles.save(
            Profile(
                server: "\(sandbox.origins.host(.finesse)):\(sandbox.origins.port(.finesse))",
                secondaryServer: try Self.secondaryServer(sandbox),
                certificateAuthority: authority.path,
                connectTo: sandbox.connectTo.map(\.description),
                passwordOrigins: idpMetadata == nil ? [sandbox.origins.text(.identityProvider)] : nil,
                sandbox: true
            ),
            named: profile
        )
        if let control = sandbox.control { try profiles.save(ControlAccess(control), of: profile) }
        if let file = serviceProviderMetadata { try Self.write(sandbox.serviceProviderMetadata, to: file) }
        if let file = tokenKey { try Self.write(Array(sandbox.tokenPublicKeyPEM.utf8), to: file) }
    }

    /// The second Finesse node, with its port; nil where there is one node.
    private static func secondaryServer(_ sandbox: FinesseSandbox) throws -> String? {
        try sandbox.origins.nodes(.finesse).dropFirst().first.map { text throws in
            let origin = try ConnectionSettings.origin(text)
            return "\(origin.host):\(origin.port)"
        }
    }

    private func show(_ sandbox: FinesseSandbox, _ context: CommandContext) {
        let console = context.console
        guard !output.json else {
            var report = Report()
            report.add("finesse", "Finesse", sandbox.origins.text(.finesse))
            report.add("finesseNodes", "Finesse nodes", .list(sandbox.origins.nodes(.finesse)))
            report.add("identityService", "Identity Service", sandbox.origins.text(.identityService))
            report.add("identityProvider", "identity provider", sandbox.origins.text(.identityProvider))
            report.add("connectTo", "connect to", .list(sandbox.connectTo.map(\.description)))
            report.add("profile", "profile", profile)
            report.add("control", "control", sandbox.control?.origin)
            report.add("controlToken", "control token", sandbox.control?.token.characters)
            report.add("certificateAuthority", "certificate authority", sandbox.certificateAuthorityPEM)
            return console.output(report.json)
        }
        console.output("Finesse            \(sandbox.origins.nodes(.finesse).joined(separator: ", "))")
        console.output("Identity Service   \(sandbox.origins.nodes(.identityService).joined(separator: ", "))")
        console.output(
            "Identity provider  \(idpMetadata == nil ? sandbox.origins.text(.identityProvider) : "that of --idp-metadata")"
        )
        for override in sandbox.connectTo { console.output("  --connect-to \(override)") }
        console.output("Users              login name   login id  password")
        for user in sandbox.configuration.users {
            let name = user.loginName.padding(toLength: 13, withPad: " ", startingAt: 0)
            let password = config == nil ? user.password.characters : "(of \(config ?? ""))"
            console.output(
                "                   \(name)\(user.loginId.padding(toLength: 10, withPad: " ", startingAt: 0))\(password)"
            )
        }
        console.output("Profile            \(profile)")
        if let control = sandbox.control { console.output("Control            \(control.address)") }
        console.output("")
        console.output("Ready. In another terminal: finessectl login --profile \(profile) --user sjefferson")
        console.output("^C stops it.")
    }

    private static func text(ofFile path: String) throws -> String {
        do {
            return try String(contentsOf: URL(filePath: path), encoding: .utf8)
        } catch {
            throw CommandFailure(.usage, "\(path) cannot be read: \(error.localizedDescription).")
        }
    }

    private static func write(_ bytes: [UInt8], to path: String) throws {
        do {
            try Data(bytes).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw CommandFailure(.failure, "\(path) cannot be written: \(error.localizedDescription).")
        }
    }
}
